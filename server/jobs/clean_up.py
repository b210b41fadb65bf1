"""Forgetting what has served: data that is not there cannot leak."""

from __future__ import annotations

from datetime import datetime, timedelta

from flask import Flask

from server import progress
from server.jobs.runner import unit_of_work, world_of
from server.ports import MediaStore
from server.practice.attendance import LOOKED_BACK
from server.spool import Spool
from server.store import (
    channel_states,
    imports,
    job_runs,
    letters,
    media_uses,
    reminders,
    scope,
    search_keeping,
    search_vocabulary,
    sign_ins,
)
from server.teaching.long_import import WAITS

# Long enough for an operator to find out why someone could not sign in or was not reminded.
KEPT = timedelta(days=30)
# Attendance is counted from them.
DECISIONS_KEPT = LOOKED_BACK + timedelta(days=3)
# Nobody uses a channel that nothing was sent to in a day; as "down" it would stand there for ever.
LEFT_BY_ALL = timedelta(days=1)
# A picture is uploaded before the card that shows it is saved.
ON_ITS_WAY = timedelta(days=1)
# An upload has its file before it has its row.
UPLOADING = timedelta(hours=1)


def clean_up(app: Flask) -> None:
    """Removes what ended: sign-ins, invitations, letters, reminders not sent, imports, runs."""
    things, settings = world_of(app)
    now = things.clock.now()
    before = now - KEPT
    with unit_of_work(app) as session, scope.across_organisations(session):
        sign_ins.clear(session, before)
        letters.clear(session, before)
        reminders.clear_skipped(session, now - DECISIONS_KEPT)
        imports.clear(session, before)
        channel_states.forget(session, now - LEFT_BY_ALL)
        job_runs.bury(session, now)
        job_runs.clear(session, before)
    clear_media(app, things.media, now - ON_ITS_WAY)
    with unit_of_work(app) as session, scope.across_organisations(session):
        needed = imports.needed(session, now - WAITS)
    prune_words(app)
    Spool(settings.data_dir).clear(needed, now - UPLOADING)
    progress.clear(settings.data_dir, now - WAITS)


def prune_words(app: Flask) -> None:
    """Lets every organisation forget words of cards that are gone; no search waits for it."""
    with unit_of_work(app) as session, scope.across_organisations(session):
        changed = search_vocabulary.in_parts(session)
    for organisation_id in changed:
        with unit_of_work(app) as session:
            scope.work_for(session, organisation_id)
            search_keeping.prune_words(session)


def clear_media(app: Flask, store: MediaStore, before: datetime) -> None:
    """Removes files that no card, version or release shows; first their rows, so that no row is
    ever without its file."""
    with unit_of_work(app) as session, scope.across_organisations(session):
        media_uses.forget_unused(session, before)
    with unit_of_work(app) as session, scope.across_organisations(session):
        left = list(media_uses.without_row(session, store.last_put_before(before)))
    for file in left:
        store.remove(file, before)
