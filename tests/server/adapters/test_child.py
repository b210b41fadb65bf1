"""What a child process says meanwhile, in good faith or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.adapters import child, sandbox
from server.adapters.child import Child

SAYS = """
import json, os, sys
order = json.loads(sys.stdin.readline())
os.write(order["told"], order["words"].encode())
print("{}")
"""


@pytest.fixture
def talker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Child:
    (tmp_path / "talker.py").write_text(SAYS)
    monkeypatch.setattr(child, "_ROOT", tmp_path)
    return Child("talker", seconds=20, mebibytes=512)


def test_all_lines_are_heard_before_the_answer(talker: Child) -> None:
    heard: list[bytes] = []
    talker.ask({"words": "reading 1 2\nreading 2 2\n"}, b"", heard.append)
    assert heard == [b"reading 1 2\n", b"reading 2 2\n"]


def test_nothing_but_our_own_words_gets_through_and_not_a_flood_of_them(talker: Child) -> None:
    told: list[tuple[str, int, int | None]] = []
    words = "\n".join(
        ["../../x 1 2", "reading -1 2", "reading 1 2 3", "writing 1 2", "x" * 5_000, "reading 7 "]
        + ["files 8 9", "reading 8 9"] * 500
    )
    talker.ask({"words": words}, b"", sandbox._heard(lambda *word: told.append(word)))
    assert told[:2] == [("reading", 7, None), ("files", 8, 9)]
    assert len(told) < 10
