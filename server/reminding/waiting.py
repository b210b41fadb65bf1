"""Whose session would not be empty on a study day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from scheduler.days_off import Calendar
from scheduler.pause import stretched
from server.store import beside_days
from server.store import learner_days as store
from server.store.reminder_facts import Facts, numbers


def with_cards_waiting(
    db: Session, facts: Sequence[Facts], calendars: Sequence[Calendar], on: date
) -> set[int]:
    """Who of these has a card due, or one that may be met, tested or kept up.

    In two statements and up to six more, whatever the number of people.
    """
    ids = [one.person_id for one in facts]
    taken_part = {campaign for one in facts for campaign in numbers(one.campaigns)}
    running = store.running(db, taken_part, on)
    waiting = beside_days.with_pre_tests(db, ids, taken_part, on)
    waiting |= beside_days.with_upkeep(db, ids, taken_part, running, on)
    if not running:
        return waiting
    away = {one.person_id: own.pauses for one, own in zip(facts, calendars, strict=True)}
    due = store.first_dues(db, ids, running, on)
    # What fell due in a pause is asked as many days later as the pause was long.
    waiting |= {
        person_id
        for person_id, dues in due.items()
        if any(stretched(one, away[person_id]) <= on for one in dues)
    }
    others = [one for one in ids if one not in waiting]
    return waiting | store.with_unmet_cards(db, others, running, on)
