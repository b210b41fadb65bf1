from datetime import date, timedelta

import pytest
from hypothesis import given

from scheduler.policy.aim import Aim, Strength
from scheduler.policy.aims import read, strictest, to_hold, wait, written
from scheduler.policy.booster import Booster
from scheduler.policy.deadline import PRICES, Deadline
from scheduler.policy.readiness import Readiness
from tests.scheduler.strategies import aims, quick

MONDAY = date(2026, 1, 5)
CARD = Strength(30.0, 5.0, MONDAY, 0.1542)


@given(aims)
@quick
def test_the_log_gives_back_what_was_aimed_at(aimed: tuple[Aim, ...]) -> None:
    assert read(written(aimed)) == strictest(aimed)


@pytest.mark.parametrize("line", ["monthly:3", "readiness", "booster:soon", "deadline:2026-01-01"])
def test_a_line_that_names_no_aim_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"no aim|isoformat"):
        read(line)


def test_of_two_that_hold_a_recall_the_higher_decides() -> None:
    assert strictest([Readiness(0.8), Readiness(0.9)]) == (Readiness(0.9),)


def test_campaigns_with_the_same_card_agree_on_the_stricter_need() -> None:
    audit = Deadline(MONDAY + timedelta(days=10), 0.9, PRICES[-1])
    both = wait([Readiness(0.97), audit], CARD)
    assert both.latest == min(Readiness(0.97).wait(CARD).latest, audit.wait(CARD).latest)
    assert both.most == audit.wait(CARD).most


def test_of_what_is_to_be_held_and_reached_the_highest_counts() -> None:
    audit = Deadline(MONDAY + timedelta(days=10), 0.95, PRICES[-1])
    assert to_hold([Readiness(0.8), audit, Readiness(0.9)]) == 0.95


def test_beside_a_booster_no_recall_is_enough_for_it_looks_at_the_days_alone() -> None:
    assert to_hold([Readiness(0.9), Booster(MONDAY)]) is None


def test_a_booster_repeats_after_two_days_two_weeks_and_two_months() -> None:
    asked, on = [], MONDAY
    for _ in range(4):
        on += timedelta(days=Booster(MONDAY).wait(CARD._replace(on=on)).latest)
        asked.append((on - MONDAY).days)
    assert asked == [2, 14, 61, 61 + 365]
