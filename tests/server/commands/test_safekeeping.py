from __future__ import annotations

from pathlib import Path

import pytest

from tests.server.commands.conftest import Beklijf


@pytest.fixture
def database_url(sqlite_template: Path) -> str:
    """These tests say themselves where their files are."""
    return f"sqlite:///{sqlite_template}"


def on_sqlite(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setenv("BEKLIJF_DATABASE_URL", f"sqlite:///{file}")


def with_tables(beklijf: Beklijf, monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    file.parent.mkdir()
    on_sqlite(monkeypatch, file)
    assert beklijf("db", "upgrade").exit_code == 0


def test_a_backup_comes_back_on_a_machine_where_nothing_is(
    beklijf: Beklijf, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with_tables(beklijf, monkeypatch, tmp_path / "old" / "beklijf.sqlite3")
    assert beklijf("organisation", "add", "bakker", "--name", "Bakker BV").exit_code == 0
    kept = tmp_path / "kept"
    assert beklijf("backup", str(kept)).exit_code == 0
    assert kept.stat().st_mode & 0o077 == 0

    on_sqlite(monkeypatch, tmp_path / "new" / "beklijf.sqlite3")
    assert beklijf("restore", str(kept), "--yes").exit_code == 0
    again = beklijf("organisation", "add", "bakker", "--name", "Bakker BV")
    assert "there is an organisation 'bakker' already" in again.output


def test_what_is_no_backup_replaces_nothing(
    beklijf: Beklijf, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with_tables(beklijf, monkeypatch, tmp_path / "old" / "beklijf.sqlite3")
    (tmp_path / "letter").write_text("Dear Noor")
    done = beklijf("restore", str(tmp_path / "letter"), "--yes")
    assert done.exit_code == 1
    assert beklijf("db", "check").exit_code == 0
