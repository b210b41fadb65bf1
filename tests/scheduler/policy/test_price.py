from datetime import date, timedelta

import numpy as np
import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS

from scheduler.bulk.fsrs6 import Bulk
from scheduler.policy.aim import Strength
from scheduler.policy.deadline import PRICES, USUAL_ATTENDANCE, Deadline
from scheduler.policy.price import KNOWN_AT_FIRST_SIGHT, least_price, reach
from scheduler.policy.programme import HORIZONS

AUDIT = date(2026, 6, 1)
MODEL = Bulk(np.array(DEFAULT_PARAMETERS))


def lived(days: int, price: float, cards: int) -> tuple[float, float]:
    """Recall on the date and reviews of so many cards, each followed day by day."""
    dice = np.random.default_rng(7)
    aim = Deadline(AUDIT, 0.9, price)
    recalls, reviews = [], 0
    for _ in range(cards):
        known = dice.random() < KNOWN_AT_FIRST_SIGHT
        s, d = MODEL.first(np.array([3 if known else 1]))
        if not known:
            s, d = MODEL.following(s, d, np.array([3]), np.array([0]))
        last = left = days
        due = last - wait(aim, s[0], d[0], left)
        for left in range(days - 1, 0, -1):
            if left > due or dice.random() >= USUAL_ATTENDANCE:
                continue
            right = dice.random() < MODEL.recall(s, np.array(last - left))[0]
            rating = 1 if not right else 2 if dice.random() < 0.15 else 3
            s, d = MODEL.following(s, d, np.array([rating]), np.array([last - left]))
            last, reviews = left, reviews + 1
            due = last - wait(aim, s[0], d[0], left)
        recalls.append(MODEL.recall(s, np.array(last))[0])
    return float(np.mean(recalls)), reviews / cards


def wait(aim: Deadline, stability: float, difficulty: float, left: int) -> int:
    on = AUDIT - timedelta(days=left)
    found = aim.wait(Strength(stability, difficulty, on, DEFAULT_PARAMETERS[20]))
    return (found.earliest + found.latest) // 2


def test_what_a_price_reaches_is_what_cards_come_to_that_live_by_it() -> None:
    recall, reviews = lived(30, PRICES[4], cards=600)
    expected = reach(30, PRICES[4])
    assert expected.recall == pytest.approx(recall, abs=0.01)
    assert expected.reviews == pytest.approx(reviews, abs=0.15)


@pytest.mark.parametrize(("days", "desired_recall"), [(21, 0.9), (60, 0.95), (90, 0.8)])
def test_the_least_price_that_reaches_it_is_taken(days: int, desired_recall: float) -> None:
    found = least_price(days, desired_recall)
    assert found.recall >= desired_recall
    at = PRICES.index(found.price)
    assert at == 0 or reach(days, PRICES[at - 1]).recall < desired_recall


def test_what_cannot_be_reached_gets_the_dearest_and_the_figure_it_comes_to() -> None:
    found = least_price(5, 0.97)
    assert found.price == PRICES[-1]
    assert 0.7 < found.recall < 0.97


def test_more_recall_costs_more_reviews() -> None:
    few, many = least_price(60, 0.8), least_price(60, 0.97)
    assert few.reviews < many.reviews
    assert few.recall < many.recall


def test_a_date_beyond_the_horizon_counts_as_the_farthest() -> None:
    assert reach(1000, PRICES[0]) == reach(HORIZONS[-1], PRICES[0])


def test_on_the_date_itself_there_is_nothing_left_to_do() -> None:
    assert reach(0, PRICES[0]).reviews == 0
