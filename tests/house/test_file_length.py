"""One idea per file: a file that grows past a screen or three is split before it hardens."""

from __future__ import annotations

from pathlib import Path
from statistics import median

from tests.house import tree

LONGEST = 300
MEDIAN = 120
WRITTEN = (".py", ".ts", ".svelte", ".css", ".html", ".sh")
MADE_BY_TOOLS = ("web/src/api/schema.ts", "server/store/migrations/versions/")


def test_no_file_is_longer_than_300_lines() -> None:
    too_long = {tree.name(f): _lines(f) for f in _written() if _lines(f) > LONGEST}
    assert too_long == {}


def test_half_of_the_files_fit_about_one_hundred_lines() -> None:
    lengths = [lines for f in _written() if (lines := _lines(f))]
    assert median(lengths) <= MEDIAN


def _written() -> list[Path]:
    return [f for f in tree.with_suffix(*WRITTEN) if not tree.name(f).startswith(MADE_BY_TOOLS)]


def _lines(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())
