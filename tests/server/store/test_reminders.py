"""The ledger takes one decision about a learner's study day, whoever decides and whatever."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from server.store import reminders
from server.store.people import Person
from tests.server.firm import NOW, TODAY, Firm

NOTHING_PICKED = dict.fromkeys(("hour", "hour_propensity", "wording", "wording_propensity"))


def decision(person: Person, day: date, kind: str) -> dict[str, Any]:
    return {
        "organisation_id": person.organisation_id, "person_id": person.id, "study_day": day,
        "kind": kind, "reason": "window", "attempts": 0, "channels": ["mail"], "due_at": NOW,
        "expires_at": NOW + timedelta(hours=8), "state": "planned", **NOTHING_PICKED,
    }  # fmt: skip


def test_two_clocks_that_choose_another_kind_plan_one_reminder(firm: Firm) -> None:
    fatima, bram = firm.person("Fatima"), firm.person("Bram")
    assert reminders.decide(firm.db, [decision(fatima, TODAY, "practice")]) == ["planned"]
    later = [
        decision(fatima, TODAY, "help"),
        decision(fatima, TODAY + timedelta(days=1), "help"),
        decision(bram, TODAY, "help"),
    ]
    assert reminders.decide(firm.db, later) == ["planned"] * 2
    assert reminders.states_of_study_day(firm.db, [fatima.id], TODAY) == {fatima.id: "planned"}
    assert [one.kind for one in firm.db.query(reminders.Reminder).order_by("id")] == [
        "practice", "help", "help",
    ]  # fmt: skip
