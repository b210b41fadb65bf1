"""A learner's study day in view: campaigns that run, the budget, the cards that wait."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy.orm import Session

from scheduler.pause import Pause
from scheduler.queue import Candidate
from scheduler.study_day import monday_of, study_day
from server.practice.memories import memory_of
from server.store import study
from server.store.needs import Need, read
from server.store.people import Learner
from server.store.study import Plans, Waiting

DEFAULT_CARDS_PER_DAY = 10
LEAST_NEW = 5  # as many as one more round on own wish may want


@dataclass(frozen=True, slots=True)
class Day:
    """What the store knows about a learner on a study day.

    It may reach some days ahead. `needs` are of campaigns that run on any of these days; `waiting`
    are cards due by the last of them, answered today or new, and `candidates` the same for the
    queue; `budgets` are cards a day, from today on; `practised` are the study days of this week
    with answers; `begins_on` is the first day of the next campaign with something released.
    """

    today: date
    needs: Sequence[Need]
    waiting: Sequence[Waiting]
    candidates: Sequence[Candidate]
    practised: frozenset[date]
    pauses: Sequence[Pause]
    budgets: Sequence[int]
    begins_on: date | None

    @property
    def budget(self) -> int:
        """The most cards for today."""
        return self.budgets[0]

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


def spans(needs: Sequence[Need]) -> dict[int | None, tuple[date, date]]:
    """The first and last day on which each live release is practised."""
    found: dict[int | None, tuple[date, date]] = {}
    for need in needs:
        first, last = found.get(need.live_release_id, (need.starts_on, need.ends_on))
        found[need.live_release_id] = min(first, need.starts_on), max(last, need.ends_on)
    return found


def _asked_within(span: tuple[date, date], valid_until: date | None) -> tuple[date, date]:
    first, last = span
    return first, last if valid_until is None else min(last, valid_until)


class Standing(NamedTuple):
    """The learner's study day, and the plans by which it goes."""

    today: date
    plans: Plans


def standing(db: Session, learner: Learner, now: datetime) -> Standing:
    """Where the learner stands at that moment; in one statement."""
    today = study_day(now, learner.time_zone)
    return Standing(today, study.plans(db, learner.id, monday_of(today)))


def look(db: Session, learner: Learner, at: Standing, *, days_ahead: int = 0) -> Day:
    """Reads the learner's day, and so many after it, in one statement."""
    today, plans = at
    needs = read(plans.needs)
    days = [today + timedelta(days=number) for number in range(days_ahead + 1)]
    asked = [need for need in needs if any(need.runs_on(day) for day in days)]
    budgets = [_budget(learner, needs, day) for day in days]
    # What runs today is asked as today's session asks it, also where a stricter target is to come.
    wanted = targets(asked) | targets([need for need in asked if need.runs_on(today)])
    most_new = sum(max(budget, LEAST_NEW) for budget in budgets)
    waiting = (
        study.waiting(db, learner.id, sorted(wanted), today, horizon=days[-1], most_new=most_new)
        if wanted
        else []
    )
    return Day(
        today=today,
        needs=asked,
        waiting=waiting,
        candidates=_candidates(waiting, wanted, spans(asked)),
        practised=frozenset(map(date.fromisoformat, (plans.practised or "").split())),
        pauses=pauses_of(learner),
        budgets=budgets,
        begins_on=min((n.starts_on for n in needs if n.begins_after(today)), default=None),
    )


def _budget(learner: Learner, needs: Sequence[Need], day: date) -> int:
    return cards_per_day(learner, [need for need in needs if need.runs_on(day)])


def _candidates(
    waiting: Sequence[Waiting],
    wanted: Mapping[int, float],
    span: Mapping[int | None, tuple[date, date]],
) -> list[Candidate]:
    return [
        Candidate(
            one.card_id, memory_of(one), one.due_on, one.topic,
            wanted[one.release_id], *_asked_within(span[one.release_id], one.valid_until),
        )
        for one in waiting
    ]  # fmt: skip


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
