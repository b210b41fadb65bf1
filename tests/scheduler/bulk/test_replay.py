"""Many logs folded at once give what each of them gives alone."""

from dataclasses import astuple
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.bulk.fsrs6 import Bulk
from scheduler.bulk.replay import replay, steps
from scheduler.fsrs6 import DEFAULT_PARAMETERS
from scheduler.history import history
from scheduler.memory import Memory, Rating
from scheduler.memory import replay as replay_one
from tests.scheduler.bulk.logs import arrays, cards, events, sets
from tests.scheduler.strategies import quick

CLOSE = 1e-9


@given(cards, st.data())
@quick
def test_every_memory_is_that_of_its_own_log(
    logs: list[list[tuple[int, Rating]]], data: st.DataObject
) -> None:
    logged = [events(log) for log in logs]
    own = [data.draw(sets) for _ in logs]
    found = zip(*astuple(replay(arrays(logged), Bulk(np.array(own).T))), strict=True)
    for log, parameters, values in zip(logged, own, found, strict=True):
        stability, difficulty, first, last, *counts = values
        expected = replay_one(log, parameters)
        assert expected is not None
        assert (stability, difficulty) == pytest.approx(expected[:2], rel=CLOSE)
        days = date.fromordinal(first), date.fromordinal(last)
        assert Memory(*expected[:2], *days, *counts) == expected


@given(cards)
@quick
def test_every_answer_was_foretold_as_one_by_one(logs: list[list[tuple[int, Rating]]]) -> None:
    logged = [events(log) for log in logs]
    found = steps(arrays(logged), Bulk(np.array(DEFAULT_PARAMETERS)))
    expected = [step for log in logged for step in history(log)]
    assert [*found.elapsed_days] == [step.elapsed_days for step in expected]
    for recall, one in zip(found.recall, expected, strict=True):
        assert (
            np.isnan(recall)
            if one.before is None
            else recall == pytest.approx(one.retrievability, rel=CLOSE)
        )
