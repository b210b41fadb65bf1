from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import insert

from server.insight import forecast
from server.insight.question import question
from server.store.campaigns import Campaign
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
    days = forecast.report(firm.db, asked, TODAY, firm.organisation)
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


def by(firm: Firm, cut: str) -> dict[str | None, tuple[int | None, list[int] | None]]:
    asked = question(firm.db, firm.daan, TODAY, campaign_id=None, first=None, last=None)
    assert asked is not None
    found = forecast.cohorts(firm.db, asked, cut, TODAY, firm.organisation)
    return {one.label: (one.learners, one.weeks) for one in found}


def test_each_campaign_is_told_its_weeks(firm: Firm) -> None:
    begun = TODAY - timedelta(days=20)
    learners = [firm.person(f"Learner{number}") for number in range(6)]
    for title, days_ahead in (("Brand", 0), ("Privacy", 9)):
        card_set = firm.card_set(title)
        card = firm.card(card_set, title)
        firm.enrol(firm.campaign(card_set, starts_on=begun, title=title), *learners)
        for person in learners:
            due(firm, person, card, TODAY + timedelta(days=days_ahead))
    assert by(firm, "campaign") == {"Brand": (6, [6, 0, 0, 0]), "Privacy": (6, [0, 6, 0, 0])}


def test_a_team_that_is_too_small_takes_the_next_smallest_with_it(firm: Firm) -> None:
    card_set = firm.card_set()
    card = firm.card(card_set, "Wat?")
    campaign = firm.campaign(card_set, starts_on=TODAY - timedelta(days=20))
    for name, size in (("Balie", 2), ("Winkel", 6), ("Kantoor", 9)):
        team = firm.team(name)
        for number in range(size):
            person = firm.person(f"{name}{number}", team_id=team.id)
            firm.enrol(campaign, person)
            due(firm, person, card, TODAY)
    told = by(firm, "team")
    assert told == {"Kantoor": (9, [9, 0, 0, 0]), "Balie": (None, None), "Winkel": (None, None)}


def test_a_campaign_that_is_over_asks_nothing_and_one_that_ends_no_more_after(firm: Firm) -> None:
    card_set, other = firm.card_set(), firm.card_set("Oud")
    learners = [firm.person(f"Learner{number}") for number in range(5)]
    first, second = firm.card(card_set, "Wat?"), firm.card(card_set, "Wie?")
    over = firm.card(other, "Toen?")
    begun = TODAY - timedelta(days=20)
    firm.enrol(firm.campaign(card_set, starts_on=begun, days=23, title="Bijna"), *learners)
    firm.enrol(firm.campaign(other, starts_on=begun, days=20, title="Voorbij"), *learners)
    for person in learners:
        due(firm, person, first, TODAY + timedelta(days=2))
        due(firm, person, second, TODAY + timedelta(days=3))
        due(firm, person, over, TODAY - timedelta(days=2))
    assert by(firm, "campaign") == {"Bijna": (5, [5, 0, 0, 0])}
    assert sum(cards or 0 for cards, _ in told(firm).values()) == 5


def test_a_firm_may_have_any_number_of_campaigns(firm: Firm) -> None:
    card_set = firm.card_set()
    card, person = firm.card(card_set, "Wat?"), firm.person("Learner")
    one = firm.campaign(card_set, starts_on=TODAY)
    firm.enrol(one, person)
    due(firm, person, card, TODAY)
    copied = [name.key for name in Campaign.__mapper__.columns if name.key != "id"]
    same = {name: getattr(one, name) for name in copied}
    firm.db.execute(insert(Campaign), [same] * 1_100)
    assert by(firm, "campaign") == {one.title: (None, None)}


def test_a_card_in_two_campaigns_falls_due_once_for_a_team(firm: Firm) -> None:
    card_set = firm.card_set()
    card = firm.card(card_set, "Wat?")
    learners = [firm.person(f"Learner{number}") for number in range(5)]
    for _ in range(2):
        firm.enrol(firm.campaign(card_set, starts_on=TODAY), *learners)
    for person in learners:
        due(firm, person, card, TODAY)
    assert by(firm, "team") == {None: (5, [5, 0, 0, 0])}
    assert told(firm)[TODAY] == (5, 5)


def test_a_backlog_is_spread_over_the_days_that_ask_something(firm: Firm) -> None:
    """TODAY is a Wednesday; the organisation is off at the weekend."""
    firm.organisation.day_loads = ["full"] * 5 + ["none"] * 2
    card_set = firm.card_set()
    learners = [firm.person(f"Learner{number}") for number in range(5)]
    begun = TODAY - timedelta(days=20)
    firm.enrol(firm.campaign(card_set, starts_on=begun, cards_per_day=2), *learners)
    for number in range(7):
        card = firm.card(card_set, f"Vraag {number}?")
        for person in learners:
            due(firm, person, card, TODAY - timedelta(days=10))
    days = told(firm)
    asked = [days[TODAY + timedelta(days=number)][0] for number in range(7)]
    assert asked == [10, 10, 10, 0, 0, 5, 0]
