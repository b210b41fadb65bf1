from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from scheduler import baseline
from scheduler.fsrs6 import DEFAULT_PARAMETERS
from server.practice.plan_session import plan_ahead, plan_session
from server.practice.refresh_dates import DESIRED_RECALL, choose
from server.practice.why import Goal, Why
from server.store import pre_tests
from tests.server.firm import NOW, TODAY, Firm
from tests.server.practice.desk import Desk
from tests.support import sets
from tests.support.faces import face

DAY = timedelta(days=1)
DECAY = DEFAULT_PARAMETERS[20]
HOLD = [Goal("readiness", 0.9, None)]


def reasons(desk: Desk, days: int = 0) -> list[Why]:
    return [card.why for card in plan_session(desk.firm.db, desk.fatima, NOW + days * DAY).cards]


def with_a_card(firm: Firm, *, tested: bool = False, **campaign: Any) -> Desk:
    """Fatima with one card in a campaign, which may have a pre-test with it."""
    card_set = firm.card_set()
    made = [sets.card(firm, card_set, face("recall", "Wie bel je?", answer="ICT"), topic="Brand")]
    sets.release(firm, card_set)
    fatima = firm.person("Fatima")
    if tested:
        window = baseline.window(campaign["starts_on"], campaign["starts_on"])
        campaign["pre_test"] = pre_tests.kept(window, [made[0].id])
    sets.campaign(firm, card_set, people=(fatima,), **campaign)
    return Desk(firm, fatima, card_set, made)


def test_a_new_card_is_there_for_what_its_campaign_wants(firm: Firm) -> None:
    assert reasons(with_a_card(firm)) == [Why("campaign", None, None, 0, 0, DECAY, HOLD)]


def test_a_card_tells_when_it_was_practised_and_how_it_went(firm: Firm) -> None:
    desk = with_a_card(firm)
    desk.record(desk.answer("a"))
    (right,) = reasons(desk, 9)
    assert (right.last_on, right.reviews, right.correct_run) == (TODAY, 1, 1)
    memory = desk.memory()
    assert memory is not None
    assert right.due_on == memory["due_on"]
    on = TODAY + 9 * DAY
    desk.record(desk.answer("b", rating=1, reviewed_at=NOW + 9 * DAY), now=NOW + 9 * DAY)
    assert reasons(desk, 10) == [Why("campaign", on, on + DAY, 2, 0, DECAY, HOLD)]


def test_a_date_and_fixed_days_are_told_beside_a_level_to_hold(firm: Firm) -> None:
    desk = with_a_card(firm)
    audit = TODAY + 60 * DAY
    dated = {"kind": "deadline", "on": audit.isoformat(), "desired_recall": 0.85, "price": 9.0}
    ladder = {"kind": "booster", "since": TODAY.isoformat()}
    for policy in (dated, ladder):
        sets.campaign(firm, desk.card_set, people=(desk.fatima,)).policy = policy
    firm.db.flush()
    (only,) = reasons(desk)
    assert set(only.goals) == {
        *HOLD,
        Goal("deadline", 0.85, audit),
        Goal("booster", None, TODAY),
    }


def test_a_date_of_her_own_is_told_as_such(firm: Firm) -> None:
    desk = with_a_card(firm)
    desk.record(desk.answer("a"))
    visit = TODAY + 30 * DAY
    choose(firm.db, desk.fatima, "Brand", visit, today=TODAY, now=NOW)
    (only,) = reasons(desk, 9)
    assert only.goals == [Goal("own_date", DESIRED_RECALL, visit), *HOLD]


def test_the_phone_can_draw_what_the_server_says(firm: Firm) -> None:
    desk = with_a_card(firm)
    desk.record(desk.answer("a"))
    (card,) = plan_session(firm.db, desk.fatima, NOW + 9 * DAY).cards
    assert card.stability_days is not None
    factor = 0.9 ** (-1 / card.why.decay) - 1
    assert (1 + factor * 9 / card.stability_days) ** -card.why.decay == pytest.approx(card.recall)


def test_a_card_of_a_pre_test_says_so_until_its_campaign_begins(firm: Firm) -> None:
    desk = with_a_card(firm, starts_on=TODAY + 4 * DAY, tested=True)
    assert [one.part for one in reasons(desk)] == ["pre_test"]
    assert [one.part for one in reasons(desk, 4)] == ["campaign"]


def test_a_card_that_is_kept_up_says_so_on_each_day_that_a_phone_takes_along(firm: Firm) -> None:
    desk = with_a_card(firm, days=1)
    desk.record(desk.answer("a"))
    days = plan_ahead(firm.db, desk.fatima, NOW + 2 * DAY)
    found = [(one.study_day - TODAY, card.why) for one in days for card in one.cards]
    assert [(on, why.part, why.last_on) for on, why in found] == [(7 * DAY, "upkeep", TODAY)]
