"""Faces that an author typed: cleaned as imports are, and refused with the place at fault."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from content import limits
from content.card import Face, Media, NotAFace, from_json, problems_of, to_json
from content.sanitise import clean
from server.teaching.media import settled
from server.teaching.refusal import Fault, Unfit


def fit_face(db: Session, given: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    """The face as it is kept, with what is known of its files.

    Raises `Unfit`, with a place such as `face.choices` each.
    """
    try:
        face = _cleaned(from_json(given))
    except NotAFace as unfit:
        raise Unfit([Fault(f"face.{unfit.field}", "face-not-fit")]) from unfit
    flaws = problems_of(face)
    if flaws:
        raise Unfit(
            [Fault(f"face.{flaw.field}", f"import-{flaw.code}", flaw.values) for flaw in flaws]
        )
    return to_json(settled(db, face, now))


def fit_topic(topic: str) -> str:
    """The topic on one line, without what cannot be seen."""
    return clean(" ".join(topic.split()))


def fit_tags(tags: Iterable[str]) -> list[str]:
    """The tags without blanks and repeats. Raises `Unfit` for too many of them."""
    found = list(dict.fromkeys(tag for one in tags if (tag := fit_topic(one))))
    if len(found) > limits.TAGS:
        values = {"count": len(found), "most": limits.TAGS}
        raise Unfit([Fault("tags", "import-too-many", values)])
    return found


def _cleaned(face: Face) -> Face:
    cleaned: dict[str, Any] = {one.name: _clean(getattr(face, one.name)) for one in fields(face)}
    return replace(face, **cleaned)


def _clean(value: object) -> object:
    if isinstance(value, Media):
        return replace(value, alt=clean(value.alt))
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, tuple):
        return tuple(_clean(one) for one in value)
    return value
