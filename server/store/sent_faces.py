"""The faces of a card as they are released and sent. One place makes them: a card that is laid
beside its release must not differ by the way in which it was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any


def own_face(face: Mapping[str, Any], thanked: Sequence[str] | None) -> dict[str, Any]:
    """The card's own face, with the names that stand on the card."""
    names = {"credits": thanked} if thanked else {}
    return {"variant_id": None, **face, **names}


def all_faces(
    face: Mapping[str, Any],
    thanked: Sequence[str] | None,
    variants: Iterable[tuple[int, Mapping[str, Any]]],
) -> list[dict[str, Any]]:
    """All faces, the card's own first; a variant is its id and its face."""
    others = ({"variant_id": variant_id, **said} for variant_id, said in variants)
    return [own_face(face, thanked), *others]
