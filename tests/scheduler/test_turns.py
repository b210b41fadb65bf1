from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from scheduler.history import history
from scheduler.memory import Event, Rating, in_order, replay
from scheduler.policy.schedule import due_after
from scheduler.turns import Effect, Turn, dealt, fold, steps, stretches
from tests.scheduler.strategies import READY

MORNING = datetime(2026, 11, 2, 9, tzinfo=UTC)
SEED = "1:1"


def moment(hours: int) -> datetime:
    return MORNING + timedelta(hours=hours)


def answer(hours: int, number: int = 0, rating: Rating = Rating.GOOD) -> Event:
    at = moment(hours)
    return Event(at, f"{number:03}", at.date(), rating, READY)


def new(hours: int) -> Turn:
    return Turn(moment(hours), Effect.NEW)


def nudged(hours: int, due_on: date) -> Turn:
    return Turn(moment(hours), Effect.NUDGED, due_on)


HOURS = st.integers(0, 400)
EVENTS = st.lists(st.tuples(HOURS, st.sampled_from(Rating)), max_size=10).map(
    lambda made: [answer(hours, number, rating) for number, (hours, rating) in enumerate(made)]
)
NEW = HOURS.map(new)
NUDGED = st.tuples(HOURS, st.integers(0, 9)).map(
    lambda one: nudged(one[0], (moment(one[0]) + timedelta(days=one[1])).date())
)
TURNS = st.lists(NEW | NUDGED, max_size=4)


@given(EVENTS, st.lists(HOURS, max_size=3))
def test_a_kept_card_is_folded_as_if_there_had_been_no_release(
    events: list[Event], hours: list[int]
) -> None:
    turns = [Turn(moment(one), Effect.KEPT) for one in hours]
    found = fold(events, turns, SEED)
    assert (found and (found.memory, found.due_on)) == due_after(events, SEED)
    assert steps(events, turns) == history(events)


@given(EVENTS, TURNS, st.randoms(use_true_random=False))
def test_the_order_in_which_answers_and_turns_are_given_does_not_matter(
    events: list[Event], turns: list[Turn], dice: object
) -> None:
    shuffled, turned = list(events), list(turns)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]  # Hypothesis types it as an object
    dice.shuffle(turned)  # type: ignore[attr-defined]  # the same
    assert fold(events, turns, SEED) == fold(shuffled, turned, SEED)
    assert steps(events, turns) == steps(shuffled, turned)


@given(EVENTS, TURNS)
def test_memory_is_that_of_the_answers_since_the_card_became_new(
    events: list[Event], turns: list[Turn]
) -> None:
    begun = max((one.at for one in turns if one.effect is Effect.NEW), default=MORNING)
    since = [event for event in events if event.at >= begun]
    found = fold(events, turns, SEED)
    assert (found and found.memory) == replay(since)


@given(EVENTS, TURNS)
def test_a_nudge_only_ever_brings_a_card_forward(events: list[Event], turns: list[Turn]) -> None:
    without = [one for one in turns if one.effect is Effect.NEW]
    found, plain = fold(events, turns, SEED), fold(events, without, SEED)
    assert (found and found.memory) == (plain and plain.memory)
    if found and plain:
        assert found.due_on <= plain.due_on
        later = [one.due_on for one in turns if one.due_on and one.at > found.last.at]
        assert found.due_on == min([plain.due_on, *later])


@given(EVENTS, TURNS)
def test_no_answer_is_lost_or_told_twice(events: list[Event], turns: list[Turn]) -> None:
    parted = [event for stretch in stretches(events, turns) for event in stretch]
    assert parted == in_order(events)
    assert [one.event for one in steps(events, turns)] == in_order(events)


def test_the_first_answer_after_a_card_became_new_is_no_forgetting() -> None:
    events = [answer(0), answer(72, 1), answer(144, 2, Rating.AGAIN), answer(168, 3)]
    told = steps(events, [new(100)])
    assert [one.first_of_day for one in told] == [False, True, False, True]
    assert told[2].before is None
    assert told[3].after.lapses == 0


def test_an_answer_at_the_very_moment_of_a_release_is_to_the_new_text() -> None:
    assert stretches([answer(4), answer(5, 1)], [new(5)]) == [[answer(4)], [answer(5, 1)]]


def test_a_nudge_ends_with_the_next_answer() -> None:
    tomorrow = moment(30).date()
    assert fold([answer(0)], [nudged(5, tomorrow)], SEED) is not None
    answered = fold([answer(0), answer(6, 1)], [nudged(5, tomorrow)], SEED)
    assert answered is not None
    assert answered.due_on > tomorrow


@given(st.integers(0, 200), st.integers(1, 30))
def test_nudged_cards_never_take_more_than_half_of_a_day(count: int, cards_per_day: int) -> None:
    days = dealt(count, MORNING.date(), cards_per_day)
    assert len(days) == count
    assert days == sorted(days)
    assert all(day > MORNING.date() for day in days)
    assert max(Counter(days).values(), default=0) <= max(cards_per_day // 2, 1)
    if days:
        assert len(set(days)) == (days[-1] - MORNING.date()).days
