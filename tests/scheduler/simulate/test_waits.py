from datetime import timedelta

import numpy as np
import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.policy.aim import Strength
from scheduler.policy.deadline import Deadline
from scheduler.policy.readiness import Readiness
from scheduler.simulate.waits import waits
from tests.scheduler.simulate.plans import MONDAY

ON = MONDAY + timedelta(days=60)
AIMS = (Readiness(0.8), Readiness(0.95), Deadline(ON, 0.9, 9.0))


@settings(deadline=None)  # the first asking reads the programme
@pytest.mark.parametrize("aim", AIMS, ids=str)
@given(
    cards=st.lists(st.tuples(st.floats(0.05, 900), st.floats(1, 10)), min_size=1, max_size=20),
    day=st.integers(0, 70),
)
def test_many_cards_wait_as_each_of_them_would(
    aim: Readiness | Deadline, cards: list[tuple[float, float]], day: int
) -> None:
    on = MONDAY + timedelta(days=day)
    stability, difficulty = np.array(cards).T
    w20 = DEFAULT_PARAMETERS[20]
    alone = [aim.wait(Strength(s, d, on, w20)).days for s, d in cards]
    assert waits(aim)(stability, difficulty, on).tolist() == alone
