from __future__ import annotations

from datetime import date, timedelta

import pytest

from server.insight import participation
from server.insight.participation import Participation
from server.insight.question import question
from server.store import figures
from server.store.campaigns import Campaign
from server.store.card_sets import Card, CardSet
from server.store.people import Person
from server.store.reviews import Review, TakeBack
from tests.server.firm import NOW, TODAY, Firm, counted
from tests.server.insight.answers import answered

START = date(2026, 11, 2)  # a Monday


@pytest.fixture
def learners(firm: Firm) -> list[Person]:
    return [firm.person(f"Learner{number}") for number in range(8)]


@pytest.fixture
def card_set(firm: Firm) -> CardSet:
    return firm.card_set()


@pytest.fixture
def card(firm: Firm, card_set: CardSet) -> Card:
    return firm.card(card_set, "Wat doe je?")


@pytest.fixture
def campaign(firm: Firm, card_set: CardSet, learners: list[Person]) -> Campaign:
    campaign = firm.campaign(card_set, starts_on=START)
    firm.enrol(campaign, *learners)
    return campaign


def told(firm: Firm, campaign: Campaign) -> Participation:
    asked = question(firm.db, firm.daan, TODAY, campaign_id=campaign.id, first=None, last=None)
    assert asked is not None
    return participation.report(firm.db, asked, TODAY, 5)


def test_a_week_counts_people_and_not_their_answers(
    firm: Firm, campaign: Campaign, card: Card, learners: list[Person]
) -> None:
    for person in learners[:6]:
        answered(firm, person, card, START)
        answered(firm, person, card, START + timedelta(days=2))
    weeks = told(firm, campaign).weeks
    assert [(week.monday, week.learners_active) for week in weeks] == [(START, 6)]


def test_answers_count_and_those_taken_back_do_not(
    firm: Firm, campaign: Campaign, card: Card, learners: list[Person]
) -> None:
    for person in learners[:6]:
        answered(firm, person, card, START)
        answered(firm, person, card, START + timedelta(days=7))
    regretted = firm.db.query(Review).filter_by(person_id=learners[0].id, study_day=START).one()
    firm.add(TakeBack(person_id=learners[0].id, review_id=regretted.id, taken_back_at=NOW))
    seen = told(firm, campaign)
    assert [(week.learners_active, week.answers) for week in seen.weeks] == [(5, 5), (6, 6)]
    assert seen.answers == 11


def test_the_answers_of_a_few_cannot_be_had_by_subtraction(
    firm: Firm, campaign: Campaign, card: Card, learners: list[Person]
) -> None:
    for week, active in enumerate((2, 5, 8)):
        for person in learners[:active]:
            answered(firm, person, card, START + timedelta(days=7 * week))
    seen = told(firm, campaign)
    assert seen.answers == 15
    assert [week.answers for week in seen.weeks] == [None, None, 8]


def test_too_few_people_in_all_give_no_number_of_answers(
    firm: Firm, campaign: Campaign, card: Card, learners: list[Person]
) -> None:
    for person in learners[:4]:
        answered(firm, person, card, START)
    assert told(firm, campaign).answers is None


def test_a_week_with_few_people_is_left_open(
    firm: Firm, campaign: Campaign, card: Card, learners: list[Person]
) -> None:
    for person in learners[:4]:
        answered(firm, person, card, START)
    assert [week.learners_active for week in told(firm, campaign).weeks] == [None]


def test_the_active_rate_is_the_share_of_the_enrolled_in_the_last_seven_days(
    firm: Firm, campaign: Campaign, card: Card, learners: list[Person]
) -> None:
    for person in learners[:6]:
        answered(firm, person, card, TODAY - timedelta(days=6))
    answered(firm, learners[7], card, TODAY - timedelta(days=7))
    assert told(firm, campaign).enrolled == 8
    assert told(firm, campaign).active_rate == 6 / 8


def test_too_few_active_people_give_no_rate(
    firm: Firm, campaign: Campaign, card: Card, learners: list[Person]
) -> None:
    for person in learners[:4]:
        answered(firm, person, card, TODAY)
    assert told(firm, campaign).active_rate is None


def test_active_people_are_counted_for_all_campaigns_at_once(
    firm: Firm, campaign: Campaign, card: Card, learners: list[Person]
) -> None:
    later = firm.campaign(firm.card_set("Later"), starts_on=START)
    answered(firm, learners[0], card, TODAY)
    answered(firm, learners[1], card, TODAY - timedelta(days=7))
    with counted(firm.db) as statements:
        active = figures.active_counts(firm.db, [campaign.id, later.id], TODAY)
    assert active == {campaign.id: 1}
    assert len(statements) == 1
