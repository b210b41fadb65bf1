"""What other parameters do to the coming weeks."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.fit.effect import DAYS, Effect, Load, Standing, effect
from scheduler.fsrs6 import DEFAULT_PARAMETERS
from scheduler.load import fraction
from scheduler.memory import Rating, after
from scheduler.policy.readiness import Readiness
from tests.scheduler.fit.learners import FORGETFUL

TODAY = date(2026, 11, 18)


def standing(number: int, due_in: int, rating: Rating, candidate: tuple[float, ...]) -> Standing:
    met = TODAY - timedelta(days=2)
    return Standing(
        seed=f"1:{number}",
        due_on=TODAY + timedelta(days=due_in),
        aims=(Readiness(0.9),),
        in_force=after(None, met, rating),
        candidate=after(None, met, rating, candidate),
    )


def test_parameters_of_a_forgetful_learner_ask_more() -> None:
    cards = [standing(number, number % 10, Rating.GOOD, FORGETFUL) for number in range(40)]
    seen = effect(cards, TODAY, DEFAULT_PARAMETERS, FORGETFUL)
    assert seen.candidate.reviews > seen.in_force.reviews
    assert seen.is_large


def test_the_same_parameters_change_nothing() -> None:
    cards = [standing(number, number % 10, Rating.HARD, DEFAULT_PARAMETERS) for number in range(40)]
    seen = effect(cards, TODAY, DEFAULT_PARAMETERS, DEFAULT_PARAMETERS)
    assert seen.candidate == seen.in_force
    assert not seen.is_large


def test_nothing_to_ask_is_no_load() -> None:
    far = standing(1, DAYS, Rating.EASY, FORGETFUL)
    none = Effect(Load(0, 0), Load(0, 0))
    assert effect([], TODAY, DEFAULT_PARAMETERS, FORGETFUL) == none
    assert effect([far], TODAY, DEFAULT_PARAMETERS, FORGETFUL) == none
    assert not none.is_large


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(-9, 40), st.sampled_from(Rating)), max_size=8))
def test_each_card_is_asked_at_most_once_a_day(cards: list[tuple[int, Rating]]) -> None:
    due = [standing(n, days, rating, FORGETFUL) for n, (days, rating) in enumerate(cards)]
    seen = effect(due, TODAY, DEFAULT_PARAMETERS, FORGETFUL)
    for load in (seen.in_force, seen.candidate):
        assert load.largest_day <= len(cards)
        assert load.largest_day <= load.reviews <= DAYS * len(cards)


def test_cards_that_the_spread_put_late_are_not_the_ones_that_are_forgotten() -> None:
    places = {number: fraction(f"1:{number}:1") for number in range(1000)}
    late = [standing(n, 0, Rating.GOOD, FORGETFUL) for n, place in places.items() if place > 0.8]
    soon = [standing(n, 0, Rating.GOOD, FORGETFUL) for n, place in places.items() if place < 0.2]
    of_late, of_soon = (
        effect(some, TODAY, DEFAULT_PARAMETERS, DEFAULT_PARAMETERS).in_force.reviews / len(some)
        for some in (late, soon)
    )
    assert 0.9 < of_late / of_soon < 1.1


def test_overdue_cards_are_asked_today_under_both() -> None:
    late = [standing(number, -5, Rating.GOOD, FORGETFUL) for number in range(6)]
    seen = effect(late, TODAY, DEFAULT_PARAMETERS, FORGETFUL)
    assert min(seen.in_force.largest_day, seen.candidate.largest_day) >= 6
