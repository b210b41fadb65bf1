"""Daan asks what a campaign would cost before he makes it."""

from __future__ import annotations

from typing import Any

import pytest

from scheduler.policy.price import Reach
from server.teaching import policies
from tests.support.phone import places, refused
from tests.support.town import Town

PLAN = {
    "desired_recall": "0.9", "cards": "20", "starts_on": "2026-11-23", "days": "28",
    "cards_per_day": "10",
}  # fmt: skip


def ask(town: Town, **more: str) -> Any:
    return town.phone(town.daan).get("/campaigns/cost", **{**PLAN, **more})


def test_daan_reads_minutes_and_recall_with_their_range(town: Town) -> None:
    told = ask(town)
    for figure in ("minutes_a_day", "minutes", "recall", "met"):
        assert told[figure]["low"] <= told[figure]["expected"] <= told[figure]["high"]
    assert told["until"] == "2026-12-20"
    assert told["met"]["expected"] == 20
    assert [week["first_day"] for week in told["weeks"]] == [
        "2026-11-23", "2026-11-30", "2026-12-07", "2026-12-14",
    ]  # fmt: skip
    assert sum(week["minutes"]["expected"] for week in told["weeks"]) == pytest.approx(
        told["minutes"]["expected"]
    )


def test_other_targets_stand_beside_it(town: Town) -> None:
    told = ask(town)
    assert [one["desired_recall"] for one in told["choices"]] == [0.8, 0.85, 0.9, 0.95]
    same = told["choices"][2]
    assert same["minutes_a_day"] == pytest.approx(told["minutes_a_day"]["expected"])
    assert told["choices"][0]["minutes_a_day"] < told["choices"][3]["minutes_a_day"]


def test_a_date_is_planned_towards(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(policies, "least_price", lambda _days, recall: Reach(9.0, recall, 3.0))
    told = ask(town, kind="deadline", on="2026-12-18")
    assert told["until"] == "2026-12-18"


def test_boosters_look_at_no_target_and_stand_beside_the_same_others(town: Town) -> None:
    boosters = ask(town, kind="booster", held_on="2026-11-20")
    sure = ask(town, kind="booster", held_on="2026-11-20", desired_recall="0.95")
    assert boosters == sure
    assert boosters["until"] == "2026-12-20"
    assert boosters["choices"] == ask(town)["choices"]


def test_boosters_count_from_the_course(town: Town) -> None:
    days = ("2026-11-22", "2026-11-09")
    lately, before = (ask(town, kind="booster", held_on=day) for day in days)
    assert lately["minutes"]["expected"] > before["minutes"]["expected"]


@pytest.mark.parametrize(
    ("given", "where"),
    [
        ({"kind": "deadline"}, ["policy.on"]),
        ({"kind": "deadline", "on": "2026-11-24"}, ["policy.on"]),
        ({"on": "2026-12-18"}, ["policy.on"]),
        ({"kind": "weekly"}, ["kind"]),
        ({"kind": "booster", "on": "2026-12-18"}, ["policy.on"]),
        ({"kind": "booster", "held_on": "gisteren"}, ["held_on"]),
        ({"cards": "0"}, ["cards"]),
        ({"cards": "1000000"}, ["cards"]),
        ({"cards": "veel"}, ["cards"]),
        ({"desired_recall": "1"}, ["desired_recall"]),
        ({"days": "0", "cards_per_day": "1000"}, ["cards_per_day", "days"]),
        ({"starts_on": ""}, ["starts_on"]),
    ],
)
def test_what_cannot_be_tried_out_is_told_where(
    town: Town, given: dict[str, str], where: list[str]
) -> None:
    answer = town.phone(town.daan).ask("GET", "/campaigns/cost", query_string={**PLAN, **given})
    assert sorted(places(refused(answer, 422))) == where


def test_a_campaign_without_a_day_of_practice_asks_nothing(town: Town) -> None:
    town.firm.organisation.day_loads = ["none"] * 7
    told = ask(town)
    assert told["minutes"] == {"expected": 0, "low": 0, "high": 0}
    assert told["met"]["high"] == 0


def test_only_who_makes_campaigns_may_ask(town: Town) -> None:
    for person in (town.fatima, town.marit):
        refused(town.phone(person).ask("GET", "/campaigns/cost", query_string=PLAN), 403)
