"""Many cards folded at once, with turns and other parameters on the way, as each of them alone."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.bulk.fold import Stretches, fold
from scheduler.fsrs6 import DEFAULT_PARAMETERS
from scheduler.memory import Event, Memory, Rating
from scheduler.turns import Effect, Turn, steps, stretches
from scheduler.turns import fold as fold_one
from tests.scheduler.bulk.logs import OTHERS, arrays, cards, events
from tests.scheduler.strategies import READY, START, quick

CLOSE = 1e-9
SETS = (DEFAULT_PARAMETERS, OTHERS)
numbers = st.sampled_from([0, 1])


@given(cards, st.lists(st.integers(1, 12), max_size=2), st.sampled_from([1, 2]), st.data())
@quick
def test_every_stretch_is_folded_as_if_it_were_alone(
    logs: list[list[tuple[int, Rating]]], minutes: list[int], kinds: int, data: st.DataObject
) -> None:
    logged = [
        [Event(one.at, f"{card}:{one.id}", *(one.study_day, one.rating, one.aims)) for one in made]
        for card, made in enumerate(map(events, logs))
    ]
    turns = [Turn(START + timedelta(minutes=one), Effect.NEW) for one in minutes]
    sets = {event.id: data.draw(numbers) % kinds for log in logged for event in log}
    answered_by = {answer: SETS[number] for answer, number in sets.items()}
    parted = [(card, part) for card, log in enumerate(logged) for part in stretches(log, turns)]
    parts = [(card, part) for card, part in parted if part]
    in_force = [data.draw(numbers) % kinds for _ in parts]
    together = Stretches(
        arrays([part for _, part in parts]),
        np.array([sets[event.id] for _, part in parts for event in part]),
        np.array(in_force),
        [READY for _ in parts],
        [f"7:{card}" for card, _ in parts],
    )
    found = fold(together, SETS[:kinds])

    told = [step for log in logged for step in steps(log, turns, answered_by)]
    assert [*found.elapsed_days] == [step.elapsed_days for step in told]
    assert [*found.study_day] == [step.after.last_study_day.toordinal() for step in told]
    recalls = [step.retrievability or np.nan for step in told]
    assert [*found.recall] == pytest.approx(recalls, rel=CLOSE, nan_ok=True)
    for place, (card, part) in enumerate(parts):
        one = fold_one(part, [], f"7:{card}", SETS[in_force[place]], answered_by)
        assert one is not None
        assert date.fromordinal(found.due_on[place]) == one.due_on
        assert found.memories.stability[place] == pytest.approx(one.memory.stability, rel=CLOSE)
        assert found.memories.difficulty[place] == pytest.approx(one.memory.difficulty, rel=CLOSE)
        for name in Memory._fields[4:]:
            assert getattr(found.memories, name)[place] == getattr(one.memory, name)
