from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.memory import Memory
from scheduler.pause import Pause
from scheduler.queue import Candidate, mix_topics, plan
from tests.scheduler.strategies import READY, quick

TODAY = date(2026, 3, 2)


def review(
    card_id: int, *, ago: int = 10, stability: float = 10.0, due: int = 0, topic: str = "a"
) -> Candidate:
    """A card answered `ago` days ago and due `due` days from today."""
    answered = TODAY - timedelta(days=ago)
    memory = Memory(stability, 5.0, answered, answered, reviews=1, lapses=0, correct_run=1)
    return Candidate(card_id, memory, TODAY + timedelta(days=due), topic, READY)


def new(card_id: int, topic: str = "a") -> Candidate:
    return Candidate(card_id, None, None, topic, READY)


topics = st.sampled_from(["", "a", "b", "c"])
candidates = st.lists(
    st.builds(new, st.just(0), topics)
    | st.builds(
        review,
        st.just(0),
        ago=st.integers(1, 60),
        stability=st.floats(0.1, 200),
        due=st.integers(-20, 5),
        topic=topics,
    ),
    max_size=25,
).map(lambda cards: [Candidate(n, c.memory, c.due_on, c.topic, READY) for n, c in enumerate(cards)])


def test_only_what_is_due_is_asked() -> None:
    cards = [review(1, due=0), review(2, due=1), review(3, due=-4)]
    assert sorted(plan(cards, TODAY, 10, 5)) == [1, 3]


def test_when_not_all_fit_the_best_remembered_come_first() -> None:
    cards = [review(1, ago=30), review(2, ago=2), review(3, ago=9), review(4, stability=2)]
    assert plan(cards, TODAY, 1, 0) == [2]
    assert plan(cards, TODAY, 4, 0) == [2, 3, 1, 4]


def test_when_not_all_fit_half_of_the_places_go_where_an_answer_adds_most() -> None:
    known = [review(number, ago=2, stability=20.0) for number in range(1, 9)]
    assert plan([*known, review(9, stability=2)], TODAY, 4, 0) == [1, 2, 9, 3]


def test_places_kept_for_new_cards_are_not_shared_out_again() -> None:
    known = [review(number, ago=2, stability=20.0) for number in range(1, 9)]
    cards = [*known, review(9, stability=2), new(20), new(21)]
    assert sorted(plan(cards, TODAY, 4, 2)) == [1, 9, 20, 21]


def test_equally_remembered_cards_come_by_id() -> None:
    assert plan([review(9), review(4), review(6)], TODAY, 2, 0) == [4, 6]


def test_new_cards_fill_what_reviews_leave_in_the_order_given() -> None:
    cards = [new(8), new(7), review(1), new(6)]
    assert plan(cards, TODAY, 2, 0) == [1, 8]
    assert plan(cards, TODAY, 1, 0) == [1]


def test_a_day_full_of_reviews_still_brings_the_share_of_new_cards() -> None:
    cards = [*(review(number) for number in range(9)), new(20), new(21), new(22)]
    assert {20, 21} <= set(plan(cards, TODAY, 6, 2))
    assert len(plan(cards, TODAY, 6, 2)) == 6


def test_a_share_that_no_new_card_takes_goes_to_reviews() -> None:
    cards = [*(review(number) for number in range(9)), new(20)]
    assert len([card for card in plan(cards, TODAY, 6, 3) if card < 20]) == 5


@pytest.mark.parametrize(("budget", "share"), [(0, 3), (-2, 3), (0, -1)])
def test_nothing_is_asked_beyond_the_budget(budget: int, share: int) -> None:
    assert plan([review(1), new(2)], TODAY, budget, share) == []


@given(candidates, st.integers(0, 12), st.integers(0, 6))
@quick
def test_a_plan_keeps_to_the_budget_and_repeats_itself(
    cards: list[Candidate], budget: int, share: int
) -> None:
    ids = plan(cards, TODAY, budget, share)
    assert len(ids) == len(set(ids)) <= budget
    assert all((cards[card_id].due_on or TODAY) <= TODAY for card_id in ids)
    assert plan(cards, TODAY, budget, share) == ids


