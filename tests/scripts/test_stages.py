"""Stages run to the last one, and the summary says which failed."""

from __future__ import annotations

import sys
from pathlib import Path

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


def test_stages_side_by_side_are_told_in_their_order_and_counted_once(tmp_path: Path) -> None:
    sign = f"__import__('pathlib').Path({str(tmp_path / 'sign')!r})"
    outcomes = stages.run_beside(
        [_python("waits", f"while not {sign}.exists(): pass"),
         _python("calls", f"{sign}.touch(); exit(2)")]
    )  # fmt: skip
    assert [(one.stage.name, one.code) for one in outcomes] == [("waits", 0), ("calls", 2)]
    total = float(stages.summary(outcomes).splitlines()[-1].split()[0])
    assert total < sum(one.seconds for one in outcomes) + 0.1


def test_a_stage_cannot_wait_for_the_keyboard() -> None:
    [outcome] = stages.run([_python("asks", "import sys; exit(len(sys.stdin.read()))")])
    assert outcome.code == 0


def _python(name: str, code: str) -> Stage:
    return Stage(name, [sys.executable, "-c", code])
