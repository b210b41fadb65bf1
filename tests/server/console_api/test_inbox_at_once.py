"""Two who do the same at the same moment."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from server.store.card_sets import Card
from server.store.care import Contribution, InboxItem
from tests.mobile_api.test_at_once import at_once
from tests.server.console_api.inbox import cards, daan, fatima, only, suggest, text_of
from tests.support.phone import Phone
from tests.support.town import Town

__all__ = ["cards", "daan", "fatima"]


def alone(phone: Phone) -> Phone:
    """The same phone without the test's own sessions, which no two threads may touch at once."""
    phone.settle()
    return replace(phone, settle=lambda: None)


def test_of_two_authors_one_decides_and_the_other_hears_so(
    town: Town, daan: Phone, fatima: Phone, cards: dict[str, Card]
) -> None:
    suggest(fatima, cards["recall"], prompt="Wie bel je?")
    item = only(daan)
    noor, daan = alone(town.phone(town.noor)), alone(daan)
    path = f"/inbox/{item['id']}"
    answers = at_once(
        lambda: daan.ask("POST", f"{path}/accept", json={"version": 1}),
        lambda: noor.ask("POST", f"{path}/decline", json={"reason": "Nee"}),
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    accepted = answers[0].status_code == 200
    prompt = text_of(town, cards["recall"])["prompt"]
    assert (prompt == "Wie bel je?") is accepted


def test_first_flags_of_two_learners_at_once_are_one_item(
    town: Town, fatima: Phone, cards: dict[str, Card]
) -> None:
    marit, fatima = alone(town.phone(town.marit)), alone(fatima)
    path = f"/cards/{cards['typed'].id}/flags"
    answers = at_once(
        *(
            lambda one=one: one.ask("POST", path, json={"reason": "wrong"})
            for one in (fatima, marit)
        )
    )
    assert [answer.status_code for answer in answers] == [201, 201]
    assert town.firm.db.query(InboxItem).count() == 1


def test_one_flag_sent_twice_at_once_counts_once(
    town: Town, fatima: Phone, cards: dict[str, Card]
) -> None:
    body, phone = {"reason": "wrong", "id": str(uuid4())}, alone(fatima)
    path = f"/cards/{cards['typed'].id}/flags"
    answers = at_once(*[lambda: phone.ask("POST", path, json=body)] * 2)
    assert {answer.status_code for answer in answers} == {201}
    assert town.firm.db.query(Contribution).count() == 1


def test_a_curator_assigned_twice_at_once_is_assigned_once(town: Town, daan: Phone) -> None:
    noor, daan = alone(town.phone(town.noor)), alone(daan)
    body = {"person_id": town.marit.id, "topic": "Melden"}
    for _ in range(5):
        made = at_once(
            *(lambda one=one: one.ask("POST", "/curators", json=body) for one in (daan, noor))
        )
        (curator,) = {answer.json["id"] for answer in made}
        daan.ask("DELETE", f"/curators/{curator}")
    assert daan.get("/curators")["items"] == []
