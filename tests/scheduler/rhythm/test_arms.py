"""The bandits: exact chances, whatever was tallied, and seeds that decide."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from scheduler.rhythm import dice, hours, wordings
from scheduler.rhythm.arms import COHORT_KEEPS, NONE, Manner, Tallies, chances, kept, pick
from tests.scheduler.rhythm.tallies import nothing, tallies
from tests.scheduler.strategies import quick

DAY = date(2026, 5, 12)
MANY = 4000
OFFICE = np.array([9 <= hour < 17 for hour in range(24)])
shapes = st.tuples(st.integers(1, 5), st.integers(1, 8))


def seeds(rows: int, what: int = dice.HOUR) -> dice.Seeds:
    return dice.seeds(np.arange(rows), DAY, what)


def at_office(rows: int) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    return np.tile(OFFICE, (rows, 1))


@st.composite
def boards(draw: st.DrawFn) -> tuple[dice.Floats, np.ndarray[tuple[int, ...], np.dtype[np.bool_]]]:
    shape = draw(shapes)
    scores = draw(arrays.arrays(np.float64, shape, elements=st.floats(-2, 2)))
    return scores, draw(arrays.arrays(np.bool_, shape))


@quick
@given(boards(), st.floats(0.005, 1), st.floats(0, 1), st.integers(0, 2**60))
def test_chances_add_up_over_what_is_allowed_and_nothing_else(
    board: tuple[dice.Floats, np.ndarray[tuple[int, ...], np.dtype[np.bool_]]],
    temperature: float, floor: float, first: int,
) -> None:  # fmt: skip
    scores, allowed = board
    manner = Manner(1.0, temperature, floor)
    chance = chances(scores, allowed, manner)
    some = allowed.any(axis=1)
    assert np.allclose(chance.sum(axis=1), some)
    assert (chance[~allowed] == 0).all()
    least = floor / np.maximum(allowed.sum(axis=1, keepdims=True), 1)
    assert (chance >= np.where(allowed, least, 0) - 1e-12).all()
    picks = pick(scores, allowed, manner, dice.seeds(first + np.arange(len(scores)), DAY, 1))
    assert ((picks.arm == NONE) == ~some).all()
    rows = np.flatnonzero(some)
    assert allowed[rows, picks.arm[rows]].all()
    assert (picks.propensity[rows] == chance[rows, picks.arm[rows]]).all()
    assert (picks.propensity[~some] == 0).all()


def test_picks_come_as_often_as_their_chance_says() -> None:
    liked = tallies(24, {9: (1, 5), 10: (4, 6), 15: (2, 4)})
    arms = Tallies(np.repeat(liked.tried, MANY, 0), np.repeat(liked.answered, MANY, 0))
    picks = hours.pick(arms, nothing(1, 24), at_office(MANY), seeds(MANY))
    for hour in range(9, 17):
        mine = picks.hour == hour
        if mine.any():
            assert mine.mean() == pytest.approx(picks.propensity[mine][0], abs=0.025)
    assert set(picks.hour.tolist()) == set(range(9, 17))


def test_the_same_seed_picks_the_same_and_another_day_anew() -> None:
    arms, prior = nothing(200, 24), nothing(1, 24)
    first, again = (hours.pick(arms, prior, at_office(200), seeds(200)) for _ in range(2))
    assert first.hour.tolist() == again.hour.tolist()
    alone = hours.pick(nothing(1, 24), prior, at_office(1), seeds(1))
    assert alone.hour[0] == first.hour[0]
    tomorrow = dice.seeds(np.arange(200), DAY + timedelta(days=1), dice.HOUR)
    assert hours.pick(arms, prior, at_office(200), tomorrow).hour.tolist() != first.hour.tolist()


def busy_at_two() -> Tallies:
    return tallies(24, {**dict.fromkeys(range(9, 17), (20, 200)), 14: (140, 200)})


def test_a_newcomer_gets_the_hour_of_colleagues() -> None:
    firm = busy_at_two()
    picks = hours.pick(nothing(MANY, 24), firm, at_office(MANY), seeds(MANY))
    assert (picks.hour == 14).mean() > 0.8
    assert picks.why[int(np.argmax(picks.hour == 14))] == "cohort-hour"
    assert picks.why[int(np.argmax(picks.hour == 9))] == "exploring"


def test_what_somebody_does_outweighs_what_colleagues_do() -> None:
    firm = busy_at_two()
    fatima = tallies(24, {9: (14, 15), 14: (0, 6)})
    arms = Tallies(np.repeat(fatima.tried, MANY, 0), np.repeat(fatima.answered, MANY, 0))
    picks = hours.pick(arms, firm, at_office(MANY), seeds(MANY))
    assert (picks.hour == 9).mean() > 0.8
    assert picks.why[int(np.argmax(picks.hour == 9))] == "usual-hour"


def test_who_answers_little_is_not_sent_to_and_fro() -> None:
    firm = tallies(24, dict.fromkeys(range(9, 17), (30, 100)))
    seldom = tallies(24, {9: (2, 20), 10: (0, 15)})
    expected = hours.expected(seldom, firm)[0]
    assert expected[13] < 0.1, "an hour is not better for being untried"


def test_an_hour_tells_of_the_one_beside_it_round_the_clock() -> None:
    expected = hours.expected(tallies(24, {23: (9, 10)}), nothing(1, 24))[0]
    assert expected[23] > expected[22] == expected[0] > expected[12]


def test_an_hour_is_only_picked_where_something_is_known_of_any() -> None:
    some = tallies(24, {9: (0, 4)}, {9: (0, 5)})
    assert hours.told_enough(some, nothing(1, 24)).tolist() == [False, True]
    assert hours.told_enough(some, tallies(24, {9: (3, 50)})).tolist() == [True, True]


def test_nowhere_to_go_is_said_so() -> None:
    shut = np.zeros((2, 24), dtype=np.bool_)
    picks = hours.pick(nothing(2, 24), nothing(1, 24), shut, seeds(2))
    assert (picks.hour.tolist(), picks.propensity.tolist()) == ([NONE, NONE], [0.0, 0.0])


def test_a_page_of_nobody_is_fine() -> None:
    none = hours.pick(nothing(0, 24), nothing(1, 24), at_office(0), seeds(0))
    assert (none.hour.tolist(), none.why) == ([], [])
    words = wordings.pick(nothing(0, 6), nothing(1, 6), np.zeros((0, 6)), seeds(0))
    assert words.wording.tolist() == []


def test_a_wording_used_just_now_rests_and_recovers() -> None:
    liked = tallies(3, {0: (28, 40), 1: (20, 40), 2: (20, 40)})
    shares = []
    for days in (1.0, 4.0, 30.0, np.inf):
        arms = Tallies(np.repeat(liked.tried, MANY, 0), np.repeat(liked.answered, MANY, 0))
        since = np.full((MANY, 3), np.inf)
        since[:, 0] = days
        picks = wordings.pick(arms, nothing(1, 3), since, seeds(MANY, dice.WORDING))
        shares.append((picks.wording == 0).mean())
    assert shares == sorted(shares)
    assert shares[0] < 0.4
    assert shares[-1] > 0.8


@settings(quick, max_examples=20)
@given(st.integers(1, 30), st.integers(2, 9))
def test_one_prior_a_row_is_the_same_as_one_for_all(rows: int, arms: int) -> None:
    numbers = np.random.default_rng(rows)
    tried = numbers.integers(0, 20, (rows, arms)).astype(np.float64)
    mine = Tallies(tried, np.floor(tried / 2))
    firm = Tallies(np.full((1, arms), 50.0), np.linspace(0.0, 40.0, arms)[None, :])
    each = Tallies(np.repeat(firm.tried, rows, 0), np.repeat(firm.answered, rows, 0))
    since = np.full((rows, arms), np.inf)
    one, other = (wordings.pick(mine, prior, since, seeds(rows)) for prior in (firm, each))
    assert one.wording.tolist() == other.wording.tolist()
    assert np.allclose(one.propensity, other.propensity)


def test_what_a_cohort_did_fades_once_it_is_plenty() -> None:
    few, plenty = np.full(24, 10.0), np.full(24, 2.0**24)
    part = kept(np.array([few, plenty]))
    assert part[0] == 1
    assert (part[1] * plenty).sum() == pytest.approx(COHORT_KEEPS)
