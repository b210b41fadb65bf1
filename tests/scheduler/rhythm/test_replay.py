"""A log gone through again: what another way would have brought, and no looking ahead."""

from dataclasses import fields, replace
from datetime import date

import numpy as np
import pytest

from scheduler.rhythm import dice, wordings
from scheduler.rhythm.arms import FADES, NONE, Tallies, chances, pick
from scheduler.rhythm.dice import Floats
from scheduler.rhythm.evaluation import Logged, doubly_robust
from scheduler.rhythm.replay import LEAST_LEARNERS, Rows, verdict
from scheduler.rhythm.wordings import MANNER
from tests.scheduler.rhythm.tallies import nothing

ARMS, LEARNERS, DAYS = 4, 80, 60
FIRST = date(2028, 2, 1)
SHARES = np.array([0.2, 0.3, 0.4, 0.7])


def log(seed: int = 1) -> tuple[Rows, Floats, Floats]:
    """As the way of today fills it, every learner being reminded every day; and what it foresaw of
    what it took and of its choice."""
    luck = np.random.default_rng(seed)
    people, firms = np.arange(LEARNERS), np.arange(LEARNERS) % 2
    own, of_firms = nothing(LEARNERS, ARMS), nothing(2, ARMS)
    used_on = np.full((LEARNERS, ARMS), -np.inf)
    allowed = np.ones((LEARNERS, ARMS), np.bool_)
    columns, forecasts, values = (
        list[list[np.ndarray[tuple[int, ...], np.dtype[np.generic]]]](),
        [],
        [],
    )
    for day in range(FIRST.toordinal(), FIRST.toordinal() + DAYS):
        firm = Tallies(of_firms.tried[firms], of_firms.answered[firms])
        expected = wordings.expected(own, firm, day - used_on)
        picks = pick(expected, allowed, MANNER, dice.seeds(people, date.fromordinal(day), seed))
        answered = (luck.random(LEARNERS) < SHARES[picks.arm]).astype(np.float64)
        columns.append(
            [np.full(LEARNERS, day), people, firms, picks.arm, picks.propensity, allowed, picks.arm,
             answered]
        )  # fmt: skip
        forecasts.append(expected[people, picks.arm])
        values.append((chances(expected, allowed, MANNER) * expected).sum(axis=1))
        for kept, whose in ((own, people), (of_firms, firms)):
            if kept is own:
                kept.tried[:], kept.answered[:] = kept.tried * FADES, kept.answered * FADES
            for number, arm, won in zip(whose, picks.arm, answered, strict=True):
                kept.tried[number, arm] += 1
                kept.answered[number, arm] += won
        used_on[people, picks.arm] = day
    rows = Rows(*(np.concatenate(column) for column in zip(*columns, strict=True)))
    return rows, np.concatenate(forecasts), np.concatenate(values)


def test_the_way_that_filled_the_log_is_found_again_in_it() -> None:
    rows, forecast, valued = log()
    told = verdict(rows, wordings.expected, MANNER)
    assert told is not None
    same = doubly_robust(
        Logged(rows.learner, rows.propensity, rows.propensity, rows.answered), forecast, valued
    )
    assert (told.choices, told.learners) == (LEARNERS * DAYS, LEARNERS)
    assert [told.today.value, told.today.low, told.today.high] == pytest.approx(
        [same.value, same.low, same.high]
    )
    assert told.picked.value == pytest.approx(rows.answered.mean())


def test_what_an_even_choice_brings_is_told_and_learning_brings_more() -> None:
    told = verdict(log()[0], wordings.expected, MANNER)
    assert told is not None
    assert told.evenly.low < SHARES.mean() < told.evenly.high
    assert told.picked.low > told.evenly.high


def test_what_was_answered_on_a_day_tells_nothing_of_that_day() -> None:
    rows = log()[0]
    one_day = part(rows, rows.day == FIRST.toordinal())
    told = verdict(one_day, wordings.expected, MANNER)
    assert told is not None
    assert told.today.value == pytest.approx(told.evenly.value)


def test_what_was_not_picked_is_learned_from_but_not_judged() -> None:
    rows = log()[0]
    early = rows.day < FIRST.toordinal() + DAYS // 2
    window = replace(rows, picked=np.where(early, NONE, rows.picked))
    told = verdict(window, wordings.expected, MANNER)
    without = verdict(part(rows, ~early), wordings.expected, MANNER)
    assert told is not None
    assert without is not None
    assert told.choices == without.choices == LEARNERS * DAYS // 2
    assert told.today.value > without.today.value, "it knew more"


def test_an_arm_that_is_not_open_any_more_is_left_out() -> None:
    rows = log()[0]
    shut = rows.allowed.copy()
    shut[rows.picked == 3, 3] = False
    told = verdict(replace(rows, allowed=shut), wordings.expected, MANNER)
    assert told is not None
    assert told.choices == int((rows.picked != 3).sum())


@pytest.mark.parametrize("learners", [0, 1, LEAST_LEARNERS - 1, LEAST_LEARNERS])
def test_of_a_few_learners_nothing_is_told(learners: int) -> None:
    rows = log()[0]
    told = verdict(part(rows, rows.learner < learners), wordings.expected, MANNER)
    assert (told is None) is (learners < LEAST_LEARNERS)


def part(rows: Rows, which: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> Rows:
    return Rows(*(getattr(rows, one.name)[which] for one in fields(Rows)))
