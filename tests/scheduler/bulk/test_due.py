"""Due days of many cards at once are those that each card gets alone."""

from dataclasses import replace
from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from scheduler.bulk.due import due_days
from scheduler.bulk.fsrs6 import Bulk
from scheduler.bulk.replay import steps
from scheduler.fsrs6 import DEFAULT_PARAMETERS
from scheduler.memory import Rating
from scheduler.policy.readiness import Readiness
from scheduler.policy.schedule import due_after
from tests.scheduler.bulk.logs import arrays, cards, events, sets
from tests.scheduler.strategies import desired_recalls, quick


@given(cards, st.data())
@quick
def test_each_card_is_due_as_if_it_were_alone(
    logs: list[list[tuple[int, Rating]]], data: st.DataObject
) -> None:
    recalls = [data.draw(desired_recalls | st.just(0.9)) for _ in logs]
    own = [data.draw(sets) for _ in logs]
    seeds = [f"7:{number}" for number in range(len(logs))]
    logged = [
        [replace(one, aims=(Readiness(recall),)) for one in events(log)]
        for log, recall in zip(logs, recalls, strict=True)
    ]
    bulk, together = Bulk(np.array(own).T), arrays(logged)
    due, certain = due_days(together, steps(together, bulk), bulk, np.array(recalls), seeds)
    for log, seed, parameters, day, sure in zip(logged, seeds, own, due, certain, strict=True):
        alone = due_after(log, seed, parameters)
        assert alone is not None
        assert not sure or date.fromordinal(day) == alone[1]


def test_a_day_that_the_last_digit_decides_is_not_certain() -> None:
    w = (*DEFAULT_PARAMETERS[:2], 3.5, *DEFAULT_PARAMETERS[3:])
    log = arrays([events([(0, Rating.GOOD)]), events([(0, Rating.GOOD)])])
    bulk = Bulk(np.array([w, DEFAULT_PARAMETERS]).T)
    _, certain = due_days(log, steps(log, bulk), bulk, np.array([0.9, 0.9]), ["7:1", "7:2"])
    assert [*certain] == [False, True]
