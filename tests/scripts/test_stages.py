"""Stages run to the last one, and the summary says which failed."""

from __future__ import annotations

import sys

import pytest

from scripts.bootstrap import stages
from scripts.bootstrap.stages import Stage


def test_a_failing_stage_does_not_hide_the_next(capfd: pytest.CaptureFixture[str]) -> None:
    outcomes = stages.run([_python("types", "exit(3)"), _python("tests", "print('ran')")])
    assert [outcome.code for outcome in outcomes] == [3, 0]
    assert "ran" in capfd.readouterr().out
    first, second, _total = stages.summary(outcomes).splitlines()
    assert first.startswith("FAILED")
    assert first.endswith("types")
    assert second.startswith("ok")


def test_a_stage_cannot_wait_for_the_keyboard() -> None:
    [outcome] = stages.run([_python("asks", "import sys; exit(len(sys.stdin.read()))")])
    assert outcome.code == 0


def _python(name: str, code: str) -> Stage:
    return Stage(name, [sys.executable, "-c", code])
