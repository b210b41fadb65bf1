from __future__ import annotations

from datetime import date, timedelta

import pytest

from server.insight import recall
from server.insight.question import NoTeam, Question, question
from server.store import card_sets
from server.store.card_sets import Card, CardSet
from server.store.people import Person
from tests.server.firm import TODAY, Firm, counted, found
from tests.server.insight.answers import answered

START = date(2026, 11, 2)  # a Monday
LATER = START + timedelta(days=7)


@pytest.fixture
def learners(firm: Firm) -> list[Person]:
    return [firm.person(f"Learner{number}") for number in range(6)]


@pytest.fixture
def card(firm: Firm, learners: list[Person]) -> Card:
    """A card of a campaign in which all learners take part."""
    card_set = firm.card_set()
    card = firm.card(card_set, "Wat doe je?", topic="Signalen")
    firm.enrol(firm.campaign(card_set, starts_on=START), *learners)
    return card


def ask(firm: Firm, viewer: Person | None = None, **asked: object) -> Question:
    fields = {"campaign_id": None, "first": None, "last": None, **asked}
    complete = question(firm.db, viewer or firm.daan, TODAY, **fields)  # type: ignore[arg-type]  # dates or None
    assert complete is not None
    return complete


def test_the_figure_counts_first_answers_of_the_enrolled(
    firm: Firm, learners: list[Person], card: Card
) -> None:
    for number, person in enumerate(learners):
        answered(firm, person, card, START, right=number > 0)
    answered(firm, firm.person("Voorbij"), card, START)

    told = recall.report(firm.db, ask(firm), "week", 5)

    assert told.total is not None
    assert (told.total.n, told.total.learners) == (6, 6)
    assert told.total.recall_rate == pytest.approx(5 / 6)
    assert told.total.low is not None
    assert told.total.low < 5 / 6
    assert [(group.key, group.figure == told.total) for group in told.groups] == [
        ("2026-11-02", True)
    ]


def test_answers_before_the_campaign_or_to_other_sets_do_not_count(
    firm: Firm, learners: list[Person], card: Card
) -> None:
    elsewhere = firm.card(firm.card_set("Anders"), "Iets anders?")
    for person in learners:
        answered(firm, person, card, START - timedelta(days=1), right=False)
        answered(firm, person, elsewhere, START, right=False)
        answered(firm, person, card, START)

    told = recall.report(firm.db, ask(firm, first=START - timedelta(days=20)), "card_set", 5)

    assert told.total is not None
    assert (told.total.n, told.total.recall_rate) == (6, 1.0)
    assert [group.label for group in told.groups] == ["Phishing"]


def test_a_set_in_two_campaigns_counts_each_answer_once(firm: Firm, learners: list[Person]) -> None:
    card_set = firm.card_set("Nog een")
    both = firm.card(card_set, "En dit?")
    for _ in range(2):
        firm.enrol(firm.campaign(card_set, starts_on=START), *learners)
    for person in learners:
        answered(firm, person, both, START)

    told = recall.report(firm.db, ask(firm), "topic", 5)

    assert told.total is not None
    assert told.total.n == 6


def test_fewer_people_than_the_floor_give_no_figure_at_all(
    firm: Firm, learners: list[Person], card: Card
) -> None:
    for person in learners[:4]:
        answered(firm, person, card, START)
    told = recall.report(firm.db, ask(firm), "card", 5)
    assert told.total is None
    assert [group.figure for group in told.groups] == [None]


def test_weeks_come_in_order_and_an_empty_one_is_left_open(
    firm: Firm, learners: list[Person], card: Card
) -> None:
    for person in learners:
        answered(firm, person, card, START + timedelta(days=15), right=False)
        answered(firm, person, card, START + timedelta(days=6))

    told = recall.report(firm.db, ask(firm), "week", 5)

    rates = [(group.key, group.figure and group.figure.recall_rate) for group in told.groups]
    assert rates == [("2026-11-02", 1.0), ("2026-11-09", None), ("2026-11-16", 0.0)]


