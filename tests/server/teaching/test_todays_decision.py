"""Who was passed over this morning is thought of again when there is something to practise."""

from __future__ import annotations

from datetime import timedelta

from server.store import reminders
from server.store.people import Person
from server.teaching.enrol import Newcomer, enrol
from tests.server.firm import NOW, TODAY, Firm
from tests.support import sets


def passed_over(firm: Firm, person: Person) -> None:
    row = {
        "organisation_id": firm.organisation.id, "person_id": person.id, "study_day": TODAY,
        "kind": "practice", "reason": "no-cards", "attempts": 0, "channels": [], "due_at": NOW,
        "expires_at": NOW + timedelta(hours=12), "state": "skipped",
    }  # fmt: skip
    assert reminders.decide(firm.db, [row]) == ["skipped"]


def decided(firm: Firm, person: Person) -> bool:
    return person.id in reminders.states_of_study_day(firm.db, [person.id], TODAY)


def test_who_joins_a_campaign_is_decided_about_anew(firm: Firm) -> None:
    fatima, marit = firm.person("Fatima"), firm.person("Marit")
    passed_over(firm, fatima)
    passed_over(firm, marit)
    campaign = firm.campaign(firm.card_set(), starts_on=TODAY)
    enrol(firm.db, campaign.id, [Newcomer(fatima.email)], NOW, lambda _: {fatima.id: "link"})
    assert not decided(firm, fatima)
    assert decided(firm, marit)


def test_a_release_lets_its_learners_be_decided_about_anew(firm: Firm) -> None:
    fatima, marit = firm.person("Fatima"), firm.person("Marit")
    card_set = firm.card_set()
    sets.recalls(firm, card_set, 2)
    firm.enrol(firm.campaign(card_set, starts_on=TODAY), fatima)
    passed_over(firm, fatima)
    passed_over(firm, marit)
    sets.release(firm, card_set)
    assert not decided(firm, fatima)
    assert decided(firm, marit)
