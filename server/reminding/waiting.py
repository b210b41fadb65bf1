"""Whose session would not be empty on a study day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy.orm import Session

from scheduler.days_off import Calendar
from scheduler.fsrs6 import DEFAULT_PARAMETERS
from scheduler.own_dates import with_dates
from scheduler.pause import Pause, stretched
from scheduler.queue import Candidate, plan
from server.store import beside_days
from server.store import learner_days as store
from server.store.aiming import aims_of
from server.store.campaign_spans import Span
from server.store.dated_cards import dated_cards
from server.store.reminder_facts import Facts


def with_cards_waiting(
    db: Session,
    facts: Sequence[Facts],
    calendars: Sequence[Calendar],
    spans: Mapping[int, Span],
    on: date,
) -> set[int]:
    """Who of these has a card due, or one that may be met, tested or kept up.

    `spans` are those of their campaigns. In a statement and up to six more, whatever the number of
    people.
    """
    ids = [one.person_id for one in facts]
    running = [campaign for campaign, span in spans.items() if span.runs_on(on)]
    ended = [campaign for campaign, span in spans.items() if span.ends_on < on]
    waiting = beside_days.with_pre_tests(db, ids, spans, running, on)
    waiting |= beside_days.with_upkeep(db, ids, ended, running, on)
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
    waiting |= store.with_unmet_cards(db, others, running, on)
    others = [one for one in others if one not in waiting]
    return waiting | _for_own_dates(db, others, away, running, on)


def _for_own_dates(
    db: Session,
    ids: Sequence[int],
    away: Mapping[int, Sequence[Pause]],
    running: Sequence[int],
    on: date,
) -> set[int]:
    """Who of these has a card that only a date of their own wants today."""
    found: set[int] = set()
    for one in dated_cards(db, ids, running, on):
        parameters = one.parameters or DEFAULT_PARAMETERS
        card = Candidate(
            one.card_id, one.memory, one.due_on, one.topic, aims_of([one.policy], one),
            last_day=one.last_day, holds_to=one.last_day,
        )  # fmt: skip
        (own,) = aims_of([one.date], one)
        asked = with_dates([card], {one.topic: own}, parameters)
        if plan(asked, on, 1, 0, pauses=away[one.person_id], parameters=parameters):
            found.add(one.person_id)
    return found
