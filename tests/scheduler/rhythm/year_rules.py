"""The rules, told from a log alone: from what was sent and practised, not from what was counted."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import pairwise

from scheduler.days_off import DayLoad
from scheduler.reminders import HELP
from scheduler.study_day import monday_of, study_day
from scripts.benches.rhythm.life import Life, Sent
from scripts.benches.rhythm.people import Person
from tests.scheduler.rhythm.fatima import is_welcome, wall

A_DAY = timedelta(days=1)
LATEST = 14
"""Practice days by which it is told who starts alone."""


@dataclass
class Before:
    """What had happened to one learner before a moment."""

    sent: list[Sent] = field(default_factory=list)
    ignored: list[Sent] = field(default_factory=list)
    session: datetime | None = None
    practised_on: date | None = None
    alone: list[bool] = field(default_factory=list)

    def practise(self, at: datetime, zone: str) -> None:
        day = study_day(at, zone)
        if day != self.practised_on:
            self.alone.append(not any(one.study_day == day for one in self.sent[-1:]))
        self.session, self.practised_on, self.ignored = at, day, []

    def remind(self, sent: Sent) -> None:
        self.sent.append(sent)
        self.ignored.append(sent)


Rule = Callable[[Person, Before, Sent], bool]


def in_own_times(person: Person, _before: Before, sent: Sent) -> bool:
    """In the learning window, not in quiet hours, on that study day, by the learner's own clock."""
    minute = wall(sent.at, person.time_zone)
    on = study_day(sent.at, person.time_zone)
    return is_welcome(minute, person.window, person.quiet) and on == sent.study_day


def on_a_working_day(person: Person, _before: Before, sent: Sent) -> bool:
    """Not on a day off, a holiday or in a pause."""
    away = any(pause.covers(sent.study_day) for pause in person.calendar.pauses)
    week_day = person.calendar.week[sent.study_day.weekday()]
    return (
        not away and week_day is not DayLoad.NONE and sent.study_day not in person.calendar.holidays
    )


def one_a_day(_person: Person, before: Before, sent: Sent) -> bool:
    """Over all kinds."""
    return all(one.study_day != sent.study_day for one in before.sent[-2:])


def five_a_week(_person: Person, before: Before, sent: Sent) -> bool:
    """As many as the firm allows."""
    week = monday_of(sent.study_day)
    return sum(monday_of(one.study_day) == week for one in before.sent[-7:]) < 5


def hours_apart(_person: Person, before: Before, sent: Sent) -> bool:
    """Three from the reminder before, one from a session."""
    latest = before.sent[-1].at if before.sent else None
    after_reminder = latest is None or sent.at - latest >= timedelta(hours=3)
    session = before.session
    return after_reminder and (session is None or sent.at - session >= timedelta(hours=1))


def not_when_done(_person: Person, before: Before, sent: Sent) -> bool:
    """Not for who practised on that study day."""
    return before.practised_on != sent.study_day


def not_when_muted(person: Person, _before: Before, sent: Sent) -> bool:
    """Nor before the campaign."""
    muted = person.muted is not None and person.muted.covers(sent.study_day)
    return not muted and sent.study_day >= person.starts_on


def backs_off(person: Person, before: Before, sent: Sent) -> bool:
    """Daily, every other working day, weekly, one question, silence."""
    number = len(before.ignored)
    if any(one.kind == HELP for one in before.ignored) or number > 9:
        return False
    if (sent.kind == HELP) != (number == 9):
        return False
    if number < 3:
        return True
    last = before.sent[-1].study_day
    if number < 6:
        between = [last + A_DAY * n for n in range(1, (sent.study_day - last).days)]
        return any(person.calendar.load(one) is not DayLoad.NONE for one in between)
    return sent.study_day - last >= timedelta(days=7)


def not_who_starts_alone(person: Person, before: Before, sent: Sent) -> bool:
    """Four in five of the latest practice days begun alone, and none missed just now."""
    latest = before.alone[-LATEST:]
    if len(latest) < 5 or sum(latest) < 0.8 * len(latest) or sent.kind in NEWS:
        return True
    days = (sent.study_day - A_DAY * n for n in range(1, 31))
    worked = next((one for one in days if person.calendar.load(one) is not DayLoad.NONE), None)
    return worked is None or before.practised_on is None or before.practised_on < worked


NEWS = {"course-day", "result"}
RULES: Sequence[Rule] = (
    in_own_times, on_a_working_day, one_a_day, five_a_week, hours_apart, not_when_done,
    not_when_muted, backs_off, not_who_starts_alone,
)  # fmt: skip


def broken(life: Life) -> Iterator[str]:
    """Each rule that a reminder of this learner's year broke."""
    person, before = life.person, Before()
    for at, sent in life.in_order():
        if sent is None:
            before.practise(at, person.time_zone)
            continue
        for rule in RULES:
            if not rule(person, before, sent):
                yield f"{rule.__name__}: {sent} for {person}"
        before.remind(sent)
    for day, until in life.snoozes:
        if any(day < one.study_day < until for one in life.sent):
            yield f"not this week: {day} for {person}"
    days = [one.study_day for one in life.sent]
    if any(earlier >= later for earlier, later in pairwise(days)):
        yield f"out of order: {person}"
