"""Picking hours and words is judged by the ledger alone, and each firm by its own."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import update

from scheduler.rhythm.replay import LEAST_LEARNERS
from server.reminding.evaluate import Evaluation, evaluate
from server.store import scope
from server.store.people import Person
from server.store.reminders import Reminder
from tests.server.firm import Firm, counted, found
from tests.server.reminding import scene
from tests.support.ledger import ANSWERED, remind

DAYS = 12


@pytest.fixture
def told(firm: Firm) -> Evaluation:
    """After twelve days on which reminders at ten were mostly answered, and at nine were not."""
    remind(firm, LEAST_LEARNERS, DAYS)
    return evaluate(firm.db)


def test_it_tells_what_picking_brought_beside_an_even_choice(told: Evaluation) -> None:
    assert told.reminders == LEAST_LEARNERS * DAYS
    for verdict in (told.hours, told.wordings):
        assert verdict is not None
        assert (verdict.choices, verdict.learners) == (told.reminders, LEAST_LEARNERS)
        for one in (verdict.picked, verdict.evenly, verdict.today):
            assert 0 < one.low < one.value < one.high < 1


def test_the_truth_lies_between(told: Evaluation) -> None:
    assert told.hours is not None
    assert told.hours.evenly.low < sum(ANSWERED.values()) / 2 < told.hours.evenly.high


def test_the_way_of_today_learns_which_hour_is_answered(told: Evaluation) -> None:
    assert told.hours is not None
    assert told.hours.today.value > told.hours.picked.value + 0.1


@pytest.mark.usefixtures("told")
def test_hours_that_are_not_the_learners_any_more_are_left_out(firm: Firm) -> None:
    firm.db.execute(update(Person).values(window_from=10 * 60))
    after = evaluate(firm.db)
    assert after.hours is not None
    at_ten = firm.db.query(Reminder).filter_by(hour=10).count()
    assert 0 < after.hours.choices == at_ten < after.reminders


@pytest.mark.usefixtures("told")
def test_another_firm_has_no_part_in_it(firm: Firm) -> None:
    other = found(firm.db, "elders")
    viktor = scene.learner(other, "Viktor")
    scope.work_for(firm.db, other.organisation.id)
    assert evaluate(firm.db) == Evaluation(0, None, None)
    remind(other, 1, 2, those=[viktor])
    assert evaluate(firm.db) == Evaluation(2, None, None)
    with scope.across_organisations(firm.db):
        assert evaluate(firm.db).reminders == LEAST_LEARNERS * DAYS + 2


@pytest.mark.parametrize("gone", [{"hour": None}, {"hour_propensity": None}])
@pytest.mark.usefixtures("told")
def test_what_was_not_picked_is_not_judged(firm: Firm, gone: dict[str, None]) -> None:
    firm.db.execute(update(Reminder).values(**gone, wording="no longer there"))
    assert evaluate(firm.db) == Evaluation(LEAST_LEARNERS * DAYS, None, None)


def test_it_takes_one_statement_however_long_the_ledger(firm: Firm) -> None:
    remind(firm, 2, 3)
    with counted(firm.db) as few:
        evaluate(firm.db)
    remind(firm, LEAST_LEARNERS, DAYS, first=scene.TODAY + timedelta(days=10))
    with counted(firm.db) as many:
        evaluate(firm.db)
    assert len(few) == len(many) == 1
