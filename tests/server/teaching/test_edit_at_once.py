"""Two authors in one set at the same moment."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from scheduler.turns import Effect
from server.store import card_order, card_sets, chosen_effects, people, scope
from server.store.people import Person
from server.teaching import arrange, edit_card
from server.teaching.choose_effects import choose_effects
from server.teaching.edit_card import Stale
from tests.server.firm import NOW, found, session_on
from tests.server.teaching.test_at_once import both

FACE = {"kind": "recall", "language": "nl", "prompt": "Wie?", "answer": "Ik"}


def test_one_of_two_changes_wins_and_the_other_is_told(database_url: str) -> None:
    firm_id, set_id, (card_id, *_), daan_id = a_set(database_url, 1)

    def write(db: Session) -> str:
        try:
            edit_card.change(
                db, author(db, daan_id), set_id, card_id,
                face=FACE, topic="Melden", tags=[], version=1, now=NOW,
            )  # fmt: skip
        except Stale as stale:
            return f"stale at {stale.card.version}"
        return "written"

    assert sorted(both(database_url, firm_id, write)) == ["stale at 2", "written"]


def test_cards_made_behind_the_same_card_both_get_a_place(database_url: str) -> None:
    firm_id, set_id, ids, daan_id = a_set(database_url, 3)

    def write(db: Session) -> int:
        more: dict[str, Any] = {"face": FACE, "topic": "", "tags": []}
        made = edit_card.create(
            db, author(db, daan_id), set_id, after=ids[0], now=NOW, **more
        )  # fmt: skip
        return made.id

    made = both(database_url, firm_id, write)
    order = order_of(database_url, firm_id, set_id)
    assert order[0] == ids[0]
    assert set(order[1:3]) == set(made)
    assert order[3:] == ids[1:]


def test_moves_at_the_same_moment_leave_one_order(database_url: str) -> None:
    firm_id, set_id, ids, daan_id = a_set(database_url, 6)

    def move(db: Session) -> None:
        arrange.move(db, author(db, daan_id), set_id, ids[4:], None, now=NOW)

    both(database_url, firm_id, move)
    assert order_of(database_url, firm_id, set_id) == [*ids[4:], *ids[:4]]


def test_choices_at_the_same_moment_are_one_choice(database_url: str) -> None:
    firm_id, set_id, ids, daan_id = a_set(database_url, 2)

    def choose(db: Session) -> None:
        wanted = dict.fromkeys(ids, Effect.NEW)
        choose_effects(db, author(db, daan_id), set_id, wanted, NOW)

    both(database_url, firm_id, choose)
    with session_on(database_url) as db:
        scope.work_for(db, firm_id)
        assert [one.effect for one in chosen_effects.of_set(db, set_id).values()] == ["new", "new"]


def author(db: Session, person_id: int) -> Person:
    person = people.by_id(db, person_id)
    assert person is not None
    return person


def a_set(url: str, cards: int) -> tuple[int, int, list[int], int]:
    with session_on(url) as db:
        firm = found(db)
        made = firm.card_set()
        ids = [firm.card(made, str(number)).id for number in range(cards)]
        db.commit()
        return firm.organisation.id, made.id, ids, firm.daan.id


def order_of(url: str, firm_id: int, set_id: int) -> list[int]:
    with session_on(url) as db:
        scope.work_for(db, firm_id)
        places = [card.position for card in card_sets.cards(db, set_id)]
        assert len(set(places)) == len(places)
        return card_order.in_order(db, set_id)
