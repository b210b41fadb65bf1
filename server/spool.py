"""Uploads that wait for a worker, as files in the data folder named by what they hold."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Container
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import IO

FOLDER = "uploads"
_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Kept:
    """One file in the spool."""

    sha: str
    size: int


class Spool:
    """The folder. Nothing an uploader says takes part in a path."""

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir / FOLDER

    def keep(self, stream: IO[bytes]) -> Kept:
        """Keeps the rest of the stream, piece by piece: an upload may be larger than memory."""
        self._folder.mkdir(parents=True, exist_ok=True)
        digest, size = sha256(), 0
        descriptor, name = tempfile.mkstemp(dir=self._folder)
        with os.fdopen(descriptor, "wb") as handle:
            while piece := stream.read(_PIECE):
                digest.update(piece)
                size += handle.write(piece)
            handle.flush()
            os.fsync(descriptor)
        kept = Kept(digest.hexdigest(), size)
        Path(name).replace(self.path(kept.sha))
        return kept

    def path(self, sha: str) -> Path:
        """Where the file lies, or would."""
        return self._folder / sha

    def clear(self, wanted: Container[str], before: datetime) -> None:
        """Removes files that nobody wants and that were kept before that moment.

        Later ones stay: their row may not be written yet.
        """
        if not self._folder.exists():
            return
        for file in self._folder.iterdir():
            # What arrives is renamed when it is whole, and another clock may clear as well.
            with suppress(FileNotFoundError):
                kept_at = datetime.fromtimestamp(file.stat().st_mtime, UTC)
                if file.name not in wanted and kept_at < before:
                    file.unlink()
