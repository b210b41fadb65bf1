"""How far an import is, and whether it was called off: two small files in the data folder.

Not in the database. SQLite has one writer, and while a file comes in that is the import itself:
it could say nothing before its end, and who calls it off would wait for just that end.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

FOLDER = "progress"


class Stage(StrEnum):
    """What an import is doing, in the order in which it does that."""

    WAITING = "waiting"
    READING = "reading"
    FILES = "files"
    COMPARING = "comparing"
    WRITING = "writing"


@dataclass(frozen=True, slots=True)
class HowFar:
    """`done` of `of` things of the stage; None where only the end will tell how many."""

    stage: Stage
    done: int = 0
    of: int | None = None


class Progress:
    """What is told of one import, by whoever works on it and whoever wants it to stop."""

    def __init__(self, data_dir: Path, import_id: int) -> None:
        self._folder = data_dir / FOLDER
        self._id = import_id

    def tell(self, attempt: int, now: HowFar) -> None:
        """Says how far that attempt is. Whoever reads meanwhile sees this or what was before."""
        self._folder.mkdir(parents=True, exist_ok=True)
        draft = self._path(f"{attempt}.new")
        draft.write_text(json.dumps({"attempt": attempt, **asdict(now)}))
        draft.replace(self._path("at"))

    def of(self, attempt: int) -> HowFar | None:
        """How far that attempt said it is; None when it has said nothing yet."""
        try:
            told = json.loads(self._path("at").read_text())
        except FileNotFoundError:
            return None
        if told.pop("attempt") != attempt:
            return None
        return HowFar(Stage(told["stage"]), told["done"], told["of"])

    def call_off(self) -> None:
        """Asks whoever works on it to stop."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._path("off").touch()

    def called_off(self) -> bool:
        """Whether somebody asked for that."""
        return self._path("off").exists()

    def _path(self, what: str) -> Path:
        return self._folder / f"{self._id}.{what}"


def clear(data_dir: Path, before: datetime) -> None:
    """Removes what was told before that moment, of imports long since over."""
    folder = data_dir / FOLDER
    if not folder.exists():
        return
    for file in folder.iterdir():
        # A draft takes the place of what was told before it, and another clock may clear as well.
        with suppress(FileNotFoundError):
            if datetime.fromtimestamp(file.stat().st_mtime, UTC) < before:
                file.unlink()
