"""Imports that a worker does: asked for, looked at, done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

from sqlalchemy.orm import Session

from content.card import Language
from content.exchange.reading import Reading, Unreadable
from server.ports import MediaStore
from server.progress import HowFar, Progress, Stage
from server.store import card_sets, imports, scope
from server.store.imports import Import, State
from server.store.people import Person
from server.teaching import report as reports
from server.teaching.import_set import import_set
from server.teaching.media import Keeper
from server.teaching.refusal import NotThere, Refused
from server.teaching.sets import the_set

# After a dry run the file waits this long for a decision.
WAITS = timedelta(days=1)
# After a process broke off the next waits: a machine that is short of memory is so for a while.
# A file that fells one after the last would go on doing so.
RESTS = (timedelta(seconds=10), timedelta(minutes=2))
# What is wrong with the database, or with an update half-way, is not the file's doing.
TROUBLE_RESTS = timedelta(minutes=2)
# An attempt whose worker was lost along, by a power cut or a new release, blames nobody. Yet a
# file that takes the whole machine along must not do so for ever.
MOST_ATTEMPTS = 10


class Superseded(Exception):
    """The import was cancelled, or another worker has it: what was done must not stay."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file in the spool, and how it was sent."""

    sha: str
    size: int
    name: str
    encoding: str


@dataclass(frozen=True, slots=True)
class Order:
    """What a worker has to read."""

    import_id: int
    attempt: int
    organisation_id: int
    card_set_id: int
    sha: str
    name: str
    encoding: str | None
    language: Language
    known_keys: frozenset[str]


def ask(
    db: Session,
    person: Person,
    card_set_id: int,
    upload: Upload,
    now: datetime,
    *,
    dry_run: bool,
    partial: bool,
) -> Import:
    """Puts an import in the queue. Raises `NotThere`."""
    asked = Import(
        card_set_id=the_set(db, card_set_id).id,
        person=person,
        file_name=upload.name,
        size=upload.size,
        sha=upload.sha,
        encoding=upload.encoding,
        dry_run=dry_run,
        partial=partial,
        created_at=now,
    )
    db.add(asked)
    db.flush()
    return asked


def apply(
    db: Session, person: Person, import_id: int, now: datetime, *, partial: bool, spooled: bool
) -> Import:
    """Queues the writing of what a dry run has shown. Raises `NotThere` and `Refused`."""
    looked_at = the_import(db, import_id)
    if not looked_at.dry_run or looked_at.finished_at is None:
        raise Refused("id", "import-not-looked-at")
    if now - looked_at.finished_at >= WAITS or not spooled:
        raise Refused("id", "import-too-long-ago")
    upload = Upload(looked_at.sha, looked_at.size, looked_at.file_name, looked_at.encoding)
    return ask(db, person, looked_at.card_set_id, upload, now, dry_run=False, partial=partial)


def the_import(db: Session, import_id: int) -> Import:
    """The import. Raises `NotThere`."""
    found = imports.by_id(db, import_id)
    if found is None:
        raise NotThere
    return found


def cancel(db: Session, import_id: int, now: datetime) -> Import:
    """Ends an import that is not over yet; one that is stays as it is. Raises `NotThere`."""
    the_import(db, import_id)
    imports.cancel(db, import_id, now)
    return the_import(db, import_id)


def how_far(one: Import, data_dir: Path) -> HowFar | None:
    """What is being done for an import, and how much of it; None when it is over."""
    if one.state == State.QUEUED:
        return HowFar(Stage.WAITING)
    if one.state not in imports.AT_WORK:
        return None
    return Progress(data_dir, one.id).of(one.attempts) or HowFar(Stage.READING)


def order_of(db: Session, import_id: int, attempt: int) -> Order:
    """What to read; the session works for the import's organisation from here on.

    Raises `Superseded`.
    """
    with scope.across_organisations(db):
        asked = imports.by_id(db, import_id)
    if asked is None or asked.attempts != attempt or asked.state not in imports.AT_WORK:
        raise Superseded
    scope.work_for(db, asked.organisation_id)
    card_set = the_set(db, asked.card_set_id)
    return Order(
        import_id, attempt, asked.organisation_id, asked.card_set_id, asked.sha, asked.file_name,
        asked.encoding or None, cast("Language", card_set.language),
        card_sets.live_keys(db, card_set.id),
    )  # fmt: skip


def finish(
    db: Session,
    order: Order,
    read: Reading | Unreadable,
    now: datetime,
    told: Callable[[int, int], None],
    *,
    store: MediaStore,
) -> None:
    """Writes the reading and its report; both become lasting together. Raises `Superseded`."""
    asked = the_import(db, order.import_id)
    if isinstance(read, Unreadable):
        state, report = State.REFUSED, reports.kept_refusal(read)
    else:
        done = import_set(
            db, asked.card_set_id, read, now,
            partial=asked.partial, dry_run=asked.dry_run, told=told,
            by=asked.person, keeper=Keeper(store, asked.person),
        )  # fmt: skip
        state = State.REFUSED if done.refused and not asked.dry_run else State.DONE
        report = reports.kept(done)
    if not imports.close(db, order.import_id, order.attempt, state, now, report=report):
        raise Superseded


def begin(db: Session, import_id: int, now: datetime) -> int | None:
    """Claims the import: the number of the attempt. None when it is not free, or given up."""
    attempt = imports.claim(db, import_id, now)
    if attempt is None or attempt <= MOST_ATTEMPTS:
        return attempt
    imports.close(db, import_id, attempt, State.FAILED, now)
    return None


def broke_off(db: Session, import_id: int, attempt: int, now: datetime) -> None:
    """After its process died: back in the queue for later, or failed after too many."""
    felled = imports.felled(db, import_id, attempt)
    if felled is None:
        return
    if felled <= len(RESTS):
        imports.give_back(db, import_id, attempt, now + RESTS[felled - 1])
    else:
        imports.close(db, import_id, attempt, State.FAILED, now)


def put_off(db: Session, import_id: int, attempt: int, now: datetime) -> None:
    """Back in the queue, as there is trouble that the file has no part in."""
    imports.give_back(db, import_id, attempt, now + TROUBLE_RESTS)
