"""On arrays the formulas give what they give for one card."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from scheduler.bulk.fsrs6 import Bulk
from scheduler.fsrs6 import DEFAULT_PARAMETERS, RATINGS, model
from tests.scheduler.strategies import quick
from tests.scheduler.test_fsrs6 import difficulties, parameters, stabilities

CLOSE = 1e-9

cards = st.lists(
    st.tuples(stabilities, difficulties, st.sampled_from(RATINGS), st.integers(0, 4000)),
    min_size=1,
    max_size=20,
)


@given(parameters)
@quick
def test_first_answers(w: tuple[float, ...]) -> None:
    found = np.stack(Bulk(np.array(w)).first(np.array(RATINGS)), axis=1)
    assert np.allclose(found, [model(w).first(rating) for rating in RATINGS], rtol=CLOSE)


@given(parameters, cards)
@quick
def test_following_answers(
    w: tuple[float, ...], given_cards: list[tuple[float, float, int, int]]
) -> None:
    columns = zip(*given_cards, strict=True)
    stability, difficulty, ratings, elapsed = (np.array(column) for column in columns)
    found = np.stack(Bulk(np.array(w)).following(stability, difficulty, ratings, elapsed), axis=1)
    expected = [model(w).following(*card) for card in given_cards]
    assert np.allclose(found, expected, rtol=CLOSE)


@given(parameters, stabilities, st.integers(0, 4000))
@quick
def test_recall(w: tuple[float, ...], stability: float, days: int) -> None:
    found = Bulk(np.array(w)).recall(np.array([stability]), np.array([days]))
    assert np.allclose(found, model(w).recall(stability, days), rtol=CLOSE)


def test_each_card_may_have_parameters_of_its_own() -> None:
    other = tuple(1.1 * value for value in DEFAULT_PARAMETERS)
    both = Bulk(np.array([DEFAULT_PARAMETERS, other]).T)
    found = both.recall(np.array([5.0, 5.0]), np.array([9, 9]))
    assert np.allclose(found, [model(w).recall(5.0, 9) for w in (DEFAULT_PARAMETERS, other)])
    assert both.of(np.array([1])).recall(np.array([5.0]), np.array([9])) == found[1]
