"""Due days of many cards at once are those that each card gets alone."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from scheduler.bulk.due import due_days
from scheduler.bulk.fsrs6 import Bulk
from scheduler.bulk.replay import steps
from scheduler.memory import Rating
from scheduler.policy.booster import Booster
from scheduler.policy.readiness import Readiness
from scheduler.policy.schedule import due_after
from tests.scheduler.bulk.logs import arrays, cards, events, sets
from tests.scheduler.strategies import START, quick, readiness

booster = Booster(START.date() + timedelta(days=20))
aims = st.one_of(readiness, st.just(Readiness(0.9))).map(lambda one: (one,)) | st.sampled_from(
    [(booster,), (booster, Readiness(0.9))]
)


@given(cards, st.data())
@quick
def test_each_card_is_due_as_if_it_were_alone(
    logs: list[list[tuple[int, Rating]]], data: st.DataObject
) -> None:
    wanted = [data.draw(aims) for _ in logs]
    own = [data.draw(sets) for _ in logs]
    seeds = [f"7:{number}" for number in range(len(logs))]
    logged = [
        [replace(one, aims=found) for one in events(log)]
        for log, found in zip(logs, wanted, strict=True)
    ]
    same = len(set(own)) == 1
    bulk, together = Bulk(np.array(own[0] if same else np.array(own).T)), arrays(logged)
    due = due_days(together, steps(together, bulk), bulk, wanted, seeds)
    for log, seed, parameters, day in zip(logged, seeds, own, due, strict=True):
        alone = due_after(log, seed, parameters)
        assert alone is not None
        assert date.fromordinal(day) == alone[1]
