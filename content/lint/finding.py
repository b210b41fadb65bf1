"""What a rule finds, and what it is told."""

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from content.card import Face

Severity = Literal["error", "warning", "hint"]
"""`error`: the card cannot measure what it asks. `warning`: it likely misleads or gives away the
answer. `hint`: worth a look, often fine."""

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "hint")


@dataclass(frozen=True)
class Finding:
    """One thing to look at in one face; `code` is kebab-case, `field` a field of the face.

    The sentence stands in the catalogue under `lint-CODE`, the remedy under `lint-CODE-remedy`.
    """

    code: str
    severity: Severity
    field: str
    values: Mapping[str, str | int] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Context:
    """What surrounds a face: `own` is the card's own face when the one looked at is a variant."""

    own: Face | None = None


ALONE = Context()

Rule = Callable[[Face, Context], Iterator[Finding]]
