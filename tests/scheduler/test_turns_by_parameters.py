"""Other parameters on one card: memory follows them, what was given by others stays."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scheduler.fsrs6 import DEFAULT_PARAMETERS
from scheduler.history import history
from scheduler.memory import Event, replay
from scheduler.turns import Turn, fold, steps, stretches
from tests.scheduler.fit.learners import FORGETFUL, STURDY
from tests.scheduler.test_turns import EVENTS, SEED, TURNS

SETS = st.sampled_from([DEFAULT_PARAMETERS, FORGETFUL, STURDY])


@given(EVENTS, TURNS, SETS, SETS)
def test_memory_goes_by_the_parameters_and_no_due_day_moves(
    events: list[Event],
    turns: list[Turn],
    before: tuple[float, ...],
    now: tuple[float, ...],
) -> None:
    answered_by = {event.id: before for event in events}
    then = fold(events, turns, SEED, before, answered_by)
    found = fold(events, turns, SEED, now, answered_by)
    assert (found and found.due_on) == (then and then.due_on)
    assert (found and found.memory) == replay(stretches(events, turns)[-1], now)


@given(EVENTS, st.data())
def test_each_answer_is_foretold_by_the_parameters_of_its_day(
    events: list[Event], data: st.DataObject
) -> None:
    answered_by = {event.id: data.draw(SETS) for event in events}
    for place, step in enumerate(steps(events, [], answered_by)):
        own = history(events, answered_by[step.event.id])[place]
        assert (step.retrievability, step.first_of_day) == (own.retrievability, own.first_of_day)
