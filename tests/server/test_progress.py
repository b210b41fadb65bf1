"""What is told of an import beside the database."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from server.progress import HowFar, Progress, Stage, clear

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


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


def test_there_is_nothing_to_clear_before_the_first_import(tmp_path: Path) -> None:
    clear(tmp_path, LONG_AGO)
    assert list(tmp_path.iterdir()) == []
