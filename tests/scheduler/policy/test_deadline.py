from datetime import date, timedelta

import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS
from hypothesis import given
from hypothesis import strategies as st

from scheduler.fsrs6 import model
from scheduler.policy.aim import Strength
from scheduler.policy.deadline import (
    ATTENDANCES,
    PRICES,
    USUAL_ATTENDANCE,
    Deadline,
    attendance_of,
)
from scheduler.policy.programme import EVE, FLOOR, HORIZONS
from scheduler.policy.programmes import programme, unconstrained
from tests.scheduler.strategies import quick

AUDIT = date(2026, 6, 1)
W20 = DEFAULT_PARAMETERS[20]
FORGETFUL = 0.6


def deadline(price: float = PRICES[4], attendance: float = USUAL_ATTENDANCE) -> Deadline:
    return Deadline(AUDIT, 0.9, price, attendance)


def card(days_left: int, stability: float = 8.0, difficulty: float = 5.0) -> Strength:
    return Strength(stability, difficulty, AUDIT - timedelta(days=days_left), W20)


def recall(one: Strength, days: int) -> float:
    return model((*DEFAULT_PARAMETERS[:20], one.w20)).recall(one.stability, days)


@given(
    st.integers(-30, 1100),
    st.floats(0.01, 5000),
    st.floats(1, 10),
    st.sampled_from([W20, FORGETFUL]),
)
@quick
def test_nothing_is_planned_for_the_eve_and_no_card_sinks_below_the_floor(
    days_left: int, stability: float, difficulty: float, w20: float
) -> None:
    one = card(days_left, stability, difficulty)._replace(w20=w20)
    wait = deadline().wait(one)
    assert 1 <= wait.earliest <= wait.latest <= wait.most <= 365
    if wait.latest <= days_left:
        assert wait.most <= days_left - EVE
    if recall(one, 1) < FLOOR and days_left > EVE:
        assert wait.latest == 1
    elif days_left > EVE:
        last_day_without = min(wait.latest, days_left)
        # The floor reaches up to the eve; what sinks on the eve itself is not asked again.
        assert recall(one, last_day_without) >= FLOOR or wait.latest == days_left - EVE


def test_a_strong_card_waits_until_the_date_is_past() -> None:
    assert deadline().wait(card(40, stability=2000.0)).earliest > 40


def test_a_weak_card_is_asked_again_before_the_date() -> None:
    assert deadline().wait(card(40, stability=3.0)).latest < 40 - EVE


def test_who_pays_more_for_recall_asks_no_later() -> None:
    cheap, dear = (deadline(price).wait(card(60, 12.0)).latest for price in (PRICES[0], PRICES[-1]))
    assert dear <= cheap


def test_who_often_stays_away_is_asked_earlier_before_the_date() -> None:
    seldom, always = (
        deadline(attendance=share).wait(card(30, 8.0, 3.0)).earliest for share in (0.25, 1.0)
    )
    assert seldom < always


@pytest.mark.parametrize("stability", [30.0, 60.0, 900.0])
def test_before_a_date_years_ahead_no_card_waits_longer_than_a_year(stability: float) -> None:
    wait = deadline(PRICES[0]).wait(card(1000, stability))
    assert 1 <= wait.earliest <= wait.latest <= wait.most <= 365


def test_after_the_date_the_floor_is_held() -> None:
    wait = deadline().wait(card(-5, stability=10.0))
    assert recall(card(-5, stability=10.0), wait.latest) == pytest.approx(FLOOR, abs=0.01)


def test_a_date_beyond_the_horizon_is_planned_for_as_the_farthest() -> None:
    far = programme(1000, PRICES[0], 1.0)
    assert far.horizon == HORIZONS[-1]
    assert far.window(1000, 20.0, 5.0) == far.window(HORIZONS[-1], 20.0, 5.0) > (0, 0)


@pytest.mark.parametrize(
    ("recall_wanted", "price", "attendance"),
    [(0.5, PRICES[0], 0.5), (0.9, 5.0, 0.5), (0.9, PRICES[0], 0.6)],
)
def test_settings_without_a_programme_are_refused(
    recall_wanted: float, price: float, attendance: float
) -> None:
    with pytest.raises(ValueError, match=r"must be|no programme"):
        Deadline(AUDIT, recall_wanted, price, attendance)


@pytest.mark.parametrize(
    ("practised", "days", "expected"), [(0, 13, 0.75), (0, 14, 0.25), (9, 20, 0.5), (20, 20, 1.0)]
)
def test_attendance_is_told_from_two_weeks_on(practised: int, days: int, expected: float) -> None:
    assert attendance_of(practised, days) == expected
    assert expected in ATTENDANCES


def test_without_floor_and_eve_a_card_may_wait_longer() -> None:
    bound, free = programme(60, PRICES[4], 1.0), unconstrained(HORIZONS[0], PRICES[4], 1.0)
    assert free.window(60, 3.0, 5.0)[1] > bound.window(60, 3.0, 5.0)[1]
