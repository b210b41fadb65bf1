"""Scores of a campaign, and what everybody knows already, over the API."""

from __future__ import annotations

import pytest

from tests.server.console_api.uploads import campaign_of, released_set
from tests.support.phone import places, refused
from tests.support.town import Town

COURSE = {"title": "Phishing herkennen", "held_on": "2026-11-25"}
NONE = {
    "recall_rate": None, "low": None, "high": None, "n": None, "learners": None, "suppressed": True
}  # fmt: skip


def test_a_pre_test_that_is_open_tells_its_days_and_no_score(town: Town) -> None:
    daan = town.phone(town.daan)
    given = campaign_of(
        released_set(daan), course_event=COURSE, starts_on="2026-11-26", pre_test={"cards": 1}
    )
    made = daan.post("/campaigns", given)
    told = daan.get("/insight/scores", campaign_id=made["id"])
    assert told == {
        "min_group_size": 5,
        "pre_test": {"cards": 1, "opens_on": "2026-11-18", "closes_on": "2026-11-24"},
        "initial_score": NONE,
        "current_score": NONE,
        "lift": {"lift": None, "low": None, "high": None, "suppressed": True},
    }


def test_a_campaign_without_one_has_none(town: Town) -> None:
    daan = town.phone(town.daan)
    made = daan.post("/campaigns", campaign_of(released_set(daan)))
    told = daan.get("/insight/scores", campaign_id=made["id"])
    assert (told["pre_test"], told["initial_score"]) == (None, NONE)


@pytest.mark.parametrize("query", ["", "?campaign_id=x", "?campaign_id=0"])
def test_a_score_is_that_of_one_campaign(town: Town, query: str) -> None:
    response = town.phone(town.daan).ask("GET", f"/insight/scores{query}")
    assert places(refused(response, 422)) == ["campaign_id"]


def test_a_campaign_that_is_not_there_or_a_learner_who_asks_is_refused(town: Town) -> None:
    refused(town.phone(town.daan).ask("GET", "/insight/scores?campaign_id=999"), 404)
    refused(town.phone(town.fatima).ask("GET", "/insight/scores?campaign_id=1"), 403)


def test_a_set_that_nobody_met_has_no_card_that_everybody_knows(town: Town) -> None:
    daan = town.phone(town.daan)
    path = f"/card-sets/{released_set(daan)}/health/known"
    assert daan.get(path) == {"code": "known-at-first-sight", "items": []}
    refused(town.phone(town.fatima).ask("GET", path), 403)
    refused(daan.ask("GET", "/card-sets/999/health/known"), 404)
