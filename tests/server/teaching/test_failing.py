"""A card that a cohort keeps failing comes into the inbox, and no person with it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from server.practice.answers import Answer
from server.practice.record_reviews import record_reviews
from server.store.card_sets import Card
from server.store.care import InboxItem
from server.store.people import Person
from server.teaching import failing
from server.teaching.failing import LEFT_QUIET, MENDED_QUIET, find_failing
from tests.server.firm import NOW, Firm, counted
from tests.support import sets
from tests.support.faces import FACES, RIGHT, WRONG

FLOOR = 5
DAY = timedelta(days=1)


def cohort(firm: Firm, size: int) -> tuple[list[Person], dict[str, Card]]:
    card_set = firm.card_set()
    cards = {kind: sets.card(firm, card_set, FACES[kind]) for kind in ("choice", "typed")}
    sets.release(firm, card_set, NOW - 60 * DAY)
    people = [firm.person(f"Learner{number}") for number in range(size)]
    starts = (NOW - 60 * DAY).date()
    sets.campaign(firm, card_set, people=tuple(people), starts_on=starts, days=400)
    return people, cards


def answer(firm: Firm, person: Person, card: Card, value: Any, at: datetime) -> None:
    one = Answer(uuid4(), card.id, None, value, None, None, at, 1000)
    (result,) = record_reviews(firm.db, person, [one], at)
    assert result.status == "recorded"


def fail(firm: Firm, people: list[Person], card: Card, at: datetime = NOW) -> None:
    """All of them meet the card, and do not know it the next day."""
    kind = card.face["kind"]
    for person in people:
        answer(firm, person, card, RIGHT[kind], at - DAY)
        answer(firm, person, card, WRONG[kind], at)


def items(firm: Firm) -> list[InboxItem]:
    return firm.db.query(InboxItem).order_by(InboxItem.id).all()


def test_a_failing_card_comes_with_its_commonest_wrong_answers(firm: Firm) -> None:
    people, cards = cohort(firm, 6)
    fail(firm, people, cards["choice"])
    find_failing(firm.db, FLOOR, NOW)
    (item,) = items(firm)
    assert (item.card_id, item.state) == (cards["choice"].id, "open")
    assert item.evidence == {
        "learners": 6, "answers": 6, "right": 0, "since": "2026-10-22", "until": "2026-11-18",
        "wrong_answers": [{"text": "Wissen", "learners": 6}],
    }  # fmt: skip


def test_of_fewer_learners_than_the_floor_nothing_is_told(firm: Firm) -> None:
    people, cards = cohort(firm, 6)
    fail(firm, people[:4], cards["choice"])
    find_failing(firm.db, FLOOR, NOW)
    assert items(firm) == []


def test_a_wrong_answer_of_a_few_stays_theirs(firm: Firm) -> None:
    people, cards = cohort(firm, 6)
    for number, person in enumerate(people):
        answer(firm, person, cards["typed"], "phishing", NOW - DAY)
        answer(firm, person, cards["typed"], f"antwoord van {number}", NOW)
    find_failing(firm.db, FLOOR, NOW)
    (item,) = items(firm)
    assert item.evidence is not None
    assert (item.evidence["learners"], item.evidence["wrong_answers"]) == (6, [])


def test_looking_again_makes_no_second_item(firm: Firm) -> None:
    people, cards = cohort(firm, 6)
    fail(firm, people, cards["choice"])
    for _ in range(2):
        find_failing(firm.db, FLOOR, NOW)
    assert len(items(firm)) == 1


def test_an_item_goes_when_the_card_does_well_again(firm: Firm) -> None:
    people, cards = cohort(firm, 6)
    fail(firm, people, cards["choice"])
    find_failing(firm.db, FLOOR, NOW)
    find_failing(firm.db, FLOOR, NOW + 40 * DAY)
    assert items(firm) == []


@pytest.mark.parametrize(("state", "quiet"), [("accepted", MENDED_QUIET), ("declined", LEFT_QUIET)])
def test_a_closed_item_keeps_its_card_away_for_a_while(
    firm: Firm, state: str, quiet: timedelta
) -> None:
    people, cards = cohort(firm, 6)
    fail(firm, people, cards["choice"])
    find_failing(firm.db, FLOOR, NOW)
    (item,) = items(firm)
    item.state, item.decided_at = state, NOW
    fail(firm, people, cards["choice"], NOW + quiet - 2 * DAY)
    find_failing(firm.db, FLOOR, NOW + quiet - DAY)
    assert items(firm) == [item]
    find_failing(firm.db, FLOOR, NOW + quiet + DAY)
    assert [one.state for one in items(firm)] == [state, "open"]


def test_of_many_the_next_come_when_the_worst_are_decided(
    firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(failing, "MOST_CARDS", 1)
    people, cards = cohort(firm, 6)
    for card in (cards["choice"], cards["typed"]):
        fail(firm, people, card)
    for _ in range(2):
        find_failing(firm.db, FLOOR, NOW)
    (worst,) = items(firm)
    worst.state, worst.decided_at = "declined", NOW
    find_failing(firm.db, FLOOR, NOW)
    assert {one.card_id for one in items(firm)} == {card.id for card in cards.values()}


def test_looking_takes_as_many_statements_whatever_the_history(firm: Firm) -> None:
    people, cards = cohort(firm, 6)
    fail(firm, people, cards["choice"])
    taken = []
    for _ in range(2):
        firm.db.flush()
        with counted(firm.db) as statements:
            find_failing(firm.db, FLOOR, NOW)
        taken.append(len(statements))
        fail(firm, people, cards["typed"], NOW)
        find_failing(firm.db, FLOOR, NOW)
    assert taken[1] <= taken[0] <= 6
