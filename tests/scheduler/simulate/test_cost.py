from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from scheduler.policy.booster import Booster
from scheduler.policy.deadline import Deadline
from scheduler.policy.readiness import Readiness
from scheduler.simulate.cohort import Cohort, Group
from scheduler.simulate.cost import Cost, Span, cost
from scheduler.simulate.truth import as_modelled
from scheduler.simulate.waits import windows
from tests.scheduler.simulate.plans import MONDAY, plan


def ranges(told: Cost) -> list[Span]:
    whole = [told.answers, told.answers_a_day, told.recall, told.met]
    return whole + [span for week in told.weeks for span in (week.answers, week.recall)]


def test_more_recall_costs_more_answers() -> None:
    told = cost(plan(Readiness(0.9), Readiness(0.8), Readiness(0.9), Readiness(0.95)))
    low, same, high = told.choices
    assert low.answers_a_day < same.answers_a_day < high.answers_a_day
    assert low.recall < same.recall < high.recall
    assert same.answers_a_day == pytest.approx(told.answers_a_day.expected)
    assert same.recall == pytest.approx(told.recall.expected)


def test_what_is_expected_lies_within_what_may_well_be() -> None:
    told = cost(plan(Readiness(0.9)))
    assert all(span.low <= span.expected <= span.high for span in ranges(told))
    assert told.recall.low < told.recall.high


def test_the_same_plan_always_gives_the_same_figures() -> None:
    assert cost(plan(Readiness(0.85))) == cost(plan(Readiness(0.85)))


def test_nobody_is_asked_beyond_the_budget_but_for_repairs() -> None:
    told = cost(plan(Readiness(0.97), cards=80, a_day=5))
    assert told.fullest_day <= 2 * 5 / 0.75
    assert all(week.answers.high <= 2 * 5 * 5 for week in told.weeks)


def test_a_campaign_that_is_too_short_does_not_meet_all_cards() -> None:
    told = cost(plan(Readiness(0.9), cards=100, days=7, a_day=5))
    assert told.met.expected < 30
    assert len(told.weeks) == 1


def test_days_off_ask_nothing() -> None:
    told = cost(replace(plan(Readiness(0.9)), budgets=(0,) * 7 + (10,) * 7))
    holiday, after = told.weeks
    assert holiday.answers == Span(0, 0, 0)
    assert after.answers.low > 0


def test_a_date_is_reached_with_fewer_answers_than_holding_takes() -> None:
    on = MONDAY + timedelta(days=59)
    held = cost(plan(Readiness(0.9)))
    reached = cost(plan(Deadline(on, 0.9, 20.0)))
    assert reached.answers.expected < held.answers.expected
    assert reached.recall.expected > 0.85


def test_boosters_bring_each_card_back_on_their_days() -> None:
    told = cost(plan(Booster(MONDAY - timedelta(days=1)), cards=10, days=70))
    by_week = [week.answers.expected for week in told.weeks]
    # Met and repeated in the first week or as soon as somebody comes, then after 14 and 61 days.
    assert min(by_week[0], by_week[8]) > 5
    assert by_week[1] + by_week[2] > 5
    assert max(by_week[4:8]) < 2


def test_whoever_stays_away_knows_less_in_the_end() -> None:
    groups = [Group(windows(Readiness(0.9)), attendance) for attendance in (0.2, 1.0)]
    cohort = Cohort(groups, 30, 20, as_modelled(1200))
    course = cohort.go(MONDAY, [10] * 60, [59], np.random.default_rng(5))
    away, always = course.recall[59]
    assert away < always
    assert course.answers[0].sum() < course.answers[1].sum()
