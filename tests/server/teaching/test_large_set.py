"""Writing in a set of thousands of cards costs what it does in a small one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from server.store import card_sets
from server.store.card_sets import Card, CardSet
from server.teaching import arrange, edit_card, sets
from server.teaching.release import release
from server.teaching.validity import set_valid_until
from tests.server.firm import NOW, Firm, counted

LATER = NOW.replace(hour=12)


def face(prompt: str) -> dict[str, Any]:
    return {"kind": "recall", "language": "nl", "prompt": prompt, "answer": "Ik",
            "explanation": "", "source": ""}  # fmt: skip


def fill(firm: Firm, card_set: CardSet, cards: int) -> list[int]:
    rows: list[dict[str, Any]] = [
        {"card_set_id": card_set.id, "key": str(one), "topic": "", "tags": [], "position": one,
         "face": face(str(one)), "deleted_at": None}
        for one in range(cards)
    ]  # fmt: skip
    return list(card_sets.add_cards(firm.db, rows).values())


@contextmanager
def read(db: Session) -> Iterator[list[int]]:
    """How many cards and how many statements it takes meanwhile."""
    loaded: list[object] = []
    cost: list[int] = []

    def note(card: Card, *_: object) -> None:
        loaded.append(card)

    db.expunge_all()
    event.listen(Card, "load", note)
    try:
        with counted(db) as statements:
            yield cost
    finally:
        event.remove(Card, "load", note)
    cost += [len(loaded), len(statements)]


@pytest.mark.parametrize("cards", [3, 1_500])
def test_a_save_reads_the_card_at_hand_only(firm: Firm, card_set: CardSet, cards: int) -> None:
    ids = fill(firm, card_set, cards)
    release(firm.db, firm.daan, card_set.id, "", NOW)
    body: dict[str, Any] = {"topic": "", "tags": [], "now": LATER}
    with read(firm.db) as change:
        edit_card.change(
            firm.db, firm.daan, card_set.id, ids[1], face=face("Anders?"), version=1, **body
        )
    with read(firm.db) as create:
        edit_card.create(firm.db, firm.daan, card_set.id, face=face("Nieuw?"), after=ids[0], **body)
    with read(firm.db) as move:
        arrange.move(firm.db, firm.daan, card_set.id, [ids[2]], None, now=LATER)
    assert (change[0], create[0], move[0]) == (1, 0, 1)
    assert max(change[1], create[1], move[1]) <= 14


def test_a_large_set_whose_only_change_is_undone_is_settled(firm: Firm, card_set: CardSet) -> None:
    ids = fill(firm, card_set, 1_200)
    release(firm.db, firm.daan, card_set.id, "", NOW)
    body: dict[str, Any] = {"topic": "", "tags": [], "now": LATER}
    for version, prompt in enumerate(("Anders?", "700"), 1):
        edit_card.change(
            firm.db, firm.daan, card_set.id, ids[700], face=face(prompt), version=version, **body
        )
    (told,) = sets.overviews(firm.db, [sets.the_set(firm.db, card_set.id)])
    assert told.changed_since_release is False


def test_one_of_two_changes_undone_leaves_the_other(firm: Firm, card_set: CardSet) -> None:
    ids = fill(firm, card_set, 3)
    release(firm.db, firm.daan, card_set.id, "", NOW)
    body: dict[str, Any] = {"topic": "", "tags": [], "now": LATER}
    for card, version, prompt in ((0, 1, "Anders?"), (2, 1, "Anders?"), (0, 2, "0")):
        edit_card.change(
            firm.db, firm.daan, card_set.id, ids[card], face=face(prompt), version=version, **body
        )
    (told,) = sets.overviews(firm.db, [sets.the_set(firm.db, card_set.id)])
    assert told.changed_since_release is True


def test_a_name_on_a_card_that_learners_see_is_nothing_to_release(
    firm: Firm, card_set: CardSet
) -> None:
    ids = fill(firm, card_set, 2)
    firm.db.get_one(Card, ids[1]).credits = ["Fatima"]
    release(firm.db, firm.daan, card_set.id, "", NOW)
    assert after_an_edit_undone(firm, card_set, ids[0]) is False


def test_a_last_day_that_waits_on_another_card_is_something_to_release(
    firm: Firm, card_set: CardSet
) -> None:
    ids = fill(firm, card_set, 2)
    release(firm.db, firm.daan, card_set.id, "", NOW)
    set_valid_until(firm.db, firm.daan, card_set.id, [ids[1]], NOW.date(), now=LATER)
    assert after_an_edit_undone(firm, card_set, ids[0]) is True


def after_an_edit_undone(firm: Firm, card_set: CardSet, card_id: int) -> bool:
    """Whether the set still asks for a release once the first card says again what it said."""
    body: dict[str, Any] = {"topic": "", "tags": [], "now": LATER}
    for version, prompt in enumerate(("Anders?", "0"), 1):
        edit_card.change(
            firm.db, firm.daan, card_set.id, card_id, face=face(prompt), version=version, **body
        )
    (told,) = sets.overviews(firm.db, [sets.the_set(firm.db, card_set.id)])
    return told.changed_since_release
