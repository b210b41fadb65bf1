"""Forgetting what has served: data that is not there cannot leak."""

from __future__ import annotations

from datetime import timedelta

from flask import Flask

from server.jobs.runner import unit_of_work, world_of
from server.store import letters, reminders, scope, sign_ins

# Long enough for an operator to find out why someone could not sign in or was not reminded.
KEPT = timedelta(days=30)


def clean_up(app: Flask) -> None:
    """Removes sign-ins, invitations, letters and decisions against reminders that ended."""
    things, _ = world_of(app)
    before = things.clock.now() - KEPT
    with unit_of_work(app) as session, scope.across_organisations(session):
        sign_ins.clear(session, before)
        letters.clear(session, before)
        reminders.clear_skipped(session, before)
