"""Who changed a set is known from before it was kept in a table of its own."""

from __future__ import annotations

from pathlib import Path

import flask_migrate
import pytest
import sqlalchemy

from server.app import without_doors
from server.config import Settings
from server.store import scope, set_authors
from server.store.database import db
from server.teaching import arrange, edit_card
from tests.server.firm import NOW, found, session_on
from tests.support.faces import FACES


@pytest.mark.parametrize("forgotten", [False, True], ids=["brought in", "written"])
def test_authors_outlive_the_change(database_url: str, tmp_path: Path, forgotten: bool) -> None:
    with session_on(database_url) as session:
        firm = found(session)
        made = firm.card_set()
        face = FACES["recall"]
        card = edit_card.create(
            session, firm.daan, made.id, face=face, topic="", tags=[], after=None, now=NOW
        )
        arrange.move(session, firm.daan, made.id, [card.id], None, now=NOW)
        session.commit()
        firm_id, set_id, daan_id = firm.organisation.id, made.id, firm.daan.id
    app = without_doors(
        Settings(data_dir=tmp_path, database_url=database_url, secret_key="for tests")
    )
    with app.app_context():
        flask_migrate.downgrade(revision="0013")
        if forgotten:
            with db.engine.begin() as connection:
                connection.execute(sqlalchemy.text("DELETE FROM imported"))
        flask_migrate.upgrade()
        db.engine.dispose()
    with session_on(database_url) as session:
        scope.work_for(session, firm_id)
        assert set_authors.since(session, set_id, NOW) == {daan_id}
