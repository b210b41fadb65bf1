"""What could be better in a card while it is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from content.card import Face, NotAFace, from_json, problems_of, to_json
from content.lint.finding import Context, Finding
from content.lint.rules import findings
from server.store import dismissals
from server.teaching import resembling_cards
from server.teaching.refusal import Refused
from server.teaching.set_health import wording
from server.teaching.sets import the_set

_BEYOND_READING = frozenset({"too-long", "too-many"})


@dataclass(frozen=True, slots=True)
class Found:
    """A finding and the wording it is about: None is the card's own, else which of its variants."""

    variant: int | None
    finding: Finding


def lint(
    db: Session,
    card_set_id: int,
    face: Mapping[str, Any],
    variants: Sequence[Mapping[str, Any]],
    card_id: int | None,
) -> list[Found]:
    """What to look at in a card as it is being written; nothing is kept.

    `card_id` is the card once it has one: what was dismissed about it stays away. Raises
    `NotThere`, and `Refused` for what is no face or is beyond the limits of one.
    """
    the_set(db, card_set_id)
    own = read_face(face, "face")
    others = [read_face(one, f"variants.{at}") for at, one in enumerate(variants)]
    found = [Found(None, one) for one in (*findings(own), *_resembling(db, own, card_id))]
    for at, other in enumerate(others):
        found += [Found(at, one) for one in findings(other, Context(own))]
    meant = dismissals.of_card(db, card_id) if card_id is not None else set()
    texts = {None: wording(to_json(own))} | {
        at: wording(to_json(one)) for at, one in enumerate(others)
    }
    return [one for one in found if (one.finding.code, texts[one.variant]) not in meant]


def _resembling(db: Session, own: Face, card_id: int | None) -> list[Finding]:
    """Only of a fit face: a half-written one resembles everything that begins alike."""
    if problems_of(own):
        return []
    others = resembling_cards.of_face(db, to_json(own), card_id)
    return [resembling_cards.finding(one) for one in others[:1]]


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
