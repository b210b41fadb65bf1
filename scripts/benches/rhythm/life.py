"""One learner through the year: what is known before each day, and what became of each reminder."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from scheduler.reminders import HELP
from scheduler.rhythm.history import History
from scheduler.study_day import monday_of, study_day
from scripts.benches.rhythm.people import Person

IN_TIME = timedelta(hours=2)
"""A session begun so soon after a reminder counts as its answer."""
LATEST_PRACTICE_DAYS = 14


@dataclass(frozen=True, slots=True)
class Tried:
    """An arm that was taken, its chance, and what an even choice would have come to.

    `forecast`, `even_forecast`: the reward foreseen then; `even_truth`: the true one.
    """

    arm: int
    chance: float
    even: float
    forecast: float
    even_forecast: float
    even_truth: float


@dataclass(frozen=True, slots=True)
class Sent:
    """A reminder that went out. `alone_too`: they would have practised later that day anyway."""

    at: datetime
    study_day: date
    kind: str
    reason: str
    hour: Tried | None
    wording: Tried | None
    answered: bool
    alone_too: bool


@dataclass(slots=True)
class Life:
    """What happened to one learner so far."""

    person: Person
    sent: list[Sent] = field(default_factory=list)
    sessions: list[datetime] = field(default_factory=list)
    snoozes: list[tuple[date, date]] = field(default_factory=list)
    ignored: int = 0
    in_week: int = 0
    week: date = date.min
    asked_help: bool = False
    practised_on: date | None = None
    practice_days: deque[bool] = field(default_factory=lambda: deque(maxlen=LATEST_PRACTICE_DAYS))

    def history(self, day: date) -> History:
        """As the server would tell it before that day."""
        monday = monday_of(day)
        if monday != self.week:
            self.week, self.in_week = monday, 0
        latest = self.sent[-1] if self.sent else None
        return History(
            self.ignored,
            latest.at if latest else None,
            latest.study_day if latest else None,
            self.sessions[-1] if self.sessions else None,
            self.practised_on,
            self.in_week,
            sum(self.practice_days),
            len(self.practice_days),
            self.asked_help,
        )

    def not_before(self) -> date | None:
        """Until when "not this week" holds."""
        return self.snoozes[-1][1] if self.snoozes else None

    def get(self, reminder: Sent) -> None:
        """A reminder arrives."""
        self.sent.append(reminder)
        self.in_week += 1
        self.ignored += 1
        self.asked_help |= reminder.kind == HELP

    def practise(self, at: datetime) -> None:
        """A session begins."""
        day = study_day(at, self.person.time_zone)
        if day != self.practised_on:
            reminded = bool(self.sent) and self.sent[-1].study_day == day
            self.practice_days.append(not reminded)
        self.sessions.append(at)
        self.practised_on = day
        self.ignored, self.asked_help = 0, False

    def in_order(self) -> Iterator[tuple[datetime, Sent | None]]:
        """All that happened; None is a session."""
        events: list[tuple[datetime, Sent | None]] = [(one.at, one) for one in self.sent]
        events += [(at, None) for at in self.sessions]
        yield from sorted(events, key=lambda event: event[0])
