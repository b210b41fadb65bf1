"""The last line of the full check adds up what each group of tests counted."""

from __future__ import annotations

from pathlib import Path

from scripts.bootstrap import counts

UNIT = '<testsuites><testsuite errors="1" failures="2" skipped="3" tests="10"/></testsuites>'
BROWSER = '<testsuites><testsuite errors="0" failures="0" skipped="0" tests="5"/></testsuites>'


def test_groups_are_added_up(tmp_path: Path) -> None:
    for name, content in (("unit.xml", UNIT), ("browser.xml", BROWSER)):
        (tmp_path / name).write_text(content)
    assert str(counts.total(sorted(tmp_path.iterdir()))) == "9 passed, 3 failed, 3 skipped"


def test_a_group_that_crashed_before_it_could_report_counts_nothing(tmp_path: Path) -> None:
    assert str(counts.total([tmp_path / "unit.xml"])) == "0 passed, 0 failed, 0 skipped"
