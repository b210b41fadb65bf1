"""`scripts/bench scale`: how many workers a day of many learners takes, by simulation.

Second by second over one day of UTC: reminders fall due at a seeded minute of the hour that is
picked for each learner, and the workers take what waits, the longest due first. What each part
costs was measured by the other benches and stands below; docs/scale.md goes on from here.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from scripts.benches.figures import Figure, tell

LEARNERS: Final = 10_000_000
A_DAY: Final = 0.42
"""Share of learners reminded on a working day: 109 a year, by `scripts/bench year`."""
A_SECOND: Final = 400.0
"""Reminders that one worker process sends, by `scripts/bench send`."""
ANSWERED: Final = 0.40
"""Share of them followed by a session within two hours, by `scripts/bench year`."""
PRACTISED: Final = 0.5
"""Share of learners who practise on a working day; the others come at any waking hour."""
CARDS: Final = 8
REVIEWS_A_SECOND: Final = 3_300.0
"""Answers that two cores take, server and PostgreSQL together, by `scripts/bench reviews`."""
AFTER: Final = 40 * 60.0
"""Seconds after a reminder at which half of those sessions have begun."""
WAKING: Final = range(6, 22)
"""Hours of UTC."""
QUOTA: Final = 10_000.0
"""Messages a second that Firebase takes from one project: 600,000 a minute."""
LATE: Final = 30.0
_MINUTES: Final = 10
OUTAGE: Final = _MINUTES * 60
ZONES: Final = {0: 0.2, 1: 0.6, 2: 0.2}
"""Share of learners by hours ahead of UTC in winter."""
HOURS: Final = {8: 0.30, 9: 0.20, 10: 0.05, 12: 0.15, 13: 0.10, 15: 0.05, 16: 0.10, 17: 0.05}
"""Share of reminders by local hour: habits meet where days begin and pause."""

Seconds = NDArray[np.float64]
_HOUR, _DAY = 3600, 86_400


def run() -> bool:
    """Simulates; gives whether some number of workers holds the bar."""
    due = falling_due(LEARNERS * A_DAY)
    reviews = answers(due)
    enough = workers_for(due)
    figures = [
        Figure(f"reminders a day, {LEARNERS:,} learners", float(due.sum()), ""),
        Figure("falling due in the fullest second", float(due.max()), "/s", most=QUOTA),
        Figure("answers a day", float(reviews.sum()), ""),
        Figure("answers in the fullest second", float(reviews.max()), "/s"),
        Figure(
            "machines of two cores for that", float(np.ceil(reviews.max() / REVIEWS_A_SECOND)), ""
        ),
    ]
    late = delay_p99(due, enough * A_SECOND)
    figures.append(Figure(f"p99 of the delay, {enough} workers", late, "s", most=LATE))
    for workers in (enough, 2 * enough, 4 * enough):
        late = delay_p99(due, workers * A_SECOND, away=OUTAGE)
        figures.append(Figure(f"the same, provider away {_MINUTES} min, {workers}", late, "s"))
    return tell("scale", figures)


def falling_due(reminders: float) -> Seconds:
    """How many fall due in each second of the day."""
    due = np.zeros(_DAY)
    for ahead, people in ZONES.items():
        for hour, share in HOURS.items():
            first = (hour - ahead) * _HOUR
            due[first : first + _HOUR] += reminders * people * share / _HOUR
    return due


def answers(due: Seconds) -> Seconds:
    """How many cards are answered in each second: after reminders, and at any waking hour."""
    fades = np.exp2(-np.arange(_DAY) / AFTER)
    sessions = np.fft.irfft(np.fft.rfft(due, 2 * _DAY) * np.fft.rfft(fades / fades.sum(), 2 * _DAY))
    sessions = ANSWERED * (sessions[:_DAY] + sessions[_DAY:])
    awake = np.isin(np.arange(_DAY) // _HOUR, list(WAKING))
    alone = max(LEARNERS * PRACTISED - sessions.sum(), 0.0) * awake / awake.sum()
    answered: Seconds = CARDS * (sessions + alone)
    return answered


def delay_p99(due: Seconds, a_second: float, away: int = 0) -> float:
    """Seconds within which 99 of 100 leave, where so many can be sent in a second.

    `away`: seconds from the fullest one on in which nothing can.
    """
    began = int(due.argmax())
    waiting, delays = 0.0, np.zeros(_DAY)
    for second, more in enumerate(due):
        left = max(began + away - second, 0) if second >= began else 0
        waiting = max(waiting + more - (0.0 if left else a_second), 0.0)
        delays[second] = left + waiting / a_second
    order = np.argsort(delays)
    upto = np.cumsum(due[order])
    return float(delays[order][np.searchsorted(upto, 0.99 * upto[-1])])


def workers_for(due: Seconds) -> int:
    """The least number with which 99 of 100 leave in time."""
    few, many = 1, int(due.max() / A_SECOND) + 1
    while few < many:
        middle = (few + many) // 2
        if delay_p99(due, middle * A_SECOND) <= LATE:
            many = middle
        else:
            few = middle + 1
    return few
