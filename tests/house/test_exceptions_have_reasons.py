"""An exception to a rule is welcome when the line says why."""

from __future__ import annotations

import io
import re
import tokenize
from itertools import pairwise
from pathlib import Path

import pytest

from tests.house import tree

# What is excused, then what it excuses, then the reason.
PYTHON = re.compile(
    r"#\s*(?:noqa(?::\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*)?|type:\s*ignore(?:\[[\w,\- ]+\])?"
    r"|pragma:\s*no cover|mypy:|ruff:)(?P<reason>.*)"
)
WEB = re.compile(r"(?:@ts-\w+|eslint-disable[\w-]*|svelte-ignore\s+\w+(?:,\s*\w+)*)(?P<reason>.*)")
COMMENT = ("//", "<!--")
WORDS = re.compile(r"\w{3,}")


def test_every_exception_in_python_carries_its_reason() -> None:
    assert [
        f"{tree.name(file)}: {comment}"
        for file in tree.with_suffix(".py")
        for comment in _comments(file)
        if not _excused(PYTHON, comment)
    ] == []


def test_every_exception_in_the_web_client_carries_its_reason() -> None:
    """Svelte's own are long, so there the comment just above may say it."""
    assert [
        f"{tree.name(file)}: {line.strip()}"
        for file in tree.with_suffix(".ts", ".svelte", ".js")
        for above, line in pairwise(["", *file.read_text(encoding="utf-8").splitlines()])
        if not (_excused(WEB, line) or above.lstrip().startswith(COMMENT))
    ] == []


@pytest.mark.parametrize("comment", ["# noqa", "# noqa: BLE001", "# type: ignore[arg-type]"])
def test_a_bare_exception_is_seen(comment: str) -> None:
    assert not _excused(PYTHON, comment)


def test_a_reason_on_the_line_is_enough() -> None:
    assert _excused(PYTHON, "# noqa: BLE001 - a broken plug-in must not stop the others")


def _excused(rule: re.Pattern[str], text: str) -> bool:
    return all(WORDS.search(match["reason"]) for match in rule.finditer(text))


def _comments(file: Path) -> list[str]:
    """Those of a file that has an exception; taking every file apart takes a second."""
    text = file.read_text(encoding="utf-8")
    if not PYTHON.search(text):
        return []
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return [token.string for token in tokens if token.type == tokenize.COMMENT]
