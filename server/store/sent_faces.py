"""The faces of a card as they are released and sent. One place makes them: a card that is laid
beside its release must not differ by the way in which it was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any


def sent_face(
    face: Mapping[str, Any], thanked: Sequence[str] | None = None, variant_id: int | None = None
) -> dict[str, Any]:
    """One face, with the names that stand on the card; without a variant it is the card's own."""
    names = {"credits": thanked} if thanked else {}
    return {"variant_id": variant_id, **face, **names}


def all_faces(
    face: Mapping[str, Any],
    thanked: Sequence[str] | None,
    variants: Iterable[tuple[int, Mapping[str, Any]]],
) -> list[dict[str, Any]]:
    """All faces, the card's own first; a variant is its id and its face.

    The names stand on each: a learner may only ever see the card in another language.
    """
    others = (sent_face(said, thanked, variant_id) for variant_id, said in variants)
    return [sent_face(face, thanked), *others]
