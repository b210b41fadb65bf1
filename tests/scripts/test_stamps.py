"""A stamp holds while what it was made from stays the same."""

from __future__ import annotations

from pathlib import Path

from scripts.bootstrap import stamps


def test_the_digest_changes_with_content_name_and_fact(tmp_path: Path) -> None:
    file = tmp_path / "lock.txt"
    file.write_text("flask==3.1")
    before = stamps.digest([file], "3.11")
    assert stamps.digest([file], "3.11") == before
    assert stamps.digest([file], "3.12") != before
    assert stamps.digest([file.rename(tmp_path / "other.txt")], "3.11") != before


def test_a_stamp_may_hold_for_several_locks(tmp_path: Path) -> None:
    stamp = tmp_path / "folder" / "stamp"
    assert not stamps.holds(stamp, "dev")
    stamps.put(stamp, "dev", "build")
    assert stamps.holds(stamp, "dev")
    assert stamps.holds(stamp, "build")
    assert not stamps.holds(stamp, "app")
