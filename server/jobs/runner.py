"""The edge where jobs meet the database: one transaction a unit of work, committed here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from sqlalchemy.orm import Session

from server.config import Settings
from server.ports import Things
from server.store.database import db
from server.web import world


@contextmanager
def unit_of_work(app: Flask) -> Iterator[Session]:
    """A session of its own, committed at the end; what raises leaves nothing behind."""
    with app.app_context():
        session = db.session()
        try:
            yield session
            session.commit()
        except BaseException:  # also a stopping process must not leave half a transaction
            session.rollback()
            raise


def world_of(app: Flask) -> tuple[Things, Settings]:
    """What the roof picked for this app."""
    with app.app_context():
        return world.things(), world.settings()