@given(candidates)
@quick
def test_the_order_of_the_reviews_given_does_not_matter(cards: list[Candidate]) -> None:
    reviews = [card for card in cards if card.memory]
    shuffled = Random(len(cards)).sample(reviews, len(reviews))
    assert plan(shuffled, TODAY, 5, 0) == plan(reviews, TODAY, 5, 0)


@given(candidates)
@quick
def test_no_two_of_one_topic_in_a_row_where_avoidable(cards: list[Candidate]) -> None:
    mixed = mix_topics(cards)
    pairs = sum(one.topic == other.topic for one, other in pairwise(mixed))
    most = max(Counter(card.topic for card in cards).values(), default=0)
    unavoidable = max(2 * most - len(cards) - 1, 0)
    assert pairs == unavoidable
    assert Counter(card.card_id for card in mixed) == Counter(card.card_id for card in cards)


def test_mixing_leaves_an_order_that_is_mixed_already() -> None:
    cards = [new(3, "a"), new(1, "b"), new(2, "a"), new(4, "c")]
    assert mix_topics(cards) == cards


def test_nothing_is_asked_during_a_pause_and_its_dues_come_after_it() -> None:
    pause = Pause(TODAY, TODAY + timedelta(days=4))
    cards = [review(1, due=1), review(2, due=4)]
    assert plan(cards, TODAY + timedelta(days=4), 10, 5, pauses=[pause]) == []
    assert plan(cards, TODAY + timedelta(days=6), 10, 0, pauses=[pause]) == [1]
    assert plan(cards, TODAY + timedelta(days=9), 10, 0, pauses=[pause]) == [1, 2]


def of_one_note(*cards: Candidate) -> list[Candidate]:
    return [card._replace(kin="a note") for card in cards]


def test_of_two_cards_of_one_note_a_day_asks_one_and_the_other_waits() -> None:
    cards = [*of_one_note(review(1, ago=2), review(2, ago=9)), review(3)]
    assert sorted(plan(cards, TODAY, 10, 0)) == [1, 3]
    answered = cards[0].memory
    assert answered is not None
    cards[0] = cards[0]._replace(
        memory=answered._replace(last_study_day=TODAY), due_on=TODAY + timedelta(days=9)
    )
    assert plan(cards, TODAY, 10, 0) == [3]
    assert sorted(plan(cards, TODAY + timedelta(days=1), 10, 0)) == [2, 3]


def test_a_card_that_rests_since_its_answer_of_today_still_tells_what_its_kin_would_ask() -> None:
    failed, sibling = of_one_note(review(1, ago=0), review(2))
    resting = failed._replace(first_day=TODAY + timedelta(days=28))
    assert plan([resting, sibling, review(3)], TODAY, 10, 0) == [3]


def test_a_new_card_waits_for_its_sibling_too() -> None:
    cards = [*of_one_note(new(1), new(2), review(3)), new(4)]
    assert sorted(plan(cards, TODAY, 10, 2)) == [3, 4]
    assert sorted(plan([*of_one_note(new(1), new(2)), new(4)], TODAY, 10, 2)) == [1, 4]


@given(candidates, st.integers(1, 12), st.integers(1, 3))
@quick
def test_no_two_of_one_note_on_one_day_and_none_waits_for_ever(
    cards: list[Candidate], budget: int, notes: int
) -> None:
    related = [card._replace(kin=str(card.card_id % notes)) for card in cards if card.memory]
    ids = plan(related, TODAY, budget, 0)
    assert len({card_id % notes for card_id in ids}) == len(ids)
    left = [card for card in related if card.card_id not in ids]
    assert bool(plan(left, TODAY, budget, 0)) == bool(plan(left, TODAY, 60, 0))
