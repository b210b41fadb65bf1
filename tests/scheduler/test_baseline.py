from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler import baseline
from scheduler.memory import Confidence, Rating
from tests.scheduler.strategies import quick

COURSE = date(2026, 3, 12)
AGAIN, HARD, GOOD, EASY = Rating


def test_it_is_asked_in_the_week_before_the_course() -> None:
    window = baseline.window(COURSE, COURSE + timedelta(days=1))
    assert window == (COURSE - timedelta(days=7), COURSE - timedelta(days=1))
    assert window.covers(window.opens_on)
    assert window.covers(window.closes_on)
    assert not window.covers(COURSE)


def test_it_is_over_before_practice_begins_where_that_is_before_the_course() -> None:
    window = baseline.window(COURSE, COURSE - timedelta(days=30))
    assert window.closes_on == COURSE - timedelta(days=31)


def test_cards_are_taken_from_each_topic_in_turn() -> None:
    cards = [(1, "a"), (2, "a"), (3, "a"), (4, "b"), (5, "c"), (6, "c")]
    assert baseline.chosen(cards, 5) == [1, 4, 5, 2, 6]


def test_a_small_set_gives_all_it_has() -> None:
    assert baseline.chosen([(7, "")], 10) == [7]
    assert baseline.chosen([], 10) == []


@quick
@given(st.lists(st.sampled_from("abcd"), max_size=40), st.integers(1, 30))
def test_no_topic_has_two_more_than_another_that_has_cards_left(topics: str, count: int) -> None:
    cards = list(enumerate(topics))
    picked = baseline.chosen(cards, count)
    assert len(picked) == len(set(picked)) == min(count, len(cards))
    taken = {topic: sum(topics[card] == topic for card in picked) for topic in set(topics)}
    left = {topic for topic in taken if taken[topic] < list(topics).count(topic)}
    assert all(taken[topic] >= max(taken.values()) - 1 for topic in left)


@pytest.mark.parametrize(
    ("rating", "confidence", "logged"),
    [
        (GOOD, Confidence.SURE, EASY),
        (HARD, Confidence.UNSURE, HARD),
        (GOOD, None, GOOD),
        (AGAIN, Confidence.SURE, AGAIN),
        (AGAIN, None, AGAIN),
    ],
)
def test_only_right_and_sure_starts_strong(
    rating: Rating, confidence: Confidence | None, logged: Rating
) -> None:
    assert baseline.starting(rating, confidence) is logged


def test_only_a_wrong_answer_before_the_course_leaves_no_memory() -> None:
    left_out = [
        (phase, rating)
        for phase in (None, baseline.PRE)
        for rating in Rating
        if not baseline.is_folded(phase, rating)
    ]
    assert left_out == [(baseline.PRE, AGAIN)]


@quick
@given(st.integers(0, 40), st.integers(1, 10))
def test_its_daily_share_gets_everything_asked_in_time(cards: int, days: int) -> None:
    for days_left in range(days, 0, -1):
        cards -= baseline.share_of(cards, days_left)
    assert cards == 0
