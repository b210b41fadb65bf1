"""A year of reminders day by day, as the server would choose them, among people with a will."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import numpy as np

from scheduler.reminders import MOST_A_WEEK, PRACTICE, LearnerDay, Planned, choose
from scheduler.rhythm.dice import Floats
from scheduler.rhythm.hours import HourReason
from scheduler.rhythm.occasions import Occasion, OccasionKind, falls_on, is_told
from scheduler.study_day import monday_of
from scripts.benches.rhythm.life import Life, Sent
from scripts.benches.rhythm.morning import LUCK, Morning, morning
from scripts.benches.rhythm.people import DAYS, STARTS_ON, Crowd, Person
from scripts.benches.rhythm.picking import Arms, Picker, Way

WORN, HALF_RECOVERED = 0.4, 3.0
"""The hidden truth: what the last use takes from a wording, and in how many days half is back."""
A_DAY = timedelta(days=1)
LAST = datetime.max.replace(tzinfo=UTC)
OCCASIONS: Final[Sequence[tuple[int, OccasionKind]]] = (
    (0, "start"), (20, "course-day"), (50, "check-in"), (83, "last-week"), (90, "result"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Today:
    """What was picked for everybody; `left`: what each wording leaves of their readiness."""

    day: date
    hour: Arms
    why: Sequence[HourReason]
    wording: Arms
    left: Floats


class Year:
    """The firm's year; `live` fills the lives."""

    def __init__(self, crowd: Crowd, way: Way, seed: int) -> None:
        self.lives = [Life(person) for person in crowd.people]
        self._crowd = crowd
        self._picker = Picker(len(self.lives), way)
        self._dice = np.random.default_rng(seed)
        self._occasions = [occasions(person) for person in crowd.people]

    def live(self) -> Sequence[Life]:
        """From the first day to the last."""
        for number in range(DAYS):
            self._day(STARTS_ON + A_DAY * number)
        return self.lives

    def _day(self, day: date) -> None:
        throws = self._dice.random((len(self.lives), LUCK)).tolist()
        mornings = [morning(life, day, luck) for life, luck in zip(self.lives, throws, strict=True)]
        open_to = np.stack([one.open_hours(day) for one in mornings])
        hour, wording, why = self._picker.pick(day, open_to)
        since = self._picker.days_since_used(day)
        left = self._crowd.wordings * (1 - WORN * np.exp2(-since / HALF_RECOVERED))
        today = Today(day, hour, why, wording, left)
        for number, one in enumerate(mornings):
            self._live(number, one, today)

    def _live(self, number: int, one: Morning, today: Today) -> None:
        life, alone_at = one.life, one.alone_at
        choice = choose(self._learner_day(number, one, today), one.now)
        # What is planned is looked at once more before it goes out.
        if isinstance(choice, Planned) and (alone_at is None or alone_at > choice.due_at):
            sent = self._send(number, one, choice, today)
            life.get(sent)
            if sent.answered:
                life.practise(min(choice.due_at + one.delay, alone_at or LAST))
            if one.snoozes:
                life.snoozes.append((today.day, monday_of(today.day) + timedelta(days=7)))
        if alone_at is not None and (not life.sessions or alone_at > life.sessions[-1]):
            life.practise(alone_at)

    def _learner_day(self, number: int, one: Morning, today: Today) -> LearnerDay:
        life, person, day = one.life, one.life.person, today.day
        kind = self._occasion(number, one, day)
        hour = int(today.hour.arm[number])
        return LearnerDay(
            study_day=day,
            time_zone=person.time_zone,
            window=person.window,
            quiet=person.quiet,
            calendar=person.calendar,
            cards_waiting=int(one.card),
            done_today=life.practised_on == day
            or (one.alone_at is not None and one.alone_at <= one.now),
            muted=person.muted is not None and person.muted.covers(day),
            channels=person.channels,
            already=frozenset(),
            person=number,
            own_minute=person.own_minute,
            hour=hour if hour >= 0 else None,
            hour_reason=today.why[number],
            not_before=life.not_before(),
            history=one.history,
            occasion=Occasion(kind) if kind else None,
            most_a_week=MOST_A_WEEK,
        )

    def _occasion(self, number: int, one: Morning, day: date) -> OccasionKind | None:
        calendar = one.life.person.calendar
        falling = self._occasions[number]
        told = (kind for kind, on in falling if is_told(kind, on, day, one.history, calendar))
        return next(told, None)

    def _send(self, number: int, one: Morning, choice: Planned, today: Today) -> Sent:
        hour = choice.due_at.astimezone(ZoneInfo(one.life.person.time_zone)).hour
        likely, left = self._crowd.hours_on(today.day)[number], today.left[number]
        worded = choice.kind == PRACTICE
        wording = today.wording.tried(number, likely[hour] * left) if worded else None
        fits = float(left[wording.arm]) if wording else 1.0
        willing = one.answers < likely[hour] * fits
        answered = bool(willing) or one.alone_soon_after(choice.due_at)
        arm = wording.arm if wording else None
        self._picker.learn(number, hour, arm, today.day, won=answered)
        return Sent(
            at=choice.due_at,
            study_day=today.day,
            kind=choice.kind,
            reason=choice.reason,
            hour=today.hour.tried(number, likely * fits) if choice.hour is not None else None,
            wording=wording,
            answered=answered,
            alone_too=one.alone_at is not None,
        )


def occasions(person: Person) -> Sequence[tuple[OccasionKind, date]]:
    """The moments of their campaign, the weightiest first, each with the day that it falls on."""
    days = ((kind, falls_on(kind, person.starts_on + A_DAY * after, person.calendar))
            for after, kind in OCCASIONS)  # fmt: skip
    return [(kind, first) for kind, first in days if first is not None]
