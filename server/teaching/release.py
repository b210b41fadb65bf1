"""Releasing a set: the one moment at which learners see what its authors changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from content.kin import kin_of
from scheduler.turns import Effect
from server.store import campaigns, card_turns, chosen_effects, releases, reminders
from server.store.card_sets import Card
from server.store.people import Person
from server.store.releases import Release, ReleasedCard
from server.teaching.changes import Pending, pending
from server.teaching.difference import faces_of
from server.teaching.refusal import Refused
from server.teaching.second_look import APPROVED, standing
from server.teaching.sets import set_to_change
from server.teaching.turn_cards import turn_cards


def release(
    db: Session,
    author: Person,
    card_set_id: int,
    note: str,
    now: datetime,
    *,
    effects: Mapping[int, Effect] | None = None,
) -> Release:
    """Makes the set as it stands now the live one.

    `effects` says per changed card what the author saw happen to the memory of it; where it says
    nothing what was chosen before holds, or else memory is kept, so that no release resets anybody
    unasked. Raises `NotThere`, and `Refused` for a set without cards, with nothing new, without the
    second look that it demands, for an effect on a card that did not change, or for another effect
    than somebody chose or the second reader read.
    """
    card_set = set_to_change(db, card_set_id)
    found = pending(db, card_set_id)
    changes = found.difference
    if not found.cards:
        raise Refused("card_set", "release-no-cards")
    if not changes:
        raise Refused("card_set", "release-nothing-new")
    if card_set.second_reader and standing(db, card_set_id, found.text_hash) != APPROVED:
        raise Refused("card_set", "release-needs-approval")
    decided = _decided(found, effects or {}, as_read=card_set.second_reader)
    made = Release(
        card_set_id=card_set_id,
        number=releases.next_number(db, card_set_id),
        note=note,
        released_by=author,
        released_at=now,
        cards=len(found.cards),
        added=len(changes.added),
        changed=len(changes.changed),
        removed=len(changes.removed),
    )
    db.add(made)
    db.flush()
    turn_cards(db, author, made, decided, now)
    db.add_all(_snapshot(db, made, found))
    chosen_effects.forget(db, card_set_id)
    card_set.live_release_id = made.id
    card_set.updated_at = now
    db.flush()
    reminders.forget_undelivered(db, campaigns.learners_of(card_set_id), now)
    return made


def _decided(found: Pending, effects: Mapping[int, Effect], *, as_read: bool) -> dict[int, Effect]:
    """The effect on each card that learners know by another text, in the order of the set."""
    known = {one.card_id: one for one in found.changes if one.effect is not None}
    strange = sorted(effects.keys() - known.keys())
    if strange:
        raise Refused(f"effects.{strange[0]}", "release-effect-on-unchanged")
    for card_id, effect in effects.items():
        told = as_read or known[card_id].choice is not None
        if told and effect != known[card_id].stands:
            raise Refused(f"effects.{card_id}", "release-effect-chosen-otherwise")
    chosen = {card_id: one.stands for card_id, one in known.items() if one.choice}
    return {
        card_id: effects.get(card_id) or chosen.get(card_id) or Effect.KEPT for card_id in known
    }


def _snapshot(db: Session, made: Release, found: Pending) -> list[ReleasedCard]:
    """The set as it stands; of a card with its old text it is known when learners got that."""
    turned = card_turns.last_turned(db, made.card_set_id)
    since = {card.card_id: card.changed_in for card in found.before}
    kin = kin_of(card.key for card in found.cards)
    new_text = found.difference.added | found.difference.changed
    return [
        _released(
            card,
            made,
            changed_in=made.number if card.id in new_text else since[card.id],
            turned_at=turned.get(card.id),
            kin=kin.get(card.key, ""),
        )
        for card in found.cards
    ]


def _released(
    card: Card, release: Release, *, changed_in: int, turned_at: datetime | None, kin: str
) -> ReleasedCard:
    return ReleasedCard(
        release_id=release.id,
        card_id=card.id,
        position=card.position,
        topic=card.topic,
        tags=card.tags,
        faces=faces_of(card),
        changed_in=changed_in,
        turned_at=turned_at,
        valid_until=card.valid_until,
        kin=kin,
    )
