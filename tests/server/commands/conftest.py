"""Fixture: the command line on a database of the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask import Flask

from server.cli import main
from server.commands import roof
from server.store.database import db

Beklijf = Callable[..., Result]


@pytest.fixture
def beklijf(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Beklijf]:
    """Runs a command of `beklijf` and gives its result."""
    monkeypatch.setenv("BEKLIJF_DATABASE_URL", database_url)
    monkeypatch.setenv("BEKLIJF_DATA_DIR", str(tmp_path / "data"))
    made: list[Flask] = []
    make = roof.app

    def app() -> Flask:
        made.append(make())
        return made[-1]

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(main, arguments)

    monkeypatch.setattr(roof, "app", app)
    yield run
    # A command's process ends with its connections; here the process goes on.
    for one in made:
        with one.app_context():
            db.engine.dispose()
