"""Adds up what several runs of pytest counted, from the JUnit files they leave."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree


@dataclass(frozen=True)
class Counts:
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def total(reports: Iterable[Path]) -> Counts:
    """A run that ended before it wrote its report counts nothing; its exit code tells."""
    whole = Counts()
    for report in reports:
        if report.exists():
            whole = _add(whole, report)
    return whole


def _add(whole: Counts, report: Path) -> Counts:
    passed, failed, skipped = whole.passed, whole.failed, whole.skipped
    # Written by our own pytest a moment ago, so entity bombs are no worry here.
    for suite in ElementTree.parse(report).getroot().iter("testsuite"):  # noqa: S314 - own file
        bad = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        left_out = int(suite.get("skipped", 0))
        passed += int(suite.get("tests", 0)) - bad - left_out
        failed += bad
        skipped += left_out
    return Counts(passed, failed, skipped)
