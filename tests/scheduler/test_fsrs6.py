"""The formulas give what the `fsrs` package gives, whatever the parameters, card and answer."""

from datetime import UTC, datetime, timedelta

import fsrs
import pytest
from fsrs.scheduler import LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS
from hypothesis import given
from hypothesis import strategies as st

from scheduler.fsrs6 import DEFAULT_PARAMETERS, model
from tests.scheduler.strategies import quick

LAST = datetime(2026, 1, 5, 12, tzinfo=UTC)
CLOSE = 1e-12

within_bounds = st.tuples(
    *(
        st.floats(low, high)
        for low, high in zip(LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
    )
)
parameters = st.just(DEFAULT_PARAMETERS) | within_bounds
ratings = st.integers(1, 4)
stabilities = st.floats(0.001, 36_500)
difficulties = st.floats(1, 10)


@given(parameters, ratings)
@quick
def test_a_first_answer(w: tuple[float, ...], rating: int) -> None:
    reviewed, _ = _scheduler(w).review_card(fsrs.Card(1, due=LAST), fsrs.Rating(rating), LAST)
    assert model(w).first(rating) == pytest.approx(
        (reviewed.stability, reviewed.difficulty), rel=CLOSE
    )


@given(parameters, stabilities, difficulties, ratings, st.integers(0, 4000))
@quick
def test_a_following_answer(
    w: tuple[float, ...], stability: float, difficulty: float, rating: int, elapsed: int
) -> None:
    card = _card(stability, difficulty)
    at = LAST + timedelta(days=elapsed)
    reviewed, _ = _scheduler(w).review_card(card, fsrs.Rating(rating), at)
    assert model(w).following(stability, difficulty, rating, elapsed) == pytest.approx(
        (reviewed.stability, reviewed.difficulty), rel=CLOSE
    )


@given(parameters, stabilities, st.integers(0, 4000))
@quick
def test_the_chance_of_recall(w: tuple[float, ...], stability: float, elapsed: int) -> None:
    recall = _scheduler(w).get_card_retrievability(
        _card(stability, 5.0), LAST + timedelta(days=elapsed)
    )
    assert model(w).recall(stability, elapsed) == pytest.approx(recall, rel=CLOSE)


def _scheduler(w: tuple[float, ...]) -> fsrs.Scheduler:
    return fsrs.Scheduler(w, learning_steps=(), relearning_steps=(), enable_fuzzing=False)


def _card(stability: float, difficulty: float) -> fsrs.Card:
    return fsrs.Card(
        card_id=1,
        state=fsrs.State.Review,
        stability=stability,
        difficulty=difficulty,
        due=LAST,
        last_review=LAST,
    )
