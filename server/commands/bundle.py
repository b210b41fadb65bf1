"""A backup as one file: the database and the files of cards, in a zip archive."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from itertools import islice
from pathlib import Path
from shutil import copyfileobj

from content.media import is_file_name
from server.ports import MediaStore

DATABASE = "database"
FOLDER = "media/"
AT_ONCE = 100
"""Files that are in memory together."""

_EVER = datetime.max.replace(tzinfo=UTC)
_THEN = (1980, 1, 1, 0, 0, 0)


class NotABundle(Exception):
    """The file is no backup, or a damaged one; the message says what is amiss."""


def pack(out: Path, database: Path, store: MediaStore | None) -> None:
    """Writes the archive. Without a store only the database is in it.

    The database must have been copied before: so no card in it shows a file that is not there.
    """
    # What is in it is packed already; deflating it again costs time alone.
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.write(database, DATABASE)
        for file in store.last_put_before(_EVER) if store else ():
            data = store.get(file) if store else None
            if data is not None:
                archive.writestr(zipfile.ZipInfo(FOLDER + file, _THEN), data)


def is_bundle(file: Path) -> bool:
    """Whether it is such an archive; earlier backups are the bare database."""
    return zipfile.is_zipfile(file)


def unpack_database(file: Path, out: Path) -> None:
    """Writes the database to `out`. Raises `NotABundle`."""
    try:
        with (
            zipfile.ZipFile(file) as archive,
            archive.open(DATABASE) as inside,
            out.open("wb") as outside,
        ):
            copyfileobj(inside, outside)
    except (KeyError, zipfile.BadZipFile, OSError) as broken:
        raise NotABundle(f"{file} is not a whole backup of Beklijf") from broken


def unpack_media(file: Path, store: MediaStore) -> int:
    """Puts the files into the store; how many they were. Raises `NotABundle` for damaged ones."""
    with zipfile.ZipFile(file) as archive:
        names = (name for name in archive.namelist() if name.startswith(FOLDER))
        count = 0
        while some := list(islice(names, AT_ONCE)):
            store.put(dict(_whole(archive, some)))
            count += len(some)
    return count


def _whole(archive: zipfile.ZipFile, names: list[str]) -> Iterator[tuple[str, bytes]]:
    for name in names:
        file = name.removeprefix(FOLDER)
        try:
            data = archive.read(name)
        except zipfile.BadZipFile as broken:
            raise NotABundle(f"{name} in the backup is damaged") from broken
        if not is_file_name(file) or sha256(data).hexdigest() != file:
            raise NotABundle(f"{name} in the backup is not the file that it is named after")
        yield file, data
