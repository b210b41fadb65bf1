"""Daan chooses how cards come back: a level to hold, a date, or three boosters."""

from __future__ import annotations

from typing import Any

import pytest

from scheduler.policy.deadline import PRICES
from server.store.campaigns import Campaign
from tests.server.console_api.uploads import campaign_of, released_set
from tests.support.phone import places, refused
from tests.support.town import Town


def made(town: Town, policy: dict[str, Any], **more: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """The policy of a new campaign, as the console is told and as it is kept."""
    daan = town.phone(town.daan)
    told = daan.post("/campaigns", campaign_of(released_set(daan), policy=policy, **more))
    assert daan.get(f"/campaigns/{told['id']}")["policy"] == told["policy"]
    kept = town.firm.db.get(Campaign, told["id"])
    assert kept is not None
    return told["policy"], kept.policy


def test_a_date_is_kept_with_the_least_price_that_reaches_the_level(town: Town) -> None:
    wanted = {"kind": "deadline", "desired_recall": 0.95, "on": "2027-01-17"}
    told, kept = made(town, wanted)
    assert told == {**wanted, "expected_recall": kept["expected_recall"]}
    assert kept["price"] in PRICES
    assert 0.95 <= kept["expected_recall"] < 0.96


def test_a_level_that_the_days_cannot_bring_is_told_with_what_they_do_bring(town: Town) -> None:
    told, kept = made(town, {"kind": "deadline", "desired_recall": 0.97, "on": "2026-11-25"})
    assert kept["price"] == PRICES[-1]
    assert 0.8 < told["expected_recall"] < 0.97


def test_three_boosters_count_from_the_day_of_the_course(town: Town) -> None:
    course = {"title": "Phishing herkennen", "held_on": "2026-11-16"}
    told, kept = made(town, {"kind": "booster"}, course_event=course)
    assert told == {
        "kind": "booster", "desired_recall": None, "on": None, "expected_recall": None
    }  # fmt: skip
    assert kept == {"kind": "booster", "since": "2026-11-16"}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_date_beyond_the_campaign_is_answered_with_the_dates_that_can_be(
    town: Town, language: str
) -> None:
    daan = town.phone(town.daan, **{"Accept-Language": language})
    late = {"kind": "deadline", "on": "2027-02-16"}
    problem = refused(
        daan.ask("POST", "/campaigns", json=campaign_of(released_set(daan), policy=late)), 422
    )
    assert places(problem) == ["policy.on"]
    (error,) = problem["errors"]
    assert "2026-11-22" in error["message"]
    assert "2027-02-15" in error["message"]


def test_daan_sees_what_a_date_costs_before_he_chooses_it(town: Town) -> None:
    daan = town.phone(town.daan)
    days = {"starts_on": "2026-11-18", "on": "2027-01-17"}
    high, low = (
        daan.get("/campaigns/reach", desired_recall=one, **days) for one in ("0.95", "0.8")
    )
    assert high["recall"] >= 0.95
    assert 1 < low["reviews"] < high["reviews"] < 5


@pytest.mark.parametrize("query", [{}, {"starts_on": "2026-11-18", "on": "x"}])
def test_what_it_costs_wants_days_and_a_level(town: Town, query: dict[str, str]) -> None:
    refused(town.phone(town.daan).ask("GET", "/campaigns/reach", query_string=query), 422)


def test_fatima_is_not_told_what_campaigns_cost(town: Town) -> None:
    query = {"starts_on": "2026-11-18", "on": "2027-01-17", "desired_recall": "0.9"}
    refused(town.phone(town.fatima).ask("GET", "/campaigns/reach", query_string=query), 403)
