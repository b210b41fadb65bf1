from __future__ import annotations

from pathlib import Path

import pytest

from tests.server.commands.conftest import Beklijf
from tests.server.firm import found, session_on


@pytest.fixture(autouse=True)
def _set(database_url: str, beklijf: Beklijf, tmp_path: Path) -> None:
    with session_on(database_url) as db:
        found(db)
        db.commit()
    file = tmp_path / "in.csv"
    file.write_text("vraag;antwoord;sleutel\nWie bel je?;De helpdesk;a\nWanneer?;Meteen;b\n")
    assert beklijf("import", str(file), "--set", "Phishing").exit_code == 0


@pytest.mark.parametrize("kind", ["csv", "xlsx", "apkg", "json", "md"])
def test_what_was_written_comes_in_again_unchanged(
    beklijf: Beklijf, tmp_path: Path, kind: str
) -> None:
    file = tmp_path / f"uit.{kind}"
    assert f"Wrote {file}" in beklijf("export", "Phishing", str(file)).output
    told = beklijf("import", str(file), "--set", "Phishing").output
    assert "Added 0, updated 0, unchanged 2." in told
    assert sorted(one.name for one in tmp_path.glob("uit*")) == [f"uit.{kind}"]


def test_a_file_that_is_there_an_unknown_set_or_ending_leave_all_as_it_was(
    beklijf: Beklijf, tmp_path: Path
) -> None:
    there = tmp_path / "uit.csv"
    there.write_text("van Daan")
    for arguments, said in (
        (("Phishing", str(there)), "is there already"),
        (("Phising", str(tmp_path / "x.csv")), "there is no set 'Phising'"),
        (("Phishing", str(tmp_path / "x.pdf")), "must end in .csv"),
        (("Phishing", str(tmp_path / "x")), "must end in .csv"),
    ):
        result = beklijf("export", *arguments)
        assert (result.exit_code, said in result.output) == (1, True)
    assert there.read_text() == "van Daan"
    assert list(tmp_path.glob("x*")) == []
