"""A learner's study day in view: campaigns that run, the budget, the cards that wait."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from scheduler.pause import Pause
from scheduler.queue import Candidate
from scheduler.study_day import study_day
from server.practice.memories import memory_of
from server.store import study
from server.store.people import Learner
from server.store.study import Need, Waiting

DEFAULT_CARDS_PER_DAY = 10
LEAST_NEW = 5  # as many as one more round on own wish may want


@dataclass(frozen=True, slots=True)
class Day:
    """What the store knows about a learner on a study day.

    `needs` are of campaigns that run today; `waiting` are cards due by the horizon, answered
    today or new, and `candidates` the same for the queue; `practised` are the study days of this
    week with answers; `begins_on` is the first day of the next campaign with something released.
    """

    today: date
    needs: Sequence[Need]
    waiting: Sequence[Waiting]
    candidates: Sequence[Candidate]
    practised: frozenset[date]
    pauses: Sequence[Pause]
    budget: int
    begins_on: date | None

    @property
    def release_ids(self) -> list[int]:
        """The live releases that are practised."""
        return sorted(targets(self.needs))

    @property
    def answered(self) -> list[Waiting]:
        """Cards answered today."""
        return [one for one in self.waiting if one.last_study_day == self.today]

    @property
    def introduced(self) -> int:
        """Cards met for the first time today."""
        return sum(one.first_study_day == self.today for one in self.waiting)

    @property
    def is_paused(self) -> bool:
        """Whether the learner is away today."""
        return any(pause.covers(self.today) for pause in self.pauses)

    @property
    def new_cards(self) -> int:
        """Cards never met."""
        return self.waiting[0].new_cards if self.waiting else 0

    @property
    def days_left(self) -> int:
        """Days, today included, until the first campaign ends that still brings new cards."""
        unmet = {one.release_id for one in self.waiting if one.due_on is None}
        ends = (need.ends_on for need in self.needs if need.live_release_id in unmet)
        return min(((end - self.today).days + 1 for end in ends), default=0)


def targets(needs: Sequence[Need]) -> dict[int, float]:
    """The desired recall of each live release: the strictest of the campaigns that hold it."""
    wanted: dict[int, float] = {}
    for need in needs:
        if need.live_release_id is not None:
            held = wanted.get(need.live_release_id, 0.0)
            wanted[need.live_release_id] = max(held, need.desired_recall)
    return wanted


def monday_of(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def look(db: Session, learner: Learner, now: datetime, *, days_ahead: int = 0) -> Day:
    """Reads the learner's day in two statements."""
    today = study_day(now, learner.time_zone)
    needs = study.needs(db, learner.id, monday_of(today))
    practised = needs[0].practised or "" if needs else ""
    running = [need for need in needs if need.runs_on(today)]
    wanted = targets(running)
    release_ids = sorted(wanted)
    horizon = today + timedelta(days=days_ahead)
    budget = cards_per_day(learner, running)
    most_new = max(budget, LEAST_NEW) * (days_ahead + 1)
    waiting = (
        study.waiting(db, learner.id, release_ids, today, horizon=horizon, most_new=most_new)
        if release_ids
        else []
    )
    return Day(
        today=today,
        needs=running,
        waiting=waiting,
        candidates=[
            Candidate(one.card_id, memory_of(one), one.due_on, one.topic, wanted[one.release_id])
            for one in waiting
        ],
        practised=frozenset(map(date.fromisoformat, practised.split())),
        pauses=pauses_of(learner),
        budget=budget,
        begins_on=min((n.starts_on for n in needs if n.begins_after(today)), default=None),
    )


def cards_per_day(learner: Learner, needs: Sequence[Need]) -> int:
    """The learner's own number, else the largest of the campaigns: one budget over all of them."""
    if learner.cards_per_day is not None:
        return learner.cards_per_day
    return max((need.cards_per_day for need in needs), default=DEFAULT_CARDS_PER_DAY)


def pauses_of(learner: Learner) -> list[Pause]:
    """The learner's pause, if there is one."""
    if learner.paused_from is None or learner.paused_until is None:
        return []
    return [Pause(learner.paused_from, learner.paused_until)]
