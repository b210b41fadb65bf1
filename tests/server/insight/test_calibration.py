from __future__ import annotations

from datetime import timedelta

import pytest

from server.insight import calibration
from server.insight.calibration import Report
from server.insight.question import question
from tests.server.firm import TODAY, Firm
from tests.server.insight.answers import answered

MONDAY = TODAY - timedelta(days=TODAY.weekday())


def told(firm: Firm, learners: int) -> Report:
    """So many learners answer a card that was foretold at 0.9, the first of them wrong."""
    card_set = firm.card_set()
    card = firm.card(card_set, "Wat?")
    people = [firm.person(f"Learner{number}") for number in range(learners)]
    firm.enrol(firm.campaign(card_set, starts_on=MONDAY), *people)
    for number, person in enumerate(people):
        answered(firm, person, card, MONDAY, right=number > 0)
    asked = question(firm.db, firm.daan, TODAY, campaign_id=None, first=None, last=None)
    assert asked is not None
    return calibration.report(firm.db, asked, 5)


def test_what_was_foretold_stands_beside_what_came_out(firm: Firm) -> None:
    report = told(firm, 6)
    ((number, one),) = report.bins
    assert number == 18
    assert one is not None
    assert (one.observed.n, one.observed.recall_rate) == (6, 5 / 6)
    assert one.observed.low is not None
    assert one.observed.low < 5 / 6
    assert one.predicted == pytest.approx(0.9)
    assert report.total is not None
    assert report.total.rmse == pytest.approx(0.9 - 5 / 6)
    assert report.moving_average_log_loss == pytest.approx(report.total.log_loss)


def test_few_learners_tell_nothing(firm: Firm) -> None:
    report = told(firm, 4)
    assert (report.total, report.moving_average_log_loss) == (None, None)
    assert report.bins == [(18, None)]
