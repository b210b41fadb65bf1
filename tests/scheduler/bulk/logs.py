"""Made-up logs of many cards, for one card at a time and for arrays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import numpy as np
from hypothesis import strategies as st

from scheduler.bulk.replay import Logs
from scheduler.fsrs6 import DEFAULT_PARAMETERS
from scheduler.memory import Event, Rating
from tests.scheduler.strategies import READY, START, ratings

# Days go back too: whoever flies west answers on an earlier date than before.
cards = st.lists(
    st.lists(st.tuples(st.integers(-1, 40), ratings), min_size=1, max_size=8),
    min_size=1,
    max_size=5,
)
OTHERS = tuple(value * 1.05 for value in DEFAULT_PARAMETERS)
sets = st.sampled_from([DEFAULT_PARAMETERS, OTHERS])


def events(log: Sequence[tuple[int, Rating]]) -> list[Event]:
    """The answers of one card; each number is the days since the answer before."""
    day = START.date()
    made = []
    for number, (days, rating) in enumerate(log):
        day += timedelta(days=days)
        made.append(Event(START + timedelta(minutes=number), str(number), day, rating, READY))
    return made


def arrays(of_cards: Sequence[Sequence[Event]]) -> Logs:
    """The same answers as arrays."""
    every = [event for log in of_cards for event in log]
    return Logs(
        np.array([len(log) for log in of_cards]),
        np.array([event.study_day.toordinal() for event in every]),
        np.array([int(event.rating) for event in every]),
    )
