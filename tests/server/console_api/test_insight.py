from __future__ import annotations

from datetime import timedelta

import pytest

from server.store import model_checks
from server.store.campaigns import Campaign
from server.store.card_sets import Card
from server.store.people import Person
from tests.server.firm import NOW, TODAY, Firm
from tests.server.insight.answers import answered
from tests.server.insight.test_forecast import due
from tests.support.phone import places, refused
from tests.support.town import Town

SUPPRESSED = {
    "n": None, "learners": None, "recall_rate": None, "low": None, "high": None, "suppressed": True
}  # fmt: skip


@pytest.fixture
def card(town: Town) -> Card:
    card_set = town.firm.card_set()
    card = town.firm.card(card_set, "Wat doe je?")
    town.firm.campaign(card_set, starts_on=TODAY - timedelta(days=7))
    return card


def practise(firm: Firm, card: Card, number: int, team_id: int | None = None) -> None:
    """So many new learners answer the card, the first of them wrong."""
    campaign = firm.db.query(Campaign).one()
    for one in range(number):
        person = firm.person(f"Learner{team_id}-{one}", team_id=team_id)
        firm.enrol(campaign, person)
        answered(firm, person, card, TODAY, right=one > 0)


def test_noor_reads_the_figure_with_n_interval_and_target(town: Town, card: Card) -> None:
    practise(town.firm, card, 6)
    told = town.phone(town.noor).get("/insight/recall", by="week")
    assert (told["desired_recall"], told["min_group_size"]) == (0.9, 5)
    assert (told["from"], told["until"]) == ("2026-11-09", "2026-11-22")
    assert (told["finding"]["n"], told["finding"]["learners"]) == (6, 6)
    assert told["finding"]["rate"] == pytest.approx(5 / 6)
    (week,) = told["items"]
    assert (week["key"], week["label"], week["suppressed"]) == ("2026-11-16", "2026-11-16", False)
    assert week["low"] < week["recall_rate"] < week["high"]


def test_a_small_group_shows_no_number_at_all(town: Town, card: Card) -> None:
    practise(town.firm, card, 4)
    told = town.phone(town.noor).get("/insight/recall", by="topic")
    assert told["items"] == [{"key": "", "label": "Zonder onderwerp", **SUPPRESSED}]
    assert (told["finding"]["suppressed"], told["finding"]["rate"]) == (True, None)


def test_marit_sees_her_team_and_fatima_nothing(town: Town, card: Card) -> None:
    practise(town.firm, card, 5, town.marit.team_id)
    practise(town.firm, card, 6)
    told = town.phone(town.marit).get("/insight/recall", by="team")
    assert [(one["label"], one["n"]) for one in told["items"]] == [("Balie", 5)]
    assert town.phone(town.marit).get("/insight/participation")["enrolled"] == 5
    refused(town.phone(town.fatima).ask("GET", "/insight/recall"), 403)


def test_a_manager_without_a_team_stays_out(town: Town) -> None:
    town.marit.team_id = None
    refused(town.phone(town.marit).ask("GET", "/insight/recall"), 403)


def test_participation_counts_people_by_week(town: Town, card: Card) -> None:
    practise(town.firm, card, 6)
    told = town.phone(town.daan).get("/insight/participation")
    assert told == {
        "enrolled": 6,
        "active_rate": 1.0,
        "answers": 6,
        "min_group_size": 5,
        "items": [{"key": "2026-11-16", "learners_active": 6, "answers": 6, "suppressed": False}],
    }


def test_another_firms_figures_are_not_there(town: Town, card: Card) -> None:
    practise(town.firm, card, 6)
    campaign = town.firm.db.query(Campaign).one()
    viktor = town.phone(town.viktor)
    for figure in ("recall", "participation", "calibration", "forecast", "forecast/cohorts"):
        query = {"campaign_id": str(campaign.id)}
        refused(viktor.ask("GET", f"/insight/{figure}", query_string=query), 404)
    assert viktor.get("/insight/recall")["items"] == []
    assert viktor.get("/insight/participation")["enrolled"] == 0


def test_daan_sees_what_was_foretold_beside_what_came_out(town: Town, card: Card) -> None:
    practise(town.firm, card, 6)
    told = town.phone(town.daan).get("/insight/calibration")
    assert (told["n"], told["suppressed"]) == (6, False)
    assert told["predicted"] == pytest.approx(0.9)
    assert told["moving_average_log_loss"] == pytest.approx(told["log_loss"])
    (one,) = told["items"]
    assert (one["low"], one["high"], one["n"]) == (0.9, 0.95, 6)
    assert one["observed"] == pytest.approx(5 / 6)
    assert one["observed_low"] < one["observed"] < one["observed_high"]


def test_of_a_small_group_nothing_is_told_about_the_model(town: Town, card: Card) -> None:
    practise(town.firm, card, 4)
    told = town.phone(town.daan).get("/insight/calibration")
    assert told["suppressed"]
    assert [one["observed"] for one in told["items"]] == [None]
    assert told["moving_average_log_loss"] is None


def test_noor_hears_whether_the_model_has_come_off_and_marit_does_not(town: Town) -> None:
    noor = town.phone(town.noor)
    names = ("verdict", "from", "until", "n", "learners", "predicted", "observed", "low", "high")
    assert noor.get("/insight/model-check") == dict.fromkeys(names)
    row = {
        "verdict": "off", "first_day": TODAY, "last_day": TODAY, "checked_at": NOW,
        "n": 250, "learners": 25, "predicted": 0.9, "observed": 0.6, "low": -0.35, "high": -0.25,
    }  # fmt: skip
    model_checks.keep(town.firm.db, row)
    told = noor.get("/insight/model-check")
    assert (told["verdict"], told["observed"], told["until"]) == ("off", 0.6, "2026-11-18")
    assert town.phone(town.viktor).get("/insight/model-check")["verdict"] is None
    for person in (town.marit, town.fatima):
        refused(town.phone(person).ask("GET", "/insight/model-check"), 403)


def test_days_near_the_ends_of_the_calendar_are_refused(town: Town) -> None:
    query = {"from": "0001-01-01", "until": "9999-12-31"}
    answer = town.phone(town.noor).ask("GET", "/insight/recall", query_string=query)
    assert places(refused(answer, 422)) == ["from", "until"]


def test_an_unknown_way_to_split_is_refused(town: Town) -> None:
    answer = town.phone(town.noor).ask("GET", "/insight/recall", query_string={"by": "person"})
    assert places(refused(answer, 422)) == ["by"]


def test_marit_sees_the_load_of_her_team_only(town: Town, card: Card) -> None:
    practise(town.firm, card, 5, town.marit.team_id)
    practise(town.firm, card, 6)
    for person in town.firm.db.query(Person).filter(Person.name.like("Learner%")):
        due(town.firm, person, card, TODAY)
    marit = town.phone(town.marit).get("/insight/forecast/cohorts", by="team")
    assert [(one["label"], one["weeks"]) for one in marit["items"]] == [("Balie", [5, 0, 0, 0])]
    daan = town.phone(town.daan).get("/insight/forecast/cohorts", by="team")
    assert {one["label"] for one in daan["items"]} == {"Balie", "Zonder team"}
    assert daan["seconds_per_card"] > 0
    refused(town.phone(town.fatima).ask("GET", "/insight/forecast/cohorts"), 403)
    answer = town.phone(town.daan).ask(
        "GET", "/insight/forecast/cohorts", query_string={"by": "person"}
    )
    assert places(refused(answer, 422)) == ["by"]
