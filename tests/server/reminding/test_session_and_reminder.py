"""Whoever is told that cards wait finds some, and whoever finds some is told: one truth, twice."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from server.practice.plan_session import plan_session
from server.reminding.learner_day import at_their_moment
from server.store.campaigns import Campaign
from server.store.card_memory import CardMemory
from server.store.pauses import StoredPause
from server.store.people import Person
from server.store.refresh_dates import RefreshDate
from server.store.releases import ReleasedCard
from tests.fakes.world import World
from tests.server.firm import Firm
from tests.server.reminding import scene

TODAY = scene.TODAY
DAYS = st.integers(-40, 40).map(lambda days: TODAY + timedelta(days=days))

memories: st.SearchStrategy[dict[str, Any]] = st.builds(
    dict,
    stability=st.floats(0.5, 400),
    difficulty=st.floats(1, 10),
    last_study_day=st.integers(1, 60).map(lambda days: TODAY - timedelta(days=days)),
    due_on=DAYS,
    lapses=st.sampled_from([0, 1, 8, 12]),
    correct_run=st.integers(0, 4),
)
worlds = st.fixed_dictionaries(
    {
        "cards": st.lists(st.none() | memories, min_size=2, max_size=2),
        "valid_until": st.none() | DAYS,
        "starts_on": st.integers(-60, 3).map(lambda days: TODAY + timedelta(days=days)),
        "days": st.integers(1, 120),
        "policy": st.sampled_from(
            [
                {"kind": "readiness", "desired_recall": 0.7},
                {"kind": "readiness", "desired_recall": 0.9},
                {"kind": "deadline", "on": "2026-12-20", "desired_recall": 0.9, "price": 13.0},
                {"kind": "booster", "since": "2026-11-10"},
            ]
        ),
        "before": st.none() | st.integers(-2, 60).map(lambda days: TODAY + timedelta(days=days)),
        "colleague_met_all": st.booleans(),
        "pause": st.none() | st.tuples(st.integers(-20, 2), st.integers(0, 10)),
    }
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(world=worlds)
def test_a_reminder_knows_what_the_session_knows(
    firm: Firm, world: dict[str, Any], set_up: tuple[World, Person, Campaign]
) -> None:
    things, fatima, campaign = set_up
    _make(firm, fatima, campaign, world)
    if world["colleague_met_all"]:
        bram = firm.db.query(Person).filter_by(name="Bram").one()
        scene.remembers(firm, bram, TODAY + timedelta(days=30))
    session = plan_session(firm.db, fatima, scene.MORNING)
    ((_, day),) = at_their_moment(firm.db, [fatima], TODAY, things.things)
    told = bool(day.cards_waiting) and not day.calendar.is_paused(TODAY)
    assert told == bool(session.cards)


@pytest.fixture
def set_up(
    firm: Firm, world: World, campaign: Campaign, fatima: Person
) -> tuple[World, Person, Campaign]:
    scene.learner(firm, "Bram", campaign=campaign)
    return world, fatima, campaign


def _make(firm: Firm, fatima: Person, campaign: Campaign, world: dict[str, Any]) -> None:
    for table in (CardMemory, StoredPause, RefreshDate):
        firm.db.execute(delete(table))
    campaign.starts_on, campaign.days = world["starts_on"], world["days"]
    campaign.policy = world["policy"]
    released = firm.db.query(ReleasedCard).order_by(ReleasedCard.position).all()
    for row, memory in zip(released, world["cards"], strict=True):
        row.topic, row.valid_until = "Melden", world["valid_until"]
        if memory is not None:
            _remember(firm, fatima, row.card_id, memory)
    if world["pause"] is not None:
        begins, length = world["pause"]
        first = TODAY + timedelta(days=begins)
        firm.away(fatima, first, first + timedelta(days=length))
    if world["before"] is not None:
        _wish(firm, fatima, world["before"])
    firm.db.flush()


def _remember(firm: Firm, fatima: Person, card_id: int, memory: dict[str, Any]) -> None:
    firm.db.add(
        CardMemory(
            person_id=fatima.id, card_id=card_id, reviews=3, changed_at=scene.MORNING,
            first_study_day=memory["last_study_day"],
            last_review_at=scene.MORNING - (TODAY - memory["last_study_day"]), **memory,
        )
    )  # fmt: skip


def _wish(firm: Firm, fatima: Person, before: date) -> None:
    firm.db.add(
        RefreshDate(
            person_id=fatima.id, topic="Melden", before=before, desired_recall=0.9, price=13.0,
            created_at=scene.MORNING,
        )
    )  # fmt: skip
