from __future__ import annotations

import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from server.adapters.disk_media import DiskMedia
from server.commands import bundle
from tests.server.commands.conftest import Beklijf
from tests.support.media import picture


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


def test_the_files_of_cards_come_back_with_the_database(
    beklijf: Beklijf, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with_tables(beklijf, monkeypatch, tmp_path / "old" / "beklijf.sqlite3")
    helmet = picture()
    name = sha256(helmet).hexdigest()
    monkeypatch.setenv("BEKLIJF_DATA_DIR", str(tmp_path / "old"))
    DiskMedia(tmp_path / "old" / "media").put({name: helmet})
    assert beklijf("backup", str(tmp_path / "kept")).exit_code == 0
    assert not list(tmp_path.glob("kept.*"))

    monkeypatch.setenv("BEKLIJF_DATA_DIR", str(tmp_path / "new"))
    on_sqlite(monkeypatch, tmp_path / "new" / "beklijf.sqlite3")
    assert beklijf("restore", str(tmp_path / "kept"), "--yes").exit_code == 0
    assert DiskMedia(tmp_path / "new" / "media").get(name) == helmet


def test_a_backup_that_fails_leaves_nothing_behind(
    beklijf: Beklijf, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with_tables(beklijf, monkeypatch, tmp_path / "old" / "beklijf.sqlite3")

    def full(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(bundle, "pack", full)
    assert beklijf("backup", str(tmp_path / "kept")).exit_code != 0
    assert not list(tmp_path.glob("kept*"))


def test_a_backup_with_another_file_under_a_name_replaces_nothing(
    beklijf: Beklijf, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with_tables(beklijf, monkeypatch, tmp_path / "old" / "beklijf.sqlite3")
    monkeypatch.setenv("BEKLIJF_DATA_DIR", str(tmp_path / "old"))
    assert beklijf("backup", str(tmp_path / "kept")).exit_code == 0
    with zipfile.ZipFile(tmp_path / "kept", "a") as archive:
        archive.writestr("media/../../mine", b"mine")

    done = beklijf("restore", str(tmp_path / "kept"), "--yes")

    assert done.exit_code == 1
    assert not list(tmp_path.rglob("mine"))


def test_what_is_no_backup_replaces_nothing(
    beklijf: Beklijf, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with_tables(beklijf, monkeypatch, tmp_path / "old" / "beklijf.sqlite3")
    (tmp_path / "letter").write_text("Dear Noor")
    done = beklijf("restore", str(tmp_path / "letter"), "--yes")
    assert done.exit_code == 1
    assert beklijf("db", "check").exit_code == 0
