"""Doing to memory what the author of a release decided, for all learners at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from scheduler.study_day import study_day
from scheduler.turns import Effect, dealt
from server.store import card_turns
from server.store.people import Person
from server.store.releases import Release

CARDS_PER_DAY = 10
"""What is reckoned with where no campaign has the set: as campaigns begin."""


def turn_cards(
    db: Session, author: Person, release: Release, effects: Mapping[int, Effect], now: datetime
) -> None:
    """Writes the effects of a release, by card in the order of the set, and applies them.

    The number of statements is the same for one learner and for thousands. Uploads of these
    learners that are under way are waited for; later ones see the release.
    """
    at = now
    if set(effects.values()) - {Effect.KEPT}:
        card_turns.take_turns(db, release.card_set_id)
        at = card_turns.next_moment(db, release.card_set_id, now)
    nudged = [card_id for card_id, effect in effects.items() if effect is Effect.NUDGED]
    today = study_day(now, author.time_zone)
    budget = card_turns.cards_per_day(db, release.card_set_id, today) or CARDS_PER_DAY
    days = dict(zip(nudged, dealt(len(nudged), today, budget), strict=True))
    rows: list[dict[str, Any]] = [
        {"card_id": card_id, "at": at, "effect": effect.value, "due_on": days.get(card_id)}
        for card_id, effect in effects.items()
    ]
    card_turns.add(db, release.id, rows, now)
