"""A year of a firm in six time zones: no rule is broken, and what is learned pays."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import get_args

import pytest

from scheduler.reminders import HELP, PRACTICE
from scheduler.rhythm.hours import HourReason
from scheduler.rhythm.occasions import KINDS
from scripts.benches.rhythm.life import Life, Sent
from scripts.benches.rhythm.people import DAYS, STARTS_ON, ZONES, crowd
from scripts.benches.rhythm.picking import Way
from scripts.benches.rhythm.verdict import Verdict, of_hours, of_wordings
from scripts.benches.rhythm.year import Year
from tests.scheduler.rhythm.year_rules import broken

SEED = 20271101
SOME, ALL = 60, 2000
REASONS = {"own-moment", "window", *get_args(HourReason)}
all_of_them = pytest.param(ALL, marks=pytest.mark.servers)  # takes too long for every change
sizes = pytest.mark.parametrize("size", [SOME, all_of_them])


@cache
def year(size: int) -> Sequence[Life]:
    return Year(crowd(size, SEED), Way(), SEED).live()


def sent_in(lives: Sequence[Life]) -> list[Sent]:
    return [sent for life in lives for sent in life.sent]


@sizes
def test_no_rule_is_broken_in_a_year(size: int) -> None:
    sent = sent_in(year(size))
    answered = sum(one.answered for one in sent) / len(sent)
    print(f"{len(sent) / size:.0f} reminders a learner, {answered:.0%} answered within two hours")
    assert [told for life in year(size) for told in broken(life)] == []


@sizes
def test_the_year_has_everything_in_it(size: int) -> None:
    lives = year(size)
    sent = sent_in(lives)
    assert {one.kind for one in sent} == {PRACTICE, HELP, *KINDS}
    assert {one.reason for one in sent} == REASONS
    assert {life.person.time_zone for life in lives} == set(ZONES)
    days = {one.study_day for one in sent}
    assert len(days) > 0.9 * DAYS
    assert max(days) > STARTS_ON + timedelta(days=DAYS - 4)
    assert any(life.snoozes for life in lives)
    # Somebody fell silent, came back of their own accord, and was reminded again.
    assert any(HELP in [one.kind for one in life.sent[:-1]] for life in lives)
    # Who practises alone is hardly told, and who never answers is soon left alone.
    for habit, most in (("alone", 80), ("ignores", 25)):
        count = [len(life.sent) for life in lives if life.person.habit == habit]
        assert sum(count) / len(count) < most


@sizes
@pytest.mark.parametrize("judge", [of_hours, of_wordings])
def test_the_log_tells_what_an_even_choice_would_have_brought(
    size: int, judge: Callable[[Sequence[Life]], Verdict]
) -> None:
    verdict = judge(year(size))
    for estimate in (verdict.ips, verdict.snips, verdict.doubly_robust):
        assert estimate.low < verdict.truth < estimate.high


@sizes
def test_what_is_learned_pays(size: int) -> None:
    assert of_hours(year(size)).picked > 1.3 * of_hours(year(size)).truth
    assert of_wordings(year(size)).picked > 1.03 * of_wordings(year(size)).truth


A_MINUTE, A_DAY = timedelta(minutes=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("rule", "moved"),
    [
        ("in_own_times", lambda one: replace(one, at=one.at + 12 * 60 * A_MINUTE)),
        ("on_a_working_day", lambda one: later(one, 7 - one.study_day.weekday() - 1)),
        ("one_a_day", lambda one: replace(one, at=one.at + A_MINUTE)),
        ("five_a_week", lambda one: replace(one, at=one.at + A_MINUTE)),
        ("hours_apart", lambda one: replace(one, at=one.at + A_MINUTE)),
        ("backs_off", lambda one: replace(one, kind=HELP)),
        ("out of order", lambda one: later(one, -30)),
    ],
)
def test_a_reminder_too_many_is_found(rule: str, moved: Callable[[Sent], Sent]) -> None:
    found = set[str]()
    for life in year(SOME)[:6]:
        extra = [moved(one) for one in life.sent]
        told = broken(replace(life, sent=[*life.sent, *extra]))
        found |= {one.split(":")[0] for one in told}
    assert rule in found


def later(one: Sent, days: int) -> Sent:
    """The same reminder on another day."""
    return replace(one, at=one.at + days * A_DAY, study_day=one.study_day + days * A_DAY)
