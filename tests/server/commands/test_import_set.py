from __future__ import annotations

from pathlib import Path

import pytest

from tests.server.commands.conftest import Beklijf
from tests.server.firm import found, session_on


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "set.csv"
    made.write_text("vraag;antwoord;sleutel\nWie bel je?;De helpdesk;a\nWanneer?;Meteen;b\n")
    return made


@pytest.fixture(autouse=True)
def _firm(database_url: str) -> None:
    with session_on(database_url) as db:
        found(db)
        db.commit()


def test_a_file_comes_in_once_and_then_changes_its_cards(beklijf: Beklijf, file: Path) -> None:
    assert "Added 2, updated 0, unchanged 0." in beklijf("import", str(file), "--set", "A").output
    file.write_text(file.read_text().replace("Meteen", "Nu"))
    assert "Added 0, updated 1, unchanged 1." in beklijf("import", str(file), "--set", "A").output


def test_a_row_at_fault_or_a_trial_leaves_no_set_behind(beklijf: Beklijf, file: Path) -> None:
    assert "Would add 2" in beklijf("import", str(file), "--set", "A", "--dry-run").output
    sound = file.read_text()
    file.write_text(sound + ";zonder vraag;c\n")
    refused = beklijf("import", str(file), "--set", "A")
    assert refused.exit_code == 1
    assert "nothing was written" in refused.output
    file.write_text(sound)
    assert "Added 2" in beklijf("import", str(file), "--set", "A").output
