"""A sticking point rests for its learner and comes into the inbox, and no person with it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from server.practice.changes import Place, changes_since
from server.practice.plan_session import plan_session
from server.store.card_sets import Card
from server.store.care import InboxItem
from server.store.people import Person
from server.teaching import decide
from server.teaching.edit_card import change
from server.teaching.failing import find_failing
from server.teaching.release import release
from tests.server.firm import NOW, Firm
from tests.server.teaching.test_failing import FLOOR, answer, cohort
from tests.support.faces import FACES, RIGHT, WRONG

DAY = timedelta(days=1)


class Class:
    """A cohort of six that knows a card, but for those who fail it eight times."""

    def __init__(self, firm: Firm, stuck: int) -> None:
        self.firm = firm
        self.people, cards = cohort(firm, 6)
        self.card: Card = cards["choice"]
        for number, person in enumerate(self.people):
            for days in range(20, 11, -1):
                wrong = number < stuck and days < 20
                value = (WRONG if wrong else RIGHT)["choice"]
                answer(firm, person, self.card, value, NOW - days * DAY)

    def asked(self, person: Person, days: int = 0) -> bool:
        cards = plan_session(self.firm.db, person, NOW + days * DAY).cards
        return self.card.id in {card.card_id for card in cards}

    def rests_until(self, person: Person, days: int = 0) -> date | None:
        """As the person's phone is told."""
        found = changes_since(self.firm.db, person, Place(), NOW + days * DAY)
        (told,) = (row for row in found.memory if row["card_id"] == self.card.id)
        rests_until: date | None = told["rests_until"]
        return rests_until

    def look(self) -> list[InboxItem]:
        find_failing(self.firm.db, FLOOR, NOW)
        return self.firm.db.query(InboxItem).all()


@pytest.fixture
def one_stuck(firm: Firm) -> Class:
    return Class(firm, 1)


def test_it_rests_for_who_fails_it_and_comes_back_by_itself(one_stuck: Class) -> None:
    fatima = one_stuck.people[0]
    assert not one_stuck.asked(fatima)
    assert not one_stuck.asked(fatima, 15)
    assert one_stuck.asked(fatima, 16)


def test_its_learner_alone_is_told_that_it_rests_and_until_when(one_stuck: Class) -> None:
    fatima, another, *_ = one_stuck.people
    assert one_stuck.rests_until(fatima) == (NOW + 16 * DAY).date()
    assert one_stuck.rests_until(fatima, 16) is None
    assert one_stuck.rests_until(another) is None


def test_the_author_hears_of_it_but_not_of_how_few(one_stuck: Class) -> None:
    (item,) = one_stuck.look()
    assert item.card_id == one_stuck.card.id
    assert item.evidence is not None
    assert item.evidence["leech"] == {"learners": None}
    assert item.evidence["wrong_answers"] == []


def test_from_the_floor_on_they_are_counted_with_what_they_said(firm: Firm) -> None:
    (item,) = Class(firm, 5).look()
    assert item.evidence is not None
    assert item.evidence["leech"] == {"learners": 5}
    assert [one["learners"] for one in item.evidence["wrong_answers"]] == [5]


def test_a_second_look_leaves_one_item(one_stuck: Class) -> None:
    one_stuck.look()
    assert len(one_stuck.look()) == 1


def test_after_an_edit_it_is_asked_again(one_stuck: Class) -> None:
    firm, card, fatima = one_stuck.firm, one_stuck.card, one_stuck.people[0]
    face = {**FACES["choice"], "explanation": "Zo zit het."}
    change(
        firm.db, firm.daan, card.card_set_id, card.id,
        face=face, topic=card.topic, tags=[], version=card.version, now=NOW,
    )  # fmt: skip
    assert not one_stuck.asked(fatima)
    release(firm.db, firm.daan, card.card_set_id, "", NOW)
    assert one_stuck.asked(fatima, 1)


def test_when_its_author_says_that_it_is_right_it_is_asked_again(one_stuck: Class) -> None:
    (item,) = one_stuck.look()
    decide.decline(one_stuck.firm.db, one_stuck.firm.daan, item.id, "Het klopt.", NOW)
    one_stuck.firm.db.flush()
    assert one_stuck.asked(one_stuck.people[0])
    assert one_stuck.rests_until(one_stuck.people[0]) is None
