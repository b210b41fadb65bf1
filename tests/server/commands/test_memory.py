"""Memory is folded again from the log by a command, firm after firm."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, update

from server.store.card_memory import CardMemory, FirstAnswer
from tests.server.commands.conftest import Beklijf
from tests.server.firm import found, session_on
from tests.server.practice.desk import Desk
from tests.support import sets


@pytest.fixture
def spoilt(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two firms with two learners each, all memory of whom is wrong or lost; a page a learner."""
    monkeypatch.setattr("server.practice.rebuild.REVIEWS_A_PAGE", 1)
    with session_on(database_url) as db:
        for slug in ("molenwerk", "elders"):
            firm = found(db, slug)
            card_set = firm.card_set()
            cards = sets.recalls(firm, card_set, 2)
            sets.release(firm, card_set)
            people = firm.person("Fatima"), firm.person("Yusuf")
            sets.campaign(firm, card_set, people=people)
            for person in people:
                desk = Desk(firm, person, card_set, cards)
                desk.record(desk.answer("a", 0), desk.answer("b", 1), person=person)
            first = CardMemory.card_id == cards[0].id
            db.execute(update(CardMemory).where(first).values(stability=99.0))
            db.execute(delete(CardMemory).where(~first))
            db.execute(delete(FirstAnswer))
        db.commit()


@pytest.mark.usefixtures("spoilt")
def test_all_memory_of_all_firms_is_mended(beklijf: Beklijf) -> None:
    before = beklijf("memory", "rebuild", "--check")
    assert before.exit_code == 1
    assert before.stdout == "8 differences.\n"
    assert before.stderr.count("memory: stability differs") == 4
    done = beklijf("memory", "rebuild")
    assert (done.exit_code, done.stdout) == (0, "Rebuilt the memory of 8 cards.\n")
    after = beklijf("memory", "rebuild", "--check")
    assert (after.exit_code, after.stdout) == (0, "0 differences.\n")


def test_where_there_is_nobody_nothing_differs(beklijf: Beklijf) -> None:
    assert beklijf("memory", "rebuild").stdout == "Rebuilt the memory of 0 cards.\n"
    assert beklijf("memory", "rebuild", "--check").stdout == "0 differences.\n"
