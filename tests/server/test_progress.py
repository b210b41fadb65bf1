"""What is told of an import beside the database."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest

from server.progress import HowFar, Progress, Stage, clear
from server.spool import Spool

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
FAR_AHEAD = datetime(2999, 1, 1, tzinfo=UTC)


def test_the_latest_word_of_the_attempt_at_work_counts(tmp_path: Path) -> None:
    progress = Progress(tmp_path, 3)
    progress.tell(1, HowFar(Stage.WRITING, 5, 9))
    assert progress.of(2) is None
    progress.tell(2, HowFar(Stage.READING))
    progress.tell(2, HowFar(Stage.READING, 500))
    assert progress.of(2) == HowFar(Stage.READING, 500, None)


def test_imports_are_called_off_one_by_one(tmp_path: Path) -> None:
    Progress(tmp_path, 3).call_off()
    assert [Progress(tmp_path, one).called_off() for one in (3, 33)] == [True, False]


def test_what_is_old_is_cleared_and_what_is_new_is_not(tmp_path: Path) -> None:
    for one in (3, 4):
        Progress(tmp_path, one).tell(1, HowFar(Stage.READING))
    os.utime(tmp_path / "progress" / "3.at", times=(LONG_AGO.timestamp(),) * 2)
    clear(tmp_path, LONG_AGO + timedelta(days=1))
    assert [Progress(tmp_path, one).of(1) is None for one in (3, 4)] == [True, False]


def test_what_another_took_away_meanwhile_keeps_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Progress(tmp_path, 3).tell(1, HowFar(Stage.READING))
    kept = Spool(tmp_path).keep(BytesIO(b"cards"))
    listed = Path.iterdir
    monkeypatch.setattr(Path, "iterdir", lambda folder: iter([folder / "gone", *listed(folder)]))
    clear(tmp_path, FAR_AHEAD)
    Spool(tmp_path).clear(set(), FAR_AHEAD)
    assert (Progress(tmp_path, 3).of(1), Spool(tmp_path).path(kept.sha).exists()) == (None, False)


def test_there_is_nothing_to_clear_before_the_first_import(tmp_path: Path) -> None:
    clear(tmp_path, LONG_AGO)
    assert list(tmp_path.iterdir()) == []
