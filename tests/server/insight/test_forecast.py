from __future__ import annotations

from datetime import date, timedelta

from server.insight import forecast
from server.insight.question import question
from server.store.card_memory import CardMemory
from server.store.card_sets import Card
from server.store.people import Person
from tests.server.firm import NOW, TODAY, Firm


def due(firm: Firm, person: Person, card: Card, on: date) -> None:
    firm.add(
        CardMemory(
            person_id=person.id, card_id=card.id, stability=9.0, difficulty=5.0,
            first_study_day=TODAY, last_study_day=TODAY, reviews=1, lapses=0, correct_run=1,
            due_on=on, last_review_at=NOW, changed_at=NOW,
        )
    )  # fmt: skip


def told(firm: Firm) -> dict[date, tuple[int | None, int | None]]:
    asked = question(firm.db, firm.daan, TODAY, campaign_id=None, first=None, last=None)
    assert asked is not None
    days = forecast.report(firm.db, asked, TODAY, 5)
    return {one.day: (one.cards, one.learners) for one in days}


def test_what_falls_due_is_counted_per_day_and_what_is_overdue_today(firm: Firm) -> None:
    card_set = firm.card_set()
    first, second = (firm.card(card_set, prompt) for prompt in ("Wat?", "Wie?"))
    learners = [firm.person(f"Learner{number}") for number in range(6)]
    firm.enrol(firm.campaign(card_set, starts_on=TODAY - timedelta(days=20)), *learners)
    for person in learners:
        due(firm, person, first, TODAY - timedelta(days=3))
        due(firm, person, second, TODAY + timedelta(days=2))
    days = told(firm)
    assert len(days) == forecast.DAYS
    assert days[TODAY] == (6, 6)
    assert days[TODAY + timedelta(days=2)] == (6, 6)
    assert days[TODAY + timedelta(days=1)] == (0, 0)


def test_a_day_of_few_learners_is_withheld(firm: Firm) -> None:
    card_set = firm.card_set()
    card = firm.card(card_set, "Wat?")
    learners = [firm.person(f"Learner{number}") for number in range(4)]
    firm.enrol(firm.campaign(card_set, starts_on=TODAY - timedelta(days=20)), *learners)
    for person in learners:
        due(firm, person, card, TODAY)
    assert told(firm)[TODAY] == (None, None)
