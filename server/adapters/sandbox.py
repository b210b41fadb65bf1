"""Reads uploaded files in a process of their own, which may run out of memory or time alone."""

from __future__ import annotations

import re
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from content.card import Language
from content.exchange.pace import Told, silent
from content.exchange.reading import Reading, Unreadable
from content.files.file import MOST, Most
from server.adapters import sandbox_child
from server.adapters.child import Child, Hear, TooHeavy, TooSlow
from server.adapters.reading_json import unpacked

MEGAPIXELS_PER_SECOND = 50
"""What a slow machine looks at, makes smaller and writes anew, with time left for the cards."""

TELLS_EVERY_S = 0.2
_WORD = re.compile(rb"(reading|files) (\d{1,9}) (\d{1,9})?\n")


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
    last = -TELLS_EVERY_S

    def hear(line: bytes) -> None:
        nonlocal last
        now = time.monotonic()
        word = _WORD.fullmatch(line)
        if word is None or now - last < TELLS_EVERY_S:
            return
        last = now
        stage, done, of = word.groups()
        told("files" if stage == b"files" else "reading", int(done), int(of) if of else None)

    return hear
