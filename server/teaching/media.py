"""Taking in files for cards, and keeping faces to files that the organisation has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from content.card import Face, Media
from content.exchange.reading import Draft, Problem, Reading
from content.files.file import ReadyFile
from server.ports import MediaStore
from server.store import media
from server.store.media import MediaFile
from server.store.people import Person
from server.teaching.refusal import Fault, NotThere, Unfit

LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Keeper:
    """Where files go, and who brings them; nobody where the shell does."""

    store: MediaStore
    by: Person | None = None

    def keep(self, db: Session, files: Iterable[ReadyFile], now: datetime) -> None:
        """Keeps these files for the organisation; those it has stay as they are.

        The bytes go first: a row without its file would be a card with a hole in it, while a
        file without its row is cleared away.
        """
        brought = {one.file: one for one in files}
        self.store.put({name: one.data for name, one in brought.items()})
        media.offer(db, [self._row(one) for one in brought.values()], now)

    def _row(self, one: ReadyFile) -> dict[str, object]:
        return {
            "file": one.file,
            "type": one.type,
            "bytes": len(one.data),
            "width": one.width,
            "height": one.height,
            "seconds": one.seconds,
            "name": one.name[:LONGEST_NAME],
            "uploaded_by_id": self.by and self.by.id,
        }


def the_file(db: Session, file: str) -> MediaFile:
    """The organisation's own row for a file. Raises `NotThere`, also where others have it."""
    found = media.by_file(db, file)
    if found is None:
        raise NotThere
    return found


def settled(db: Session, face: Face, now: datetime) -> Face:
    """The face with what is known of its files; of what it says itself, place and words count.

    Raises `Unfit` for a file that the organisation does not have.
    """
    if not face.media:
        return face
    media.offer_again(db, [one.file for one in face.media], now)
    known = media.known(db, [one.file for one in face.media])
    if any(one.file not in known for one in face.media):
        raise Unfit([Fault("face.media", "media-unknown")])
    return replace(face, media=tuple(_as_kept(one, known) for one in face.media))


def of_reading(db: Session, reading: Reading) -> Reading:
    """The reading without files that neither come along nor are there, each of them told."""
    brought = {one.file for one in reading.files}
    asked = {one.file for draft in reading.drafts for one in draft.face.media} - brought
    if not asked:
        return reading
    known = media.known(db, asked)
    missing = asked - known.keys()
    notes = [
        Problem("media-not-there", draft.row, values={"count": len(gone)})
        for draft in reading.drafts
        if (gone := [one for one in draft.face.media if one.file in missing])
    ]
    drafts = tuple(_with_known(draft, known, missing) for draft in reading.drafts)
    return replace(reading, drafts=drafts, notes=(*reading.notes, *notes))


def _with_known(draft: Draft, known: Mapping[str, MediaFile], missing: set[str]) -> Draft:
    if not draft.face.media:
        return draft
    kept = tuple(_as_kept(one, known) for one in draft.face.media if one.file not in missing)
    return replace(draft, face=replace(draft.face, media=kept))


def _as_kept(one: Media, known: Mapping[str, MediaFile]) -> Media:
    row = known.get(one.file)
    if row is None:
        return one
    return replace(
        one, type=row.type, bytes=row.bytes, width=row.width, height=row.height,
        seconds=row.seconds,
    )  # fmt: skip
