"""Reads uploaded files in a process of their own, which may run out of memory or time alone."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from pathlib import Path

from content.card import Language
from content.exchange.reading import Reading, Unreadable
from content.files.file import MOST, Most
from server.adapters import sandbox_child
from server.adapters.child import Child, TooHeavy, TooSlow
from server.adapters.reading_json import unpacked

MEGAPIXELS_PER_SECOND = 50
"""What a slow machine looks at, makes smaller and writes anew, with time left for the cards."""


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
            answer, made = child.ask(order, b"" if isinstance(data, Path) else data)
        except TooSlow:
            raise Unreadable("too-slow", {"most": self.seconds}) from None
        except TooHeavy:
            raise Unreadable("too-heavy") from None
        if "unreadable" in answer:
            raise Unreadable(answer["unreadable"], answer["values"])
        return unpacked(answer, made)
