"""A learner's study day in view: campaigns that run, the budget, the cards that wait."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from scheduler.days_off import Calendar
from scheduler.own_dates import with_dates
from scheduler.policy.aim import Aim
from scheduler.queue import Candidate
from scheduler.stop.leech import back_on
from scheduler.study_day import study_day
from scheduler.time_taken import cards_in, seconds_a_card
from server import calendars
from server.practice import beside
from server.practice.memories import memory_of
from server.store import parameter_sets, pauses, refresh_dates, study
from server.store.aiming import aims_of
from server.store.beside import PRE_TEST, RUNNING
from server.store.needs import Need, read
from server.store.parameter_sets import Parameters
from server.store.people import Learner
from server.store.study import Plans, Waiting

DEFAULT_CARDS_PER_DAY = 10
LEAST_NEW = 5  # as many as one more round on own wish may want


@dataclass(frozen=True, slots=True)
class Day:
    """What the store knows about a learner on a study day.

    It may reach some days ahead. `needs` are of campaigns that run on any of these days; `waiting`
    are cards due by the last of them, answered today or new, `apart` those of pre-tests and of
    upkeep, and `candidates` all of them for the queue; `budgets` are cards a day, from today on,
    none on days off; `practised` are the study days of this week with answers; `begins_on` is the
    next day on which a campaign begins to ask; `seconds` is how long a card takes the learner;
    `card_sets` are by live release; `tested_until` is the last day for cards of pre-tests;
    `parameters` those of the learner's memory; `own_dates` the learner's own aims, by topic.
    """

    today: date
    needs: Sequence[Need]
    waiting: Sequence[Waiting]
    apart: Sequence[Waiting]
    candidates: Sequence[Candidate]
    practised: frozenset[date]
    calendar: Calendar
    seconds: float
    budgets: Sequence[int]
    begins_on: date | None
    card_sets: Mapping[int | None, int]
    tested_until: date
    parameters: Parameters
    own_dates: Mapping[str, Aim]

    @property
    def budget(self) -> int:
        """The most cards for today."""
        return self.budgets[0]

    @property
    def release_ids(self) -> list[int]:
        """The live releases that are practised."""
        return sorted({need.live_release_id for need in self.needs if need.live_release_id})

    @property
    def answered(self) -> list[Waiting]:
        """Cards answered today."""
        found = [one for one in self.every if answered_on(one) == self.today]
        return list({one.card_id: one for one in found}.values())

    @property
    def every(self) -> list[Waiting]:
        """All cards that were read."""
        return [*self.waiting, *self.apart]

    @property
    def introduced(self) -> int:
        """Cards met for the first time today."""
        return sum(one.first_study_day == self.today for one in self.waiting)

    @property
    def is_paused(self) -> bool:
        """Whether the learner is away today."""
        return self.calendar.is_paused(self.today)

    @property
    def new_cards(self) -> int:
        """Cards never met."""
        return self.waiting[0].new_cards if self.waiting else 0

    def days_left(self, on: date) -> int:
        """Full days from then on until the first campaign ends that still brings new cards."""
        unmet = {one.release_id for one in self.waiting if one.due_on is None}
        ends = [need.ends_on for need in self.needs if need.live_release_id in unmet]
        return self.calendar.full_days(on, min(ends)) if ends else 0


def targets(learner: Learner, needs: Sequence[Need]) -> dict[int, tuple[Aim, ...]]:
    """What each live release is to reach: the aims of the campaigns that hold it."""
    policies: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for need in needs:
        if need.live_release_id is not None:
            policies[need.live_release_id].append(need.policy)
    return {release: aims_of(found, learner) for release, found in policies.items()}


def own_dates(learner: Learner, plans: Plans, today: date) -> dict[str, Aim]:
    """What the learner's own dates that are to come aim at, by topic."""
    policies = refresh_dates.ahead(refresh_dates.read(plans.dates), today)
    return {topic: aims_of([policy], learner)[0] for topic, policy in policies.items()}


def spans(needs: Sequence[Need]) -> dict[int | None, tuple[date, date]]:
    """The first and last day on which each live release is practised."""
    found: dict[int | None, tuple[date, date]] = {}
    for need in needs:
        first, last = found.get(need.live_release_id, (need.starts_on, need.ends_on))
        found[need.live_release_id] = min(first, need.starts_on), max(last, need.ends_on)
    return found


def answered_on(row: Waiting) -> date | None:
    """The study day of the last answer, also of one that left no memory."""
    return row.last_on if row.part == PRE_TEST else row.last_study_day


def _asked_within(span: tuple[date, date], valid_until: date | None) -> tuple[date, date]:
    first, last = span
    return first, last if valid_until is None else min(last, valid_until)


