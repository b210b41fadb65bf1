"""Which files of cards nothing speaks of any more. Looked up across all organisations, at night."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from sqlalchemy import JSON, Column, Table, Text, cast, delete, select
from sqlalchemy.orm import Session

from server.store.base import Base
from server.store.media import MediaFile
from server.store.parts import in_parts
from server.store.scope import KEY

# Not a list of where faces are: a table that was forgotten there would lose its pictures.
_WITHOUT_FACES: Final = frozenset([
    "campaigns", "devices", "outgoing_letters", "people", "reminders", "reviews",
])  # fmt: skip
_FILE: Final = re.compile(r'"file": "([0-9a-f]{64})"')
_AT_ONCE: Final = 500


def forget_unused(db: Session, before: datetime) -> int:
    """Removes the rows of files that no card, version or release shows; how many they were.

    Files offered after the moment stay: their card may still be on its way.
    """
    old = select(MediaFile.id, MediaFile.organisation_id, MediaFile.file)
    rows = db.execute(old.where(MediaFile.offered_at < before)).all()
    used = set(_used(db)) if rows else set()
    unused = [row.id for row in rows if (row.organisation_id, row.file) not in used]
    for some in in_parts(unused):
        db.execute(
            delete(MediaFile)
            .where(MediaFile.id.in_(some), MediaFile.offered_at < before)
            .execution_options(synchronize_session=False)
        )
    return len(unused)


def without_row(db: Session, files: Iterable[str]) -> Iterator[str]:
    """Those of the files that no organisation has."""
    for some in in_parts(files):
        known = set(db.scalars(select(MediaFile.file).where(MediaFile.file.in_(some))))
        yield from (file for file in some if file not in known)


def _used(db: Session) -> Iterator[tuple[int, str]]:
    """Every file that is spoken of, with the organisation that does."""
    for table in Base.metadata.tables.values():
        if KEY in table.c and table.name not in _WITHOUT_FACES:
            for column in table.c:
                if isinstance(column.type, JSON):
                    yield from _used_in(db, table, column)


def _used_in(db: Session, table: Table, column: Column[object]) -> Iterator[tuple[int, str]]:
    statement = select(table.c[KEY], column).where(cast(column, Text).contains('"media"'))
    for organisation_id, value in db.execute(statement.execution_options(yield_per=_AT_ONCE)):
        for file in _FILE.findall(json.dumps(value)):
            yield organisation_id, file
