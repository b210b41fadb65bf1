"""`scripts/bench year`: a simulated year of reminders, and what learning their moment brings.

Two thousand made-up learners in six time zones, each with a hidden preference for an hour and for
words; once with hours and words as they are learned, once evenly over what is allowed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

import numpy as np

from scheduler.days_off import WORKING_WEEK, Calendar
from scheduler.reminders import LearnerDay, choose
from scheduler.rhythm import dice, hours
from scheduler.rhythm.arms import Tallies
from scheduler.rhythm.evaluation import Estimate
from scheduler.rhythm.history import History
from scheduler.rhythm.welcome import open_hours
from scripts.benches.figures import Figure, tell
from scripts.benches.rhythm.life import Life
from scripts.benches.rhythm.people import DAYS, crowd
from scripts.benches.rhythm.picking import EVENLY, Way
from scripts.benches.rhythm.verdict import Verdict, of_hours, of_wordings
from scripts.benches.rhythm.year import Year
from scripts.bootstrap.telling import step

LEARNERS, SEED = 2000, 20271101
A_PAGE = 5_000
DAY, NOW = date(2026, 5, 12), datetime(2026, 5, 12, 2, 0, 5, tzinfo=UTC)
MOST_DECIDING = 6.0


def run() -> bool:
    """Simulates and measures; gives whether the bars hold."""
    people = crowd(LEARNERS, SEED)
    with step("a year as it is learned"):
        learned = Year(people, Way(), SEED).live()
    with step("the same year, evenly"):
        evenly = Year(people, EVENLY, SEED).live()
    return tell("year", [*_of_year(learned, evenly), *_gains(learned), *_speed()])


def _of_year(learned: Sequence[Life], evenly: Sequence[Life]) -> Iterator[Figure]:
    for name, lives in (("learned", learned), ("evenly", evenly)):
        yield Figure(f"{name}: reminders a learner", _count(lives), "a year")
        yield Figure(f"{name}: the same a week", _count(lives) * 7 / DAYS, "", most=5)
        yield Figure(f"{name}: answered within 2 h", _answered(lives), "")
    for habit in ("answers", "alone", "ignores", "returns"):
        some = [life for life in learned if life.person.habit == habit]
        yield Figure(f"who {habit}: reminders a learner", _count(some), "a year")
        yield Figure(f"who {habit}: answered within 2 h", _answered(some), "")


def _gains(lives: Sequence[Life]) -> Iterator[Figure]:
    for name, verdict, least in (
        ("hour", of_hours(lives), 1.3),
        ("wording", of_wordings(lives), 1.03),
    ):
        yield Figure(f"{name}: answered, as picked", verdict.picked, "")
        yield Figure(f"{name}: had it been even, in truth", verdict.truth, "")
        yield Figure(f"{name}: picked / even", verdict.picked / verdict.truth, "", least=least)
        yield from _told(name, verdict)


def _told(name: str, verdict: Verdict) -> Iterator[Figure]:
    told = {
        "IPS": verdict.ips,
        "SNIPS": verdict.snips,
        "doubly robust": verdict.doubly_robust,
    }
    for how, estimate in told.items():
        yield Figure(f"{name}: even, told from the log by {how}", estimate.value, _span(estimate))


def _span(estimate: Estimate) -> str:
    return f"({estimate.low:.3f} to {estimate.high:.3f})"


def _count(lives: Sequence[Life]) -> float:
    return sum(len(life.sent) for life in lives) / len(lives)


def _answered(lives: Sequence[Life]) -> float:
    sent = [one.answered for life in lives for one in life.sent]
    return sum(sent) / len(sent)


def _speed() -> Iterator[Figure]:
    page = [_colleague(number) for number in range(A_PAGE)]
    deciding = _fastest(lambda: [choose(one, NOW) for one in page])
    yield Figure("deciding about a learner, hour known", deciding, "µs", most=MOST_DECIDING)
    yield Figure("picking an hour for a learner", _fastest(lambda: _pick(page)), "µs")


def _colleague(number: int) -> LearnerDay:
    yesterday = NOW - timedelta(days=1)
    return LearnerDay(
        study_day=DAY,
        time_zone="Europe/Amsterdam",
        window=(540 + 30 * (number % 4), 1020),
        quiet=(1320, 420),
        calendar=Calendar(WORKING_WEEK, frozenset({date(2026, 4, 27), date(2026, 5, 14)})),
        cards_waiting=1,
        done_today=False,
        muted=False,
        channels=("fcm", "mail"),
        already=frozenset(),
        person=number,
        hour=9 + number % 8,
        history=History(1, yesterday, yesterday.date(), yesterday, yesterday.date(), 1, 3, 8),
    )


def _pick(page: Sequence[LearnerDay]) -> hours.Picks:
    tried = np.tile(np.arange(24.0), (len(page), 1))
    allowed = [open_hours(DAY, one.time_zone, one.window, one.quiet, NOW) for one in page]
    arms = Tallies(tried, np.floor(tried / 3))
    firm = Tallies(np.zeros((1, 24)), np.zeros((1, 24)))
    seeds = dice.seeds(np.arange(len(page)), DAY, dice.HOUR)
    return hours.pick(arms, firm, np.array(allowed), seeds)


def _fastest(work: Callable[[], object]) -> float:
    """Microseconds of processor for each learner of a page, at the best of five."""
    took = []
    for _ in range(5):
        began = time.process_time()
        work()
        took.append(time.process_time() - began)
    return min(took) / A_PAGE * 1e6
