"""Keeps media in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from tests.fakes.clock import SetClock


@dataclass
class MediaInMemory:
    clock: SetClock
    files: dict[str, bytes] = field(default_factory=dict)
    put_at: dict[str, datetime] = field(default_factory=dict)

    def put(self, files: Mapping[str, bytes]) -> None:
        self.files |= files
        self.put_at |= dict.fromkeys(files, self.clock.now())

    def get(self, file: str) -> bytes | None:
        return self.files.get(file)

    def last_put_before(self, moment: datetime) -> Iterator[str]:
        yield from [file for file, put_at in self.put_at.items() if put_at < moment]

    def remove(self, file: str, moment: datetime) -> None:
        if self.put_at.get(file, moment) < moment:
            del self.files[file], self.put_at[file]
