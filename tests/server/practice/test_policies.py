"""Whatever is aimed at, memory and due day follow from the log, and buttons tell what comes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scheduler.policy.deadline import PRICES
from server.practice.plan_session import plan_session
from server.practice.take_back import take_back
from server.store.aiming import aims_of
from server.store.campaigns import Campaign
from server.store.reviews import Review
from tests.server.firm import NOW, TODAY
from tests.server.practice.desk import Desk, review_id

BEGAN = TODAY - timedelta(days=21)
AUDIT = str(TODAY + timedelta(days=40))
POLICIES: dict[str, dict[str, Any]] = {
    "readiness": {"kind": "readiness", "desired_recall": 0.9},
    "deadline": {"kind": "deadline", "desired_recall": 0.9, "on": AUDIT, "price": PRICES[2]},
    "booster": {"kind": "booster", "since": str(BEGAN)},
}
EACH = pytest.mark.parametrize("kind", POLICIES)


@pytest.fixture
def aiming(desk: Desk, kind: str) -> Desk:
    """Fatima's only campaign has that policy, and began three weeks ago."""
    campaign = desk.firm.db.query(Campaign).one()
    campaign.policy, campaign.starts_on = POLICIES[kind], BEGAN
    desk.firm.db.flush()
    return desk


@EACH
def test_late_and_taken_back_answers_leave_what_the_log_gives(aiming: Desk) -> None:
    days = (20, 14, 9, 4, 0)
    answers = [
        aiming.answer(day, reviewed_at=NOW - timedelta(days=day), rating=1 + day % 4)
        for day in days
    ]
    late, *others = answers
    aiming.record(*reversed(others))
    aiming.record(late)
    assert aiming.differences() == []
    take_back(aiming.firm.db, aiming.fatima, review_id(9), NOW)
    assert aiming.differences() == []
    assert aiming.rebuilt() == [1]
    assert aiming.differences() == []


@EACH
def test_each_button_leads_where_the_session_said(aiming: Desk) -> None:
    db, fatima = aiming.firm.db, aiming.fatima
    aiming.record(*(aiming.answer(card, card, reviewed_at=NOW - timedelta(days=15))
                    for card in (0, 1)))  # fmt: skip
    told = {one.card_id: one.next for one in plan_session(db, fatima, NOW, more=True).cards}
    assert {aiming.cards[0].id, aiming.cards[2].id} <= set(told)
    for number, card_id in enumerate(told):
        rating = 1 + number % 4
        card = next(one for one in aiming.cards if one.id == card_id)
        (result,) = aiming.record(aiming.answer(f"now {card_id}", card, rating=rating))
        assert result.memory is not None
        assert (result.memory["due_on"] - TODAY).days == told[card_id][rating - 1]


@pytest.mark.parametrize(("one", "other"), [
    ("readiness", "deadline"), ("readiness", "booster"), ("deadline", "booster"),
])  # fmt: skip
def test_two_campaigns_with_a_card_agree_on_the_stricter_need(
    desk: Desk, one: str, other: str
) -> None:
    db, fatima = desk.firm.db, desk.fatima
    campaign = desk.firm.db.query(Campaign).one()
    alone = []
    for kind in (one, other):
        campaign.policy = POLICIES[kind]
        db.flush()
        alone.append(plan_session(db, fatima, NOW).cards[0].next)
    second = desk.firm.campaign(desk.card_set, starts_on=TODAY, policy=POLICIES[one])
    desk.firm.enrol(second, fatima)
    card = plan_session(db, fatima, NOW).cards[0]
    # Where both hold to days, a button stays a day beyond the lesser one if either leaves room.
    assert card.next.good == min(next.good for next in alone)
    (result,) = desk.record(desk.answer("a", next(c for c in desk.cards if c.id == card.card_id)))
    assert result.memory is not None
    assert (result.memory["due_on"] - TODAY).days == card.next.good
    assert desk.differences() == []


def test_the_log_names_what_both_campaigns_aimed_at(desk: Desk) -> None:
    second = desk.firm.campaign(
        desk.card_set, starts_on=TODAY, policy={"kind": "readiness", "desired_recall": 0.95}
    )
    third = desk.firm.campaign(desk.card_set, starts_on=TODAY, policy=POLICIES["booster"])
    for campaign in (second, third):
        desk.firm.enrol(campaign, desk.fatima)
    desk.record(desk.answer("a"))
    logged = desk.firm.db.query(Review).one()
    assert logged.aims == f"booster:{BEGAN} readiness:0.95"


@given(st.permutations(list(POLICIES.values())))
@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_order_of_campaigns_makes_no_difference(
    desk: Desk, policies: list[dict[str, Any]]
) -> None:
    assert aims_of(policies, desk.fatima) == aims_of(list(POLICIES.values()), desk.fatima)
