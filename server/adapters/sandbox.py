"""Reads uploaded files in a process of their own, which may run out of memory or time alone."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final, get_args

from content.card import Language
from content.exchange.pace import Stage, Told, silent
from content.exchange.reading import Reading, Unreadable
from content.files.file import MOST, Most
from server.adapters import sandbox_child
from server.adapters.child import Child, Hear, TooHeavy, TooSlow
from server.adapters.reading_json import unpacked

MEGAPIXELS_PER_SECOND = 50
"""What a slow machine looks at, makes smaller and writes anew, with time left for the cards."""

TELLS_EVERY_S = 0.2
_WORD = re.compile(rb"(reading|files|read) (\d{1,9}) (\d{1,9})?\n")
_STAGES: Final[Sequence[Stage]] = get_args(Stage)


@dataclass(frozen=True, slots=True)
class SandboxReader:
    """At most `seconds` by the clock and on the processor, and `mebibytes` of memory.

    Files for cards that come along may be as big as `most` says.
    """

    seconds: int
    mebibytes: int
    most: Most = MOST

    def read(
        self,
        name: str,
        data: bytes | Path,
        *,
        language: Language,
        encoding: str | None,
        known_keys: frozenset[str],
        told: Told = silent,
    ) -> Reading:
        """The reading. Raises `Unreadable`: `too-slow` or `too-heavy` beyond the bounds."""
        order = {
            "name": name,
            "file": str(data.resolve(strict=True)) if isinstance(data, Path) else None,
            "language": language,
            "encoding": encoding,
            "known_keys": sorted(known_keys),
            "most": asdict(replace(self.most, megapixels=self.seconds * MEGAPIXELS_PER_SECOND)),
        }
        child = Child(sandbox_child.__name__, self.seconds, self.mebibytes)
        try:
            given = b"" if isinstance(data, Path) else data
            answer, made = child.ask(order, given, None if told is silent else _heard(told))
        except TooSlow:
            raise Unreadable("too-slow", {"most": self.seconds}) from None
        except TooHeavy:
            raise Unreadable("too-heavy") from None
        if "unreadable" in answer:
            raise Unreadable(answer["unreadable"], answer["values"])
        return unpacked(answer, made)


def _heard(told: Told) -> Hear:
    """Passes on what the child says, in no other form than ours and not more often than anybody
    looks: a hostile file may have it say anything, without end."""
    last, reached = -TELLS_EVERY_S, 0

    def hear(line: bytes) -> None:
        nonlocal last, reached
        word = _WORD.fullmatch(line)
        if word is None:
            return
        now, at = time.monotonic(), _STAGES.index(word[1].decode())
        if at > reached or (at == reached and now - last >= TELLS_EVERY_S):
            last, reached = now, at
            told(_STAGES[at], int(word[2]), int(word[3]) if word[3] else None)

    return hear
