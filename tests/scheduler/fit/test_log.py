"""Which answers tell whether a model foretells."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.fit.log import CardLog, log_of
from scheduler.fit.splits import SPLITS, cuts_of

day = st.integers(738_000, 738_060)
card = st.lists(st.tuples(day, st.integers(1, 4)), max_size=12).map(
    lambda answers: CardLog(1, [on for on, _ in answers], [rating for _, rating in answers])
)
cards = st.lists(card, max_size=12)


def test_only_the_first_answer_of_a_later_day_is_a_trial() -> None:
    log = log_of([CardLog(7, [10, 10, 12, 12, 15], [1, 3, 1, 3, 2])])
    assert [(one.place, one.elapsed, one.right) for one in log.trials] == [
        (2, 2, False),
        (4, 3, True),
    ]
    assert (log.answers, log.trials[0].learner) == (5, 7)


def test_a_day_that_runs_back_counts_as_the_last_one() -> None:
    log = log_of([CardLog(1, [10, 12, 11, 13], [3, 3, 3, 3])])
    assert [(one.place, one.elapsed) for one in log.trials] == [(1, 2), (3, 1)]


@settings(max_examples=40)
@given(cards)
def test_trials_are_in_order_of_time_and_never_of_the_day_before_them(some: list[CardLog]) -> None:
    log = log_of(some)
    assert [one.day for one in log.trials] == sorted(one.day for one in log.trials)
    assert all(one.elapsed > 0 and one.place > 0 for one in log.trials)


@settings(max_examples=40)
@given(cards, st.none() | day)
def test_a_cut_lies_between_days_and_leaves_a_past(some: list[CardLog], since: int | None) -> None:
    trials = log_of(some).trials
    cuts = cuts_of(trials, since)
    assert cuts == sorted(set(cuts))
    assert cuts[-1] == len(trials)
    assert len(cuts) <= SPLITS + 1
    for cut in cuts[:-1]:
        assert cut > 0
        assert cut * (SPLITS + 1) >= len(trials) - SPLITS
        assert not {one.day for one in trials[:cut]} & {one.day for one in trials[cut:]}
        assert since is None or all(one.day >= since for one in trials[cut:])
    assert all(first < last for first, last in pairwise(cuts))
