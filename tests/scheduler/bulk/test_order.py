from datetime import date, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from scheduler import order
from scheduler.bulk.fsrs6 import Bulk
from scheduler.bulk.order import asked
from scheduler.fsrs6 import DEFAULT_PARAMETERS
from scheduler.memory import Memory, retrievability
from tests.scheduler.strategies import quick

TODAY = date(2026, 3, 2)
BULK = Bulk(np.array(DEFAULT_PARAMETERS))

cards = st.lists(
    st.tuples(st.floats(0.01, 900), st.floats(1, 10), st.integers(0, 400), st.integers(0, 2)),
    max_size=30,
    unique_by=lambda card: card[0],
)


@given(cards, st.lists(st.integers(0, 12), min_size=3, max_size=3))
@quick
def test_each_learner_is_asked_what_one_alone_would_be(
    found: list[tuple[float, float, int, int]], places: list[int]
) -> None:
    alone: set[int] = set()
    for learner, room in enumerate(places):
        own = {
            number: Memory(stability, difficulty, day, day, reviews=2, lapses=0, correct_run=1)
            for number, (stability, difficulty, ago, whose) in enumerate(found)
            if whose == learner
            for day in [TODAY - timedelta(days=ago)]
        }
        ranked = sorted(own, key=lambda one: (-retrievability(own[one], TODAY), one))
        chosen = order.asked([own[one] for one in ranked], TODAY, room)
        alone |= {ranked[place] for place in chosen}
    stability, difficulty, ago, whose = np.array(found, dtype=float).reshape(-1, 4).T
    together = asked(
        BULK, (stability, difficulty), ago.astype(np.int64), whose.astype(np.int64),
        np.array(places),
    )  # fmt: skip
    assert set(np.flatnonzero(together).tolist()) == alone
