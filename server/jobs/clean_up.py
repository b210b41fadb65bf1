"""Forgetting what has served: data that is not there cannot leak."""

from __future__ import annotations

from datetime import timedelta

from flask import Flask

from server.jobs.runner import unit_of_work, world_of
from server.spool import Spool
from server.store import imports, letters, reminders, scope, sign_ins
from server.teaching.long_import import WAITS

# Long enough for an operator to find out why someone could not sign in or was not reminded.
KEPT = timedelta(days=30)
# An upload has its file before it has its row.
UPLOADING = timedelta(hours=1)


def clean_up(app: Flask) -> None:
    """Removes what ended: sign-ins, invitations, letters, reminders not sent, imports."""
    things, settings = world_of(app)
    now = things.clock.now()
    before = now - KEPT
    with unit_of_work(app) as session, scope.across_organisations(session):
        sign_ins.clear(session, before)
        letters.clear(session, before)
        reminders.clear_skipped(session, before)
        imports.clear(session, before)
    with unit_of_work(app) as session, scope.across_organisations(session):
        needed = imports.needed(session, now - WAITS)
    Spool(settings.data_dir).clear(needed, now - UPLOADING)
