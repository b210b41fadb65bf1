"""Lays the tables as an operator does: by the migrations, so that every store test tests those."""

from __future__ import annotations

import tempfile
from pathlib import Path

from server.app import without_doors
from server.commands.database import upgrade
from server.config import Settings
from server.store.database import db


def lay_tables(url: str) -> None:
    with tempfile.TemporaryDirectory(prefix="beklijf-schema-") as folder:
        app = without_doors(
            Settings(data_dir=Path(folder), database_url=url, secret_key="for tests")
        )
        upgrade(app)
        with app.app_context():
            db.engine.dispose()  # PostgreSQL copies a template only when nobody is connected