class Standing(NamedTuple):
    """The learner's study day, and the plans by which it goes."""

    today: date
    plans: Plans

    @property
    def calendar(self) -> Calendar:
        """The learner's days around today."""
        plans = self.plans
        in_force = calendars.resolved(
            plans.day_loads, plans.country, plans.firm_day_loads, plans.firm_country
        )
        return calendars.calendar(*in_force, pauses.read(plans.pauses), self.today.year)

    @property
    def country(self) -> str:
        """Whose public holidays are kept, "" for none."""
        own = self.plans.country
        return self.plans.firm_country if own is None else own

    @property
    def seconds(self) -> float:
        """How long a card takes the learner."""
        return seconds_a_card([int(one) for one in (self.plans.took_ms or "").split()])

    def budget(self, learner: Learner) -> int:
        """Cards for a full day of the campaigns that run today."""
        running = [need for need in read(self.plans.needs) if need.runs_on(self.today)]
        return cards_per_day(learner, running, self.seconds)


def standing(db: Session, learner: Learner, now: datetime) -> Standing:
    """Where the learner stands at that moment; in one statement."""
    today = study_day(now, learner.time_zone)
    return Standing(today, study.plans(db, learner.id, today))


def look(db: Session, learner: Learner, at: Standing, *, days_ahead: int = 0) -> Day:
    """Reads the learner's day, and so many after it, in one statement."""
    today, plans = at
    calendar, seconds = at.calendar, at.seconds
    needs = read(plans.needs)
    days = [today + timedelta(days=number) for number in range(days_ahead + 1)]
    asked = [need for need in needs if any(need.runs_on(day) for day in days)]
    budgets = [calendar.budget(day, _budget(learner, needs, day, seconds)) for day in days]
    # What runs today is asked as today's session asks it, also where a stricter target is to come.
    running = [need for need in asked if need.runs_on(today)]
    wanted = targets(learner, asked) | targets(learner, running)
    most_new = sum(max(budget, LEAST_NEW) for budget in budgets)
    dates = own_dates(learner, plans, today)
    others = beside.wanted(needs, today, practised=wanted, upkeep=plans.upkeep)
    rows = study.waiting(
        db, learner.id, sorted(wanted), today,
        horizon=days[-1], most_new=most_new, others=others, topics=sorted(dates),
    )  # fmt: skip
    waiting = [one for one in rows if one.part == RUNNING]
    apart = [one for one in rows if one.part != RUNNING]
    first = beside.candidates(apart, today, needs, targets(learner, needs))
    taken = {one.card_id for one in first}
    usual = _candidates(waiting, wanted, spans(asked))
    candidates = [*first, *(one for one in usual if one.card_id not in taken)]
    parameters = parameter_sets.of_id(db, learner.parameter_set_id)
    return Day(
        today=today,
        needs=asked,
        waiting=waiting,
        apart=apart,
        candidates=with_dates(candidates, dates, parameters),
        practised=frozenset(map(date.fromisoformat, (plans.practised or "").split())),
        calendar=calendar,
        seconds=seconds,
        budgets=budgets,
        begins_on=min((on for n in needs for on in n.begins() if on > today), default=None),
        card_sets={need.live_release_id: need.card_set_id for need in needs},
        tested_until=beside.closing(needs, today),
        parameters=parameters,
        own_dates=dates,
    )


def _budget(learner: Learner, needs: Sequence[Need], day: date, seconds: float) -> int:
    asking = [need for need in needs if need.runs_on(day) or need.tests_on(day)]
    return cards_per_day(learner, asking, seconds)


def _candidates(
    waiting: Sequence[Waiting],
    wanted: Mapping[int, tuple[Aim, ...]],
    span: Mapping[int | None, tuple[date, date]],
) -> list[Candidate]:
    found = []
    for one in waiting:
        memory = memory_of(one)
        first, last = _asked_within(span[one.release_id], one.valid_until)
        if memory is not None:
            first = max(first, back_on(memory, mended=one.mended))
        aims = wanted[one.release_id]
        found.append(
            Candidate(
                one.card_id, memory, one.due_on, one.topic, aims, first, last, last, kin=one.kin
            )
        )
    return found


def cards_per_day(learner: Learner, needs: Sequence[Need], seconds: float) -> int:
    """The learner's own number or minutes, else the largest number that a campaign asks.

    One budget over all campaigns: they share the day.
    """
    if learner.cards_per_day is not None:
        return learner.cards_per_day
    if learner.minutes_per_day is not None:
        return cards_in(learner.minutes_per_day, seconds)
    return max((need.cards_per_day for need in needs), default=DEFAULT_CARDS_PER_DAY)
