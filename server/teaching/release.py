"""Releasing a set: the one moment at which learners see what its authors changed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from content.answer_text import answer_text
from content.card import from_json
from server.store import campaigns, card_sets, releases, reminders
from server.store.card_sets import Card
from server.store.people import Person
from server.store.releases import Release, ReleasedCard
from server.teaching.difference import difference, faces_of
from server.teaching.refusal import Refused
from server.teaching.sets import set_to_change


def release(db: Session, author: Person, card_set_id: int, note: str, now: datetime) -> Release:
    """Makes the set as it stands now the live one.

    Raises `NotThere`, and `Refused` for a set without cards or with nothing new.
    """
    card_set = set_to_change(db, card_set_id)
    cards = card_sets.cards(db, card_set_id)
    if not cards:
        raise Refused("card_set", "release-no-cards")
    live = releases.live(db, [card_set_id]).get(card_set_id)
    before = releases.cards_of(db, [live.id]) if live else []
    changes = difference(cards, before)
    if not changes:
        raise Refused("card_set", "release-nothing-new")
    made = Release(
        card_set_id=card_set_id,
        number=releases.next_number(db, card_set_id),
        note=note,
        released_by_id=author.id,
        released_at=now,
        cards=len(cards),
        added=len(changes.added),
        changed=len(changes.changed),
        removed=len(changes.removed),
    )
    db.add(made)
    db.flush()
    since = {card.card_id: card.changed_in for card in before}
    new_text = changes.added | changes.changed
    db.add_all(
        _released(card, made, made.number if card.id in new_text else since[card.id])
        for card in cards
    )
    card_set.live_release_id = made.id
    card_set.updated_at = now
    db.flush()
    reminders.forget_undelivered(db, campaigns.learners_of(card_set_id), now)
    return made


def _released(card: Card, release: Release, changed_in: int) -> ReleasedCard:
    return ReleasedCard(
        release_id=release.id,
        card_id=card.id,
        position=card.position,
        topic=card.topic,
        tags=card.tags,
        faces=faces_of(card),
        changed_in=changed_in,
        search_text=_search_text(card),
    )


def _search_text(card: Card) -> str:
    """Everything of a card that a learner may look for, in lower case."""
    parts = [card.topic, *card.tags]
    for face in map(from_json, faces_of(card)):
        parts += [face.prompt, answer_text(face), face.explanation, face.source]
    return "\n".join(part for part in parts if part).lower()
