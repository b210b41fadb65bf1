"""Whether to remind a learner on a study day, and when: at most once, and only when welcome."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from scheduler.days_off import Calendar, DayLoad
from scheduler.rhythm import back_off, dice
from scheduler.rhythm.back_off import Turn
from scheduler.rhythm.history import NOTHING_YET, History
from scheduler.rhythm.hours import HourReason
from scheduler.rhythm.occasions import Occasion
from scheduler.rhythm.welcome import Span, by_hour, minutes_of, openings
from scheduler.study_day import local_moment

PRACTICE = "practice"
HELP = "help"
"""The kind that asks what would help, by mail where the learner has it."""
_HELP_CHANNEL = "mail"
MOST_A_WEEK = 5
AFTER_REMINDER = timedelta(hours=3)
AFTER_SESSION = timedelta(hours=1)

Obstacle = Literal[
    "done",
    "already",
    "paused",
    "muted",
    "snoozed",
    "no-channel",
    "holiday",
    "not-a-working-day",
    "no-cards",
    "starts-alone",
    "week-full",
    "backing-off",
    "silent",
    "outside-window",
]
Reason = Literal["own-moment", "window"] | HourReason


@dataclass(frozen=True, slots=True)
class LearnerDay:
    """All that decides about a reminder to one learner on one study day.

    `window` and `quiet`: start and end in minutes of the local day, 0 to 1440, the end not
    included; an end before the start lies past midnight, an end equal to it means never.
    `calendar`: the days that ask something. `channels`: in the order to try. `already`: the kinds
    the ledger holds for this study day. `person`: seeds the minute. `own_minute`: the moment the
    learner asked for, a local minute, 0 to 1439. `hour`: the one picked for this day, with why; the
    reminder comes at a minute in it. `not_before`: the first study day after "not this week".
    `occasion`: what a campaign has to say that day. `most_a_week`: of all kinds; an admin's number.
    """

    study_day: date
    time_zone: str
    window: tuple[int, int]
    quiet: tuple[int, int]
    calendar: Calendar
    cards_waiting: int
    done_today: bool
    muted: bool
    channels: tuple[str, ...]
    already: frozenset[str]
    person: int = 0
    own_minute: int | None = None
    hour: int | None = None
    hour_reason: HourReason = "usual-hour"
    not_before: date | None = None
    history: History = NOTHING_YET
    occasion: Occasion | None = None
    most_a_week: int = MOST_A_WEEK


@dataclass(frozen=True, slots=True)
class Planned:
    """A reminder to send from `due_at` on, and not any more at `expires_at` (both UTC).

    `hour`: the one that was picked, where the reminder comes in it.
    """

    due_at: datetime
    expires_at: datetime
    kind: str
    channels: tuple[str, ...]
    reason: Reason
    hour: int | None = None


@dataclass(frozen=True, slots=True)
class NotPlanned:
    """No reminder on this study day, and why."""

    reason: Obstacle


def choose(day: LearnerDay, now: datetime) -> Planned | NotPlanned:
    """The one reminder of a study day, at `now` or later, or the reason why there is none.

    It comes at the learner's own moment, else in the hour picked for the day; where neither is
    welcome any more, at the first moment after it that is; with none left after it, at the first
    such moment from now.
    """
    hindered = next(_hindrances(day), None)
    if hindered:
        return NotPlanned(hindered)
    turn = back_off.turn(day.history, day.study_day, day.calendar)
    if turn in _AGAINST:
        return NotPlanned(_AGAINST[turn])
    moment = _moment(day, earliest(day.history, now))
    if moment is None:
        return NotPlanned("outside-window")
    due_at, expires_at, reason = moment
    return Planned(
        due_at,
        expires_at,
        _kind(day, turn),
        _channels(day, turn),
        reason,
        day.hour if reason not in ("own-moment", "window") else None,
    )


def earliest(history: History, now: datetime) -> datetime:
    """From when on a reminder keeps its distance from the one before and from a session."""
    first = now
    if history.last_reminder_at is not None:
        first = max(first, history.last_reminder_at + AFTER_REMINDER)
    if history.last_session_at is not None:
        first = max(first, history.last_session_at + AFTER_SESSION)
    return first


_AGAINST: dict[Turn, Obstacle] = {Turn.WAIT: "backing-off", Turn.SILENT: "silent"}


def _hindrances(day: LearnerDay) -> Iterator[Obstacle]:
    """The cheap questions first: most learners of a night are answered by one of them."""
    if day.done_today:
        yield "done"
    if day.already:
        yield "already"
    off = _off(day.calendar, day.study_day)
    if off == "paused":
        yield off
    if day.muted:
        yield "muted"
    if day.not_before is not None and day.study_day < day.not_before:
        yield "snoozed"
    needs_card = day.occasion is None or not day.occasion.is_news
    if needs_card and day.cards_waiting < 1:
        yield "no-cards"
    if not day.channels:
        yield "no-channel"
    if off:
        yield off
    if day.history.in_week >= day.most_a_week:
        yield "week-full"
    if needs_card and back_off.starts_alone(day.history, day.study_day, day.calendar):
        yield "starts-alone"


def _off(calendar: Calendar, day: date) -> Obstacle | None:
    """Why the day asks nothing of this learner; None where it does."""
    if calendar.load(day) is not DayLoad.NONE:
        return None
    if calendar.is_paused(day):
        return "paused"
    return "holiday" if day in calendar.holidays else "not-a-working-day"


def _kind(day: LearnerDay, turn: Turn) -> str:
    if turn is Turn.ASK:
        return HELP
    return day.occasion.kind if day.occasion else PRACTICE


def _channels(day: LearnerDay, turn: Turn) -> tuple[str, ...]:
    if turn is Turn.ASK and _HELP_CHANNEL in day.channels:
        return (_HELP_CHANNEL,)
    return day.channels


def _moment(day: LearnerDay, first: datetime) -> tuple[datetime, datetime, Reason] | None:
    """When it comes, until when it is welcome, and why then."""
    spans = openings(day.study_day, day.time_zone, day.window, day.quiet)
    if not spans or spans[-1][1] <= first:
        return None
    wished = first
    reason: Reason = "window"
    if day.own_minute is not None:
        own = local_moment(day.study_day, day.own_minute, day.time_zone)
        wished, reason = max(own, first), "own-moment" if own >= first else "window"
    elif day.hour is not None and (inside := _in_hour(day, day.hour, first)):
        wished, reason = inside, day.hour_reason
    found = _first(spans, wished)
    if found is None or found[0] != wished:
        reason = "window"
    at = found or _first(spans, first)
    return (*at, reason) if at else None


def _first(spans: tuple[Span, ...], at: datetime) -> Span | None:
    """The first welcome moment from `at` on and the end of the span in which it lies."""
    for start, end in spans:
        if end > at:
            return max(start, at), end
    return None


def _in_hour(day: LearnerDay, hour: int, first: datetime) -> datetime | None:
    """A minute of that hour, by the learner's throw of the day, so that not all come at once."""
    spans = by_hour(day.study_day, day.time_zone, day.window, day.quiet)[hour]
    # Nothing to cut off is the same for all colleagues, and so is found again.
    cut = first if spans and spans[0][0] < first else None
    minutes = minutes_of(spans, cut)
    if not minutes:
        return None
    return minutes[int(dice.fraction(day.person, day.study_day, dice.MINUTE) * len(minutes))]