def test_the_worst_remembered_card_comes_first(
    firm: Firm, learners: list[Person], card: Card
) -> None:
    hard = firm.card_set("Moeilijk")
    worse = firm.card(hard, "Weet niemand?")
    firm.enrol(firm.campaign(hard, starts_on=START), *learners)
    for person in learners:
        answered(firm, person, card, START)
        answered(firm, person, worse, START, right=False)

    told = recall.report(firm.db, ask(firm), "card", 5)

    assert [group.label for group in told.groups] == ["Weet niemand?", "Wat doe je?"]


def test_a_small_team_cannot_be_had_by_subtraction(
    firm: Firm, learners: list[Person], card: Card
) -> None:
    teams = [firm.team(name) for name in ("Balie", "Planning", "Werkplaats")]
    more = [firm.person(f"Meer{number}") for number in range(9)]
    firm.enrol(firm.campaign(*firm_sets(firm, card), starts_on=START), *more)
    for number, person in enumerate(learners + more):
        person.team_id = teams[0 if number < 2 else 1 if number < 8 else 2].id
        answered(firm, person, card, START)

    told = recall.report(firm.db, ask(firm), "team", 5)

    figures = {group.label: group.figure for group in told.groups}
    assert figures["Balie"] is None
    assert figures["Planning"] is None
    assert figures["Werkplaats"] is not None


def test_marit_sees_her_own_team_only(firm: Firm, learners: list[Person], card: Card) -> None:
    own = firm.team("Balie")
    marit = firm.person("Marit", "manager", team_id=own.id)
    others = [firm.person(f"Ander{number}") for number in range(6)]
    firm.enrol(firm.campaign(*firm_sets(firm, card), starts_on=START), *others)
    for person in learners:
        person.team_id = own.id
        answered(firm, person, card, START)
    for person in others:
        answered(firm, person, card, START, right=False)

    told = recall.report(firm.db, ask(firm, marit), "team", 5)

    assert told.total is not None
    assert (told.total.n, told.total.recall_rate) == (6, 1.0)
    assert [group.label for group in told.groups] == ["Balie"]


def test_a_manager_without_a_team_sees_nothing(firm: Firm) -> None:
    with pytest.raises(NoTeam):
        ask(firm, firm.person("Marit", "manager"))


def test_a_campaign_of_viktors_firm_is_not_there(firm: Firm) -> None:
    other = found(firm.db, "viktors")
    theirs = other.campaign(other.card_set(), starts_on=START)
    mine = found(firm.db, "derde")
    asked = question(firm.db, mine.daan, TODAY, campaign_id=theirs.id, first=None, last=None)
    assert asked is None
    assert recall.report(firm.db, ask(mine), "week", 2).groups == []


def test_the_period_is_whole_weeks(firm: Firm) -> None:
    scope = ask(firm, first=date(2026, 11, 5), last=date(2026, 11, 10)).scope
    assert (scope.first, scope.last) == (date(2026, 11, 2), date(2026, 11, 15))


@pytest.mark.parametrize("by", ["week", "topic", "team", "card_set", "card"])
def test_a_report_takes_few_statements(
    firm: Firm, learners: list[Person], card: Card, by: str
) -> None:
    for person in learners:
        answered(firm, person, card, START)
    asked = ask(firm)
    with counted(firm.db) as statements:
        recall.report(firm.db, asked, by, 5)
    assert len(statements) <= 2


def firm_sets(firm: Firm, card: Card) -> list[CardSet]:
    of_card = card_sets.card_set(firm.db, card.card_set_id)
    assert of_card is not None
    return [of_card]


def test_one_set_is_asked_for_without_the_others(
    firm: Firm, learners: list[Person], card: Card
) -> None:
    other_set = firm.card_set()
    other = firm.card(other_set, "Wie bel je?")
    firm.enrol(firm.campaign(other_set, starts_on=START), *learners)
    for person in learners:
        answered(firm, person, card, START, right=False)
        answered(firm, person, other, START)
    told = recall.report(firm.db, ask(firm, card_set_id=card.card_set_id), "card", 5)
    assert told.total is not None
    assert told.total.recall_rate == 0
    assert [group.key for group in told.groups] == [str(card.id)]
