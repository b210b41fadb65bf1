"""Media as files in a folder, named by what they hold."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from content.media import is_file_name

FOLDER = "media"
UNFINISHED = ".part"
AT_ONCE = 16


class DiskMedia:
    """Files under `folder`, spread over 256 folders: one with all of them is slow to list."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, files: Mapping[str, bytes]) -> None:
        """Keeps these files, each whole or not at all."""
        new = {name: data for name, data in files.items() if not self._met_again(name, len(data))}
        for folder in {self._path(name).parent for name in new}:
            folder.mkdir(parents=True, exist_ok=True)
        # At once, as the file system takes those that wait together in one go: a thousand small
        # pictures one after the other took seconds.
        everything = list(new.items())
        shares = [everything[at::AT_ONCE] for at in range(min(AT_ONCE, len(everything)))]
        with ThreadPoolExecutor(AT_ONCE) as several:
            written = several.map(self._written, shares)
            unfinished = {name: part for share in written for name, part in share}
            for name, part in unfinished.items():
                part.replace(self._path(name))
            list(several.map(_make_lasting, {part.parent for part in unfinished.values()}))

    def get(self, file: str) -> bytes | None:
        """The bytes, if they are still those that the name stands for."""
        try:
            data = self._path(file).read_bytes()
        except FileNotFoundError:
            return None
        return data if sha256(data).hexdigest() == file else None

    def last_put_before(self, moment: datetime) -> Iterator[str]:
        """Names of files; what an interrupted `put` left behind goes on the way."""
        for folder in sorted(self.folder.glob("[0-9a-f][0-9a-f]")):
            for path in sorted(folder.iterdir()):
                if _put_at(path) >= moment:
                    continue
                if is_file_name(path.name):
                    yield path.name
                elif path.suffix == UNFINISHED:
                    path.unlink(missing_ok=True)

    def remove(self, file: str, moment: datetime) -> None:
        """Takes the file away, and puts it back where somebody put it again just now."""
        path = self._path(file)
        aside = path.with_suffix(UNFINISHED)
        try:
            path.replace(aside)
        except FileNotFoundError:
            return
        if _put_at(aside) >= moment:
            aside.replace(path)
        else:
            aside.unlink(missing_ok=True)

    def _met_again(self, name: str, size: int) -> bool:
        """Whether the file is there already, which from now on counts as put."""
        path = self._path(name)
        try:
            os.utime(path)
            return path.stat().st_size == size
        except FileNotFoundError:
            return False

    def _written(self, files: Iterable[tuple[str, bytes]]) -> list[tuple[str, Path]]:
        """Where they lie, whole and lasting, under names that nobody looks for."""
        parts = []
        for name, data in files:
            folder = self._path(name).parent
            descriptor, part = tempfile.mkstemp(suffix=UNFINISHED, dir=folder)
            with os.fdopen(descriptor, "wb") as handle:
                handle.write(data)
                handle.flush()
                os.fsync(descriptor)
            parts.append((name, Path(part)))
        return parts

    def _path(self, file: str) -> Path:
        if not is_file_name(file):
            raise ValueError(f"no name of a file: {file[:80]!r}")
        return self.folder / file[:2] / file


def _put_at(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _make_lasting(folder: Path) -> None:
    """Waits until a power cut would leave the names in it as they are."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
