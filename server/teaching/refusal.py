"""Why a use case did not do what was asked. The door turns it into an answer."""

from __future__ import annotations


class NotThere(Exception):
    """What was named is not there, or belongs to another organisation; the two look the same."""


class Refused(Exception):
    """The asked value at `where` cannot be taken; `key` and `values` give the sentence."""

    def __init__(self, where: str, key: str, **values: object) -> None:
        super().__init__(key)
        self.where = where
        self.key = key
        self.values = values
