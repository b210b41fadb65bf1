from datetime import timedelta

import numpy as np
import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.policy.aim import Aim, Strength
from scheduler.policy.booster import Booster
from scheduler.policy.deadline import Deadline
from scheduler.policy.readiness import Readiness
from scheduler.simulate.waits import windows
from tests.scheduler.simulate.plans import MONDAY

ON = MONDAY + timedelta(days=60)
AIMS: tuple[Aim, ...] = (
    Readiness(0.8),
    Readiness(0.95),
    Deadline(ON, 0.9, 9.0),
    Deadline(ON + timedelta(days=900), 0.9, 4.0),
    Booster(MONDAY),
)


@settings(deadline=None)  # the first asking reads the programme
@pytest.mark.parametrize("aim", AIMS, ids=str)
@given(
    cards=st.lists(st.tuples(st.floats(0.001, 900), st.floats(1, 10)), min_size=1, max_size=20),
    day=st.integers(0, 70),
)
def test_many_cards_wait_as_each_of_them_would(
    aim: Aim, cards: list[tuple[float, float]], day: int
) -> None:
    on = MONDAY + timedelta(days=day)
    stability, difficulty = np.array(cards).T
    w20 = DEFAULT_PARAMETERS[20]
    alone = [aim.wait(Strength(s, d, on, w20))[:2] for s, d in cards]
    assert list(zip(*windows(aim)(stability, difficulty, on), strict=True)) == alone
