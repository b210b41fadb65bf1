"""Whoever decides, edits or flags holds rows in one order, so that no two wait for each other.

Two sessions in one thread: what would wait gives up after a moment.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pytest
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from server.practice import care
from server.practice.care import Handed
from server.store import card_sets, inbox, people, scope
from server.store.card_sets import Card
from server.store.care import InboxItem, Kind
from server.store.people import Person
from server.teaching import decide
from tests.server.firm import NOW, counted, found, session_on
from tests.servers.databases import BOTH
from tests.support import sets

POSTGRES = BOTH[1:]
pytestmark = pytest.mark.parametrize("database_url", POSTGRES, indirect=True)


@dataclass
class Two:
    """Daan and somebody else at work on one card, each in a session that does not wait."""

    daan: Session
    other: Session
    daan_id: int
    fatima_id: int
    card: Card

    def person(self, person_id: int) -> Person:
        person = people.by_id(self.other, person_id)
        assert person is not None
        return person

    def item(self, kind: Kind) -> int:
        return int(self.other.query(InboxItem.id).filter(InboxItem.kind == kind).scalar())


@pytest.fixture
def two(database_url: str) -> Iterator[Two]:
    with session_on(database_url) as db:
        firm = found(db)
        card_set = firm.card_set()
        (card,) = sets.recalls(firm, card_set, 1)
        sets.release(firm, card_set)
        fatima = firm.person("Fatima", organisation=firm.organisation)
        sets.campaign(firm, card_set, people=(fatima,))
        better, named = {"prompt": "Wie bel je?"}, Handed(NOW, named=True)
        care.suggest(db, fatima, card.id, proposal=better, handed=named)
        db.commit()
        daan_id, fatima_id, firm_id = firm.daan.id, fatima.id, firm.organisation.id
    with ExitStack() as opened:
        sessions = (
            opened.enter_context(session_on(database_url)),
            opened.enter_context(session_on(database_url)),
        )
        for session in sessions:
            scope.work_for(session, firm_id)
            session.connection().exec_driver_sql("SET lock_timeout = '100ms'")
            session.commit()
        yield Two(*sessions, daan_id, fatima_id, card)
        for session in sessions:
            session.rollback()


def test_a_first_flag_does_not_wait_for_an_author_in_the_set(two: Two) -> None:
    card_sets.locked(two.daan, two.card.card_set_id)
    assert (
        care.flag(two.other, two.person(two.fatima_id), two.card.id, "wrong", Handed(NOW))
        is not None
    )


def test_another_flag_does_not_wait_for_an_author_who_decides(two: Two) -> None:
    care.flag(two.other, two.person(two.fatima_id), two.card.id, "wrong", Handed(NOW))
    two.other.commit()
    assert inbox.one(two.daan, None, two.item(Kind.FLAG)) is not None
    assert (
        care.flag(two.other, two.person(two.fatima_id), two.card.id, "unclear", Handed(NOW))
        is not None
    )


def test_who_accepts_waits_for_the_set_before_touching_the_card(two: Two) -> None:
    card_sets.locked(two.daan, two.card.card_set_id)
    author, item_id = two.person(two.daan_id), two.item(Kind.SUGGESTION)
    with counted(two.other) as statements, pytest.raises(OperationalError):
        decide.accept(two.other, author, item_id, face=None, version=1, answer="", now=NOW)
    assert not [one for one in statements if one.startswith("UPDATE cards")]


def test_who_reopens_waits_for_the_set_before_touching_the_card(two: Two) -> None:
    author, item_id = two.person(two.daan_id), two.item(Kind.SUGGESTION)
    decide.accept(two.other, author, item_id, face=None, version=1, answer="", now=NOW)
    two.other.commit()
    card_sets.locked(two.daan, two.card.card_set_id)
    with counted(two.other) as statements, pytest.raises(OperationalError):
        decide.reopen(two.other, author, item_id, NOW)
    assert not [one for one in statements if one.startswith("UPDATE cards")]
