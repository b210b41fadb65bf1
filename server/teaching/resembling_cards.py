"""Cards in the organisation that ask nearly the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, pairwise
from textwrap import shorten
from typing import Any

from sqlalchemy.orm import Session

from content.lint.finding import Finding
from content.lint.resemblance import alike, gist, said
from server.store import resembling, traces
from server.store.card_sets import Card
from server.store.resembling import Candidate

NEAR_DUPLICATE = "near-duplicate"
CROWD = 12
"""Cards with one trace; of more, only neighbours are compared, so that a set of one question
asked a thousand times does not cost half a million comparisons."""


def of_face(db: Session, face: Mapping[str, Any], card_id: int | None) -> list[Candidate]:
    """The cards that ask the same as a fit face; `card_id` is the card that has it, if any."""
    mine = _said(face)
    found = resembling.candidates(db, traces.columns(face), card_id)
    return [
        one
        for one in found
        if one.face["language"] == face["language"] and alike(mine, _said(one.face))
    ]


def of_set(db: Session, card_set_id: int, cards: Iterable[Card]) -> dict[int, Candidate]:
    """For each of the set's cards that resembles another of the organisation, one of those."""
    faces = {card.id: card.face for card in cards}
    pairs = set(_pairs(resembling.sharing(db, card_set_id), faces))
    others = {card_id for pair in pairs for card_id in pair}
    known = {one.card_id: one for one in resembling.of_ids(db, others)} if others else {}
    told = {card_id: (one.face["language"], _said(one.face)) for card_id, one in known.items()}
    found: dict[int, Candidate] = {}
    for one, other in sorted(pairs):
        if one in told and other in told and _same(told[one], told[other]):
            for mine, theirs in ((one, other), (other, one)):
                if mine in faces:
                    found.setdefault(mine, known[theirs])
    return found


def finding(other: Candidate) -> Finding:
    """What to tell about a card that resembles `other`."""
    prompt = shorten(str(other.face["prompt"]), 80, placeholder="…")
    values = {"prompt": prompt, "set": other.title}
    where = {"card_id": other.card_id, "card_set_id": other.card_set_id}
    return Finding(NEAR_DUPLICATE, "hint", "prompt", {**values, **where})


def _pairs(rows: Iterable[tuple[int, int]], own: Mapping[int, object]) -> Iterator[tuple[int, int]]:
    by_trace: dict[int, list[int]] = defaultdict(list)
    for trace, card_id in rows:
        by_trace[trace].append(card_id)
    for card_ids in by_trace.values():
        crowd = sorted(set(card_ids))
        near = combinations(crowd, 2) if len(crowd) <= CROWD else pairwise(crowd)
        yield from (pair for pair in near if pair[0] in own or pair[1] in own)


def _said(face: Mapping[str, Any]) -> frozenset[str]:
    return said(gist(face), face["language"])


def _same(one: tuple[str, frozenset[str]], other: tuple[str, frozenset[str]]) -> bool:
    return one[0] == other[0] and alike(one[1], other[1])
