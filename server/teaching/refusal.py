"""Why a use case did not do what was asked. The door turns it into an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


class NotThere(Exception):
    """What was named is not there, or belongs to another organisation; the two look the same."""


class Refused(Exception):
    """The asked value at `where` cannot be taken; `key` and `values` give the sentence."""

    def __init__(self, where: str, key: str, **values: object) -> None:
        super().__init__(key)
        self.where = where
        self.key = key
        self.values = values


@dataclass(frozen=True, slots=True)
class Fault:
    """One value that cannot be taken; `key` and `values` give the sentence."""

    where: str
    key: str
    values: Mapping[str, object] = field(default_factory=dict)


class Unfit(Exception):
    """Several values cannot be taken; all of them are told at once."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(", ".join(fault.where for fault in faults))
        self.faults = faults
