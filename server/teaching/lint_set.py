"""What could be better in a card while it is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from content.card import Face, NotAFace, from_json, problems_of
from content.lint.finding import ALONE, Context, Finding
from content.lint.rules import findings
from server.teaching.refusal import Refused
from server.teaching.sets import the_set

_BEYOND_READING = frozenset({"too-long", "too-many"})


@dataclass(frozen=True, slots=True)
class Found:
    """A finding and the wording it is about: None is the card's own, else which of its variants."""

    variant: int | None
    finding: Finding


def lint(
    db: Session, card_set_id: int, face: Mapping[str, Any], variants: Sequence[Mapping[str, Any]]
) -> list[Found]:
    """What to look at in a card as it is being written; nothing is kept.

    Raises `NotThere`, and `Refused` for what is no face or is beyond the limits of one.
    """
    the_set(db, card_set_id)
    own = read_face(face, "face")
    others = [read_face(one, f"variants.{at}") for at, one in enumerate(variants)]
    found = [Found(None, one) for one in findings(own, ALONE)]
    for at, other in enumerate(others):
        found += [Found(at, one) for one in findings(other, Context(own))]
    return found


def read_face(given: Mapping[str, Any], where: str) -> Face:
    """The face in a request. Raises `Refused`, naming the field."""
    try:
        face = from_json(given)
    except NotAFace as unfit:
        raise Refused(f"{where}.{unfit.field}", "lint-not-a-face") from unfit
    for flaw in problems_of(face):
        if flaw.code in _BEYOND_READING:
            raise Refused(f"{where}.{flaw.field}", f"import-{flaw.code}", **flaw.values)
    return face
