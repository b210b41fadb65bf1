from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from scheduler.drift import Verdict
from server.insight.drift import check_model, last_day
from server.store import model_checks
from server.store.card_memory import FirstAnswer
from server.store.model_checks import ModelCheck
from tests.server.firm import NOW, TODAY, Firm, counted
from tests.server.insight.answers import answered

SUNDAY = date(2026, 11, 15)


def weeks_of(firm: Firm, learners: int, right: int, on: date = SUNDAY) -> None:
    """So many learners answer ten cards foretold at 0.9, each of them so many right."""
    card_set = firm.card_set()
    cards = [firm.card(card_set, f"Vraag {number}?") for number in range(10)]
    for number in range(learners):
        person = firm.person(f"Learner{number}")
        for at, card in enumerate(cards):
            answered(firm, person, card, on, right=at < right)


def latest(firm: Firm) -> ModelCheck:
    check = model_checks.latest(firm.db)
    assert check is not None
    return check


def test_a_model_that_foretells_too_much_is_told_of(firm: Firm) -> None:
    weeks_of(firm, 25, right=6)
    assert check_model(firm.db, 5, NOW) is Verdict.OFF
    check = latest(firm)
    assert (check.first_day, check.last_day) == (SUNDAY - timedelta(days=27), SUNDAY)
    assert (check.n, check.learners, check.observed) == (250, 25, 0.6)
    assert check.predicted == pytest.approx(0.9)
    assert check.high is not None
    assert check.high < -0.03


def test_a_model_that_is_right_raises_no_alarm(firm: Firm) -> None:
    weeks_of(firm, 25, right=9)
    assert check_model(firm.db, 5, NOW) is Verdict.HOLDS
    assert latest(firm).verdict == "holds"


def test_the_same_weeks_are_judged_once(firm: Firm) -> None:
    weeks_of(firm, 25, right=9)
    check_model(firm.db, 5, NOW)
    for row in firm.db.query(FirstAnswer):
        row.correct = False
    assert check_model(firm.db, 5, NOW + timedelta(hours=1)) is None
    assert latest(firm).verdict == "holds"
    assert check_model(firm.db, 5, NOW + timedelta(days=7)) is Verdict.OFF


def test_of_too_few_learners_no_number_is_kept(firm: Firm) -> None:
    weeks_of(firm, 25, right=6)
    assert check_model(firm.db, 30, NOW) is Verdict.TOO_FEW
    assert (latest(firm).n, latest(firm).observed) == (None, None)


def test_answers_of_other_weeks_do_not_count(firm: Firm) -> None:
    weeks_of(firm, 25, right=6, on=SUNDAY + timedelta(days=1))
    assert check_model(firm.db, 5, NOW) is Verdict.TOO_FEW


def test_two_clocks_that_judge_at_once_leave_one_check(firm: Firm) -> None:
    unknown = dict.fromkeys(("n", "learners", "predicted", "observed", "low", "high"))
    row = {**unknown, "verdict": "holds", "first_day": TODAY, "last_day": TODAY, "checked_at": NOW}
    assert model_checks.keep(firm.db, row)
    assert not model_checks.keep(firm.db, row)


def test_what_is_read_does_not_grow_with_the_number_of_learners(firm: Firm) -> None:
    weeks_of(firm, 25, right=9)
    with counted(firm.db) as statements:
        check_model(firm.db, 5, NOW)
    assert len(statements) == 3


@pytest.mark.parametrize(
    ("today", "sunday"),
    [(16, 8), (17, 15), (18, 15), (22, 15), (23, 15), (24, 22)],
)
def test_a_week_is_judged_two_days_after_its_sunday(today: int, sunday: int) -> None:
    assert last_day(datetime(2026, 11, today, tzinfo=NOW.tzinfo).date()) == date(2026, 11, sunday)
