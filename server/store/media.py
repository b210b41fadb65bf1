"""Which files an organisation has for its cards. The bytes are in the media store.

A file belongs to an organisation by a row here, never by being in the store: two customers may
hold the same picture, and neither may learn that from the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Executable, ForeignKey, UniqueConstraint, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from content.media import is_file_name
from server.store.base import Base, OfOrganisation, RowId, row_id, table
from server.store.parts import in_parts


class MediaFile(OfOrganisation, Base):
    """One file, by the SHA-256 of its bytes. `offered_at` is when it was last uploaded."""

    __tablename__ = "media"
    __table_args__ = (UniqueConstraint("organisation_id", "file"),)

    id: Mapped[row_id]
    file: Mapped[str] = mapped_column(index=True)
    type: Mapped[str]
    bytes: Mapped[int]
    width: Mapped[int | None]
    height: Mapped[int | None]
    seconds: Mapped[float | None]
    name: Mapped[str]
    uploaded_by_id: Mapped[int | None] = mapped_column(RowId, ForeignKey("people.id"))
    created_at: Mapped[datetime]
    offered_at: Mapped[datetime]


_media = table(MediaFile)
_ADD: Final[Mapping[str, Executable]] = {
    "postgresql": postgresql.insert(_media).on_conflict_do_nothing(),
    "sqlite": sqlite.insert(_media).on_conflict_do_nothing(),
}


def by_file(db: Session, file: str) -> MediaFile | None:
    """The organisation's own row for a file; None for what is no name of a file at all."""
    if not is_file_name(file):  # PostgreSQL would not even compare some of them
        return None
    return db.scalar(select(MediaFile).where(MediaFile.file == file))


def known(db: Session, files: Iterable[str]) -> dict[str, MediaFile]:
    """Those of these files that the organisation has."""
    found: dict[str, MediaFile] = {}
    for some in in_parts(sorted(set(files))):
        rows = db.scalars(select(MediaFile).where(MediaFile.file.in_(some)))
        found |= {one.file: one for one in rows}
    return found


def offer(db: Session, rows: Sequence[dict[str, Any]], now: datetime) -> None:
    """Adds files, each a dict of what is told about it; those there are count as offered anew.

    Safe where two people upload the same file at once.
    """
    if not rows:
        return
    new = [{**row, "created_at": now, "offered_at": now} for row in rows]
    db.execute(_ADD[db.get_bind().dialect.name], new)
    offer_again(db, [row["file"] for row in rows], now)


def offer_again(db: Session, files: Iterable[str], now: datetime) -> None:
    """Notes that somebody wants these files, so that nobody clears them away just now."""
    for some in in_parts(files):
        db.execute(
            update(MediaFile)
            .where(MediaFile.file.in_(some), MediaFile.offered_at < now)
            .values(offered_at=now)
            .execution_options(synchronize_session=False)
        )
