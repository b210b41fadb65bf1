from __future__ import annotations

import pytest
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from server.store import finding, scope
from server.store.organisations import Organisation
from server.store.search_index import MAKING, SearchEntry
from tests.server.commands.conftest import Beklijf
from tests.server.firm import found, session_on


def _lose_the_index(database_url: str) -> None:
    """A firm with a card, as it was before there was an index."""
    with session_on(database_url) as db:
        firm = found(db)
        firm.card(firm.card_set(), "Wat is een datalek?")
        db.commit()
        db.execute(delete(SearchEntry))
        db.commit()
        assert not _finds(db)


def _finds(db: Session) -> bool:
    return bool(finding.find(db, MAKING, "datalek").best)


@pytest.mark.parametrize("command", [("search", "rebuild"), ("db", "upgrade")])
def test_what_the_index_misses_comes_back(
    database_url: str, beklijf: Beklijf, command: tuple[str, ...]
) -> None:
    _lose_the_index(database_url)
    assert beklijf(*command).exit_code == 0
    with session_on(database_url) as db:
        organisation = db.scalars(select(Organisation)).one()
        scope.work_for(db, organisation.id)
        assert _finds(db)
