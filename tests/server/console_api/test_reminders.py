"""Why somebody did or did not get a reminder: for the learner and for admins, and nobody else."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from server.store.outbox import State
from server.store.people import Person
from server.store.reminders import Reminder
from tests.server.firm import NOW, TODAY, Firm
from tests.server.reminding import scene
from tests.support.phone import refused
from tests.support.town import Town


def decided(firm: Firm, person: Person, day: date, state: State, reason: str, **more: Any) -> None:
    at = NOW - timedelta(days=(TODAY - day).days)
    fields = {"kind": "practice", "channels": ["fcm"], "due_at": at, **more}
    firm.add(
        Reminder(
            person_id=person.id, study_day=day, state=state.value, reason=reason,
            expires_at=at + timedelta(hours=8), **fields,
        )
    )  # fmt: skip


def days_ago(many: int) -> date:
    return TODAY - timedelta(days=many)


def told(town: Town, person: Person, **headers: str) -> Any:
    return town.phone(town.noor, **headers).get(f"/people/{person.id}/reminders")


def test_only_admins_and_the_learner_are_told(town: Town) -> None:
    for person in (town.fatima, town.daan, town.marit):
        refused(town.phone(person).ask("GET", f"/people/{town.noor.id}/reminders"), 403)
    refused(town.phone(town.viktor).ask("GET", f"/people/{town.fatima.id}/reminders"), 404)
    refused(town.stranger().ask("GET", "/me/reminders"), 401)
    assert town.phone(town.fatima).get("/me/reminders") == told(town, town.fatima)


@pytest.mark.parametrize("person_id", ["0", "999999999999", "x", "-1"])
def test_nobody_is_told_of_somebody_who_is_not_there(town: Town, person_id: str) -> None:
    refused(town.phone(town.noor).ask("GET", f"/people/{person_id}/reminders"), 404)


def test_each_day_tells_the_rule_and_what_became_of_it(town: Town) -> None:
    decided(
        town.firm, town.fatima, days_ago(1), State.SENT, "usual-hour", hour=9, hour_propensity=0.7,
        wording="plain", wording_propensity=0.25, sent_at=NOW, sent_channel="fcm",
        delivered_at=NOW, opened_at=NOW, trouble="web_push: gone: https://geheim.example",
    )  # fmt: skip
    decided(town.firm, town.fatima, days_ago(2), State.SKIPPED, "no-cards")
    sent, skipped = told(town, town.fatima)["items"]
    assert (sent["state"], sent["channel"], sent["kind"]) == ("sent", "fcm", "Oefenen")
    assert "9:00" in sent["why"]
    assert (sent["hour"], sent["hour_chance"]) == (9, 0.7)
    assert (sent["wording"], sent["wording_chance"]) == (
        "Een paar minuten, wanneer het jou uitkomt.", 0.25
    )  # fmt: skip
    assert sent["opened_at"] == sent["delivered_at"] == "2026-11-18T09:00:00Z"
    assert sent["troubles"] == ["Push naar de browser: het adres bestaat niet meer."]
    assert (skipped["why"], skipped["due_at"]) == ("Er was geen kaart aan de beurt.", None)


def test_a_wording_that_is_there_no_more_is_not_made_up(town: Town) -> None:
    gone = {"wording": "gone", "wording_propensity": 0.2}
    decided(town.firm, town.fatima, days_ago(1), State.SENT, "window", sent_at=NOW, **gone)
    assert told(town, town.fatima)["items"][0]["wording"] is None


def test_it_is_told_in_the_language_of_who_asks(town: Town) -> None:
    decided(town.firm, town.fatima, days_ago(1), State.SKIPPED, "no-cards")
    town.noor.language = "en"
    assert told(town, town.fatima)["items"][0]["why"] == "No card was due."


def test_a_month_is_told_and_nobody_elses(town: Town) -> None:
    for many in (0, 30, 31):
        decided(town.firm, town.fatima, days_ago(many), State.SKIPPED, "holiday")
    decided(town.firm, town.daan, days_ago(1), State.SKIPPED, "holiday")
    days = [one["study_day"] for one in told(town, town.fatima)["items"]]
    assert days == [days_ago(0).isoformat(), days_ago(30).isoformat()]


def test_what_would_happen_now(town: Town) -> None:
    now = told(town, town.fatima)["now"]
    assert (now["due_at"], now["why"]) == (None, "Deze persoon doet aan geen campagne mee.")
    campaign = scene.campaign_with_cards(town.firm, "Wat doe je?")
    town.firm.enrol(campaign, town.fatima)
    now = told(town, town.fatima)["now"]
    assert now["due_at"] is not None
    assert (now["kind"], now["channels"]) == ("Oefenen", ["mail"])
    scene.practises(town.firm, town.fatima)
    assert told(town, town.fatima)["now"]["why"] == "Er was die dag al geoefend."
    town.fatima.active = False
    assert told(town, town.fatima)["now"]["why"].startswith("Het account is niet actief")
