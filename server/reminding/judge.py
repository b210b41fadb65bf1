"""Noting two hours after a reminder whether it was answered: what the next ones are picked by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from sqlalchemy.orm import Session

from scheduler.reminders import HELP
from scheduler.rhythm.arms import FADES, kept
from server.reminding import tallies
from server.reminding.tallies import WORDINGS, Counts, written
from server.store import rhythm_notes, rhythms, scope
from server.store.rhythm_notes import Unjudged

ANSWERED_WITHIN = timedelta(hours=2)
PAGE = 2000


@dataclass(slots=True)
class _Learner:
    hours: Counts
    wordings: Counts
    ignored: int
    asked_help_on: date | None = None


def judge_page(db: Session, now: datetime, since: datetime | None = None) -> Sequence[Unjudged]:
    """Judges the next reminders that have had their time, of those due `since` then.

    It is done in one transaction: killed half-way, nothing counts twice.
    """
    with scope.across_organisations(db):
        page = rhythm_notes.to_judge(db, now - ANSWERED_WITHIN, PAGE, since=since)
        learners = _learners(db, page)
        for one in page:
            if one.person_id in learners:
                _note(learners[one.person_id], one)
        _keep_cohorts(db, page)
        rhythm_notes.note_judged(
            db,
            [_row(person, learner) for person, learner in learners.items()],
            [{"reminder": one.reminder_id, "came": _answered(one), "now": now} for one in page],
        )
    return page


def _answered(one: Unjudged) -> bool:
    at = one.first_answer_at
    return at is not None and at - one.sent_at <= ANSWERED_WITHIN


def _learners(db: Session, page: Sequence[Unjudged]) -> dict[int, _Learner]:
    known = rhythm_notes.tallies_of(db, {one.person_id for one in page})
    hours = tallies.hours([one[0] for one in known.values()]).copy()
    wordings = tallies.wordings([one[1] for one in known.values()]).copy()
    return {
        person: _Learner(hours[place], wordings[place], ignored)
        for place, (person, (_, _, ignored)) in enumerate(known.items())
    }


def _note(learner: _Learner, one: Unjudged) -> None:
    came = _answered(one)
    learner.hours *= FADES
    learner.wordings[:, :2] *= FADES
    _count([one], learner.hours, learner.wordings)
    learner.ignored = 0 if came else learner.ignored + 1
    if one.kind == HELP and not came:
        learner.asked_help_on = one.study_day


def _count(page: Iterable[Unjudged], hours: Counts, wordings: Counts) -> None:
    for one in page:
        seen = np.array([1, _answered(one)], np.float32)
        hours[one.sent_at.astimezone(ZoneInfo(one.time_zone)).hour] += seen
        if one.wording in WORDINGS:
            number = WORDINGS.index(one.wording)
            wordings[number, :2] += seen
            wordings[number, 2] = max(wordings[number, 2], one.study_day.toordinal())


def _keep_cohorts(db: Session, page: Sequence[Unjudged]) -> None:
    of_firm: dict[int, list[Unjudged]] = defaultdict(list)
    for one in page:
        of_firm[one.organisation_id].append(one)
    known = rhythms.of_firms(db, of_firm.keys())
    for firm, rows in sorted(of_firm.items()):
        before = known.get(firm, (b"", b""))
        hours = tallies.hours([before[0]])[0].copy()
        wordings = tallies.wordings([before[1]])[0].copy()
        _count(rows, hours, wordings)
        for counts in (hours, wordings):
            counts[:, :2] *= kept(counts[:, 0].astype(np.float64))
        rhythm_notes.keep_cohort(db, firm, written(hours), written(wordings))


def _row(person: int, learner: _Learner) -> dict[str, Any]:
    return {
        "person": person,
        "hours": written(learner.hours),
        "wordings": written(learner.wordings),
        "ignored": learner.ignored,
        "asked_help_on": learner.asked_help_on,
    }
