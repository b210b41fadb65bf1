"""Today's session: what to ask, in which wording, and what each button would lead to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from content.translations import asked_in
from scheduler.baseline import share_of
from scheduler.days_off import Calendar
from scheduler.memory import retrievability
from scheduler.pacing import new_today
from scheduler.policy.schedule import Preview, preview
from scheduler.queue import Candidate, ahead, plan
from scheduler.study_day import monday_of
from scheduler.variants import OWN, in_turn
from server.calendars import holiday_name
from server.practice.beside import is_open
from server.practice.day import Day, Standing, look, standing
from server.practice.memories import seed, seen_of
from server.practice.next_date import next_date
from server.practice.why import PARTS, Reasons, Why, parts_of
from server.store.beside import PRE_TEST
from server.store.parameter_sets import Parameters
from server.store.people import Learner
from server.store.wordings import Wording, wordings

Face = Mapping[str, Any]
Faces = Sequence[Face]

DAYS_AHEAD = 7
ONE_MORE_ROUND = 5


class SessionCard(NamedTuple):
    """A card to ask. `recall` is the chance of knowing it now; None while it is new.

    `faces` are all wordings in the language in which it is asked, in turn; `face` is the first.
    """

    card_id: int
    card_set_id: int
    topic: str
    face: Face
    faces: Faces
    is_new: bool
    recall: float | None
    stability_days: float | None
    next: Preview
    why: Why


class PlannedDay(NamedTuple):
    """A coming study day. `budget` is the most cards of it, none on a day off."""

    study_day: date
    cards: Sequence[SessionCard]
    budget: int


@dataclass(frozen=True, slots=True)
class StudySession:
    """A study day as the phone shows it. `next_date` is set when nothing is left for today.

    `budget` is the most cards of the whole day, none on a day off; `holiday` the name of the public
    holiday that today is; `seconds` how long a card takes.
    """

    study_day: date
    cards: Sequence[SessionCard]
    budget: int
    answered_today: int
    next_date: date | None
    practised: frozenset[date]
    paused_until: date | None
    calendar: Calendar
    holiday: str | None
    seconds: float

    @property
    def done_today(self) -> bool:
        """Whether the learner practised today and nothing of the day's plan is left."""
        return not self.cards and self.answered_today > 0

    @property
    def minutes(self) -> int:
        """About how long the rest takes, in whole minutes, at least 1 while cards are left."""
        return -(-int(len(self.cards) * self.seconds) // 60)

    @property
    def week(self) -> list[date]:
        """The days of this week, from Monday."""
        monday = monday_of(self.study_day)
        return [monday + timedelta(days=number) for number in range(7)]


def plan_session(
    db: Session, learner: Learner, now: datetime, *, more: bool = False
) -> StudySession:
    """What is for today, at most the budget. With `more`, one round beyond it on own wish."""
    return plan_from(db, learner, standing(db, learner, now), more=more)


def plan_from(db: Session, learner: Learner, at: Standing, *, more: bool = False) -> StudySession:
    """The same, for who knows already where the learner stands."""
    day = look(db, learner, at)
    left = day.budget - len(day.answered)
    if more:
        left = ONE_MORE_ROUND
    chosen = _chosen(day, left)
    cards = _session_cards(db, learner, day, [(day.today, chosen)])[0]
    return StudySession(
        study_day=day.today,
        cards=cards,
        budget=day.budget,
        answered_today=len(day.answered),
        next_date=None if cards else next_date(db, learner, day),
        practised=day.practised,
        paused_until=_paused_until(day),
        calendar=day.calendar,
        holiday=_holiday(at, learner.language),
        seconds=day.seconds,
    )


def plan_ahead(db: Session, learner: Learner, now: datetime) -> list[PlannedDay]:
    """Today and the coming week, each day as it will be when the days before it are done."""
    day = look(db, learner, standing(db, learner, now), days_ahead=DAYS_AHEAD)
    budgets = [max(day.budget - len(day.answered), 0), *day.budgets[1:]]
    unread = day.new_cards - sum(one.due_on is None for one in day.waiting)
    days = ahead(
        day.candidates, day.today, budgets,
        lambda number, unmet: _new_share(day, budgets[number], unmet + unread, number),
        lambda card_id: seed(learner.id, card_id),
        pauses=day.calendar.pauses, parameters=day.parameters,
    )  # fmt: skip
    cards = _session_cards(db, learner, day, days)
    return [
        PlannedDay(on, found, budget)
        for (on, _), found, budget in zip(days, cards, day.budgets, strict=True)
    ]


def _chosen(day: Day, left: int) -> list[int]:
    tested = sum(map(is_open, day.apart))
    days_left = day.calendar.full_days(day.today, day.tested_until)
    share = _new_share(day, left, day.new_cards) + share_of(tested, days_left)
    return plan(
        day.candidates, day.today, left, share,
        pauses=day.calendar.pauses, parameters=day.parameters,
    )  # fmt: skip


def _new_share(day: Day, left: int, unmet: int, days_on: int = 0) -> int:
    """Places kept for new cards, so many days on: the campaign's pace, at most half of the rest."""
    introduced = 0 if days_on else day.introduced
    days_left = day.days_left(day.today + timedelta(days=days_on))
    return min(new_today(unmet, days_left, introduced), max(left, 0) // 2)


def _paused_until(day: Day) -> date | None:
    return next((one.last_day for one in day.calendar.pauses if one.covers(day.today)), None)


def _holiday(at: Standing, language: str) -> str | None:
    if at.today not in at.calendar.holidays:
        return None
    return holiday_name(at.country, at.today, language)


def _session_cards(
    db: Session, learner: Learner, day: Day, days: Sequence[tuple[date, list[int]]]
) -> list[list[SessionCard]]:
    releases = {one.card_id: one.release_id for one in day.every}
    wanted = {(releases[card_id], card_id) for _, ids in days for card_id in ids}
    found = wordings(db, wanted)
    candidates = {one.card_id: one for one in day.candidates}
    sets = day.card_sets
    parts = parts_of(day.apart)
    reasons = Reasons(parts, day.own_dates, day.parameters)
    seen = {one.card_id: seen_of(one.variants_seen) for one in day.every}
    return [
        [
            _session_card(
                learner,
                sets[releases[card_id]],
                found[card_id],
                candidates[card_id],
                on,
                faces=_in_turn(
                    asked_in(found[card_id].faces, learner.language),
                    seen[card_id],
                    tested=parts.get(card_id) == PARTS[PRE_TEST],
                ),
                why=reasons.of(candidates[card_id]),
                parameters=day.parameters,
            )
            for card_id in ids
            if card_id in found
        ]
        for on, ids in days
    ]


def _in_turn(faces: Faces, seen: Sequence[int], *, tested: bool) -> Faces:
    """The wordings, the longest unseen in front; in a pre-test behind that whose turn is last.

    A wrong answer to a pre-test leaves no memory, and so nothing tells what it showed.
    """
    by_id = {face["variant_id"] or OWN: face for face in faces}
    ranked = [by_id[one] for one in in_turn(list(by_id), seen)]
    return [*ranked[-1:], *ranked[:-1]] if tested else ranked


def _session_card(
    learner: Learner,
    card_set_id: int,
    wording: Wording,
    candidate: Candidate,
    on: date,
    *,
    faces: Faces,
    why: Why,
    parameters: Parameters,
) -> SessionCard:
    memory = candidate.memory
    own_seed = seed(learner.id, wording.card_id)
    return SessionCard(
        card_id=wording.card_id,
        card_set_id=card_set_id,
        topic=wording.topic,
        face=faces[0],
        faces=faces,
        is_new=memory is None,
        recall=None if memory is None else retrievability(memory, on, parameters),
        stability_days=memory.stability if memory else None,
        next=preview(memory, on, candidate.aims, own_seed, parameters),
        why=why,
    )
