"""The diff of a release, card by card: what learners have, what they get, and what memory does."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any

from sqlalchemy.orm import Session

from scheduler.turns import Effect
from server.store import card_sets, card_turns, chosen_effects, releases
from server.store.card_sets import Card
from server.store.chosen_effects import ChosenEffect
from server.store.releases import Release, ReleasedCard
from server.teaching.difference import Difference, difference, faces_of
from server.teaching.effects import proposed

CHANGED, REMOVED, ADDED = "changed", "removed", "added"


@dataclass(frozen=True, slots=True)
class Text:
    """A card as it reads: all wordings, the card's own first."""

    topic: str
    tags: list[Any]
    faces: list[dict[str, Any]]
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class Change:
    """One card of the diff.

    A card that learners once had and get again has a text `before` too, and so an effect: what is
    proposed, or of a release that was made what it did. `choice` is what an author chose instead.
    """

    card_id: int
    status: str
    before: Text | None
    after: Text | None
    effect: Effect | None
    choice: ChosenEffect | None = None

    @property
    def stands(self) -> Effect | None:
        """What is chosen, or else proposed."""
        return self.effect if self.choice is None else Effect(self.choice.effect)


@dataclass(frozen=True, slots=True)
class Pending:
    """A set in the making beside its live release, if there is one, and the diff of the two."""

    cards: Sequence[Card]
    live: Release | None
    before: Sequence[ReleasedCard]
    difference: Difference
    changes: Sequence[Change]

    @property
    def text_hash(self) -> str:
        """What stands for what was read: another text, or another choice, has another one."""
        told: list[list[Any]] = [
            [card.id, card.topic, card.tags, faces_of(card), str(card.valid_until)]
            for card in self.cards
        ]
        told += [[one.card_id, one.stands] for one in self.changes if one.stands != one.effect]
        return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def pending(db: Session, card_set_id: int) -> Pending:
    """What the next release would change."""
    live = releases.live(db, [card_set_id]).get(card_set_id)
    cards = card_sets.cards(db, card_set_id)
    before = releases.cards_of(db, [live.id]) if live else []
    found = difference(cards, before)
    then = {one.card_id: _released(one) for one in before}
    if live and found.added:
        once = releases.returning(db, card_set_id, live.id)
        then |= {card_id: _released(once[card_id]) for card_id in found.added & once.keys()}
    now = {card.id: _written(card) for card in cards}
    ids = {CHANGED: found.changed, REMOVED: found.removed, ADDED: found.added}
    chosen = chosen_effects.of_set(db, card_set_id)
    changes = [
        one if one.effect is None else replace(one, choice=chosen.get(one.card_id))
        for one in _in_groups(then, now, ids)
    ]
    return Pending(cards, live, before, found, changes)


def of_release(db: Session, release: Release) -> list[Change]:
    """What a release changed against the one before it."""
    earlier = releases.of_number(db, release.card_set_id, release.number - 1)
    before = releases.cards_of(db, [earlier.id]) if earlier else []
    after = releases.cards_of(db, [release.id])
    then = {one.card_id: _released(one) for one in before}
    now = {one.card_id: _released(one) for one in after}
    new_text = {one.card_id for one in after if one.changed_in == release.number}
    ids = {
        CHANGED: new_text & then.keys(),
        REMOVED: then.keys() - now.keys(),
        ADDED: now.keys() - then.keys(),
    }
    return _in_groups(then, now, ids, card_turns.effects_of(db, release.id))


def _in_groups(
    then: Mapping[int, Text],
    now: Mapping[int, Text],
    ids: Mapping[str, Collection[int]],
    decided: Mapping[int, str] | None = None,
) -> list[Change]:
    """What asks for a decision first; within a group in the order of the set."""
    return [
        _change(card_id, status, then.get(card_id), now.get(card_id), decided)
        for status, order in ((CHANGED, now), (REMOVED, then), (ADDED, now))
        for card_id in order
        if card_id in ids[status]
    ]


def _change(
    card_id: int,
    status: str,
    before: Text | None,
    after: Text | None,
    decided: Mapping[int, str] | None,
) -> Change:
    if before is None or after is None:
        return Change(card_id, status, before, after, None)
    if decided is None:
        return Change(card_id, status, before, after, proposed(before.faces, after.faces))
    effect = Effect(decided.get(card_id, Effect.KEPT))
    return Change(card_id, status, before, after, effect)


def _released(one: ReleasedCard) -> Text:
    return Text(one.topic, one.tags, one.faces, one.valid_until)


def _written(card: Card) -> Text:
    return Text(card.topic, card.tags, faces_of(card), card.valid_until)
