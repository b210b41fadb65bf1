"""Looking for work that is due, or whose worker died, and telling the workers."""

from __future__ import annotations

from flask import Flask

from server.channels import MAIL
from server.jobs.runner import unit_of_work, world_of
from server.jobs.send import BATCH
from server.jobs.worker import Hints
from server.store import fit_tasks, imports, outbox, reminders, scope, search_waiting
from server.store.letters import OutgoingLetter
from server.store.outbox import Outgoing
from server.store.reminders import Reminder

# More at once would only lengthen the broker's queue; the next sweep is seconds away.
AT_ONCE = 2000
# A hundred to a hint, so that a dozen workers have enough until the next sweep.
REMINDERS_AT_ONCE = 10_000


def sweep_due(app: Flask, hints: Hints) -> None:
    """Hints at due rows after the commit that marks them hinted; a lost hint comes again."""
    for message_id in _due(app, OutgoingLetter, AT_ONCE):
        hints.letter(message_id)
    _let_mail_follow(app)
    reminders_due = len(_due(app, Reminder, REMINDERS_AT_ONCE))
    for _ in range(0, reminders_due, BATCH):
        hints.reminders()
    for import_id in _waiting(app):
        hints.upload(import_id)
    waiting = _to_index(app)
    if waiting is not None:
        hints.index(waiting)
    task = _to_fit(app)
    if task is not None:
        hints.fit(task)


def _waiting(app: Flask) -> list[int]:
    things, _ = world_of(app)
    with unit_of_work(app) as session, scope.across_organisations(session):
        return imports.to_hint(session, things.clock.now(), AT_ONCE)


def _to_index(app: Flask) -> int | None:
    with unit_of_work(app) as session, scope.across_organisations(session):
        return search_waiting.oldest(session)


def _to_fit(app: Flask) -> int | None:
    things, _ = world_of(app)
    with unit_of_work(app) as session, scope.across_organisations(session):
        return fit_tasks.waits(session, things.clock.now())


def _let_mail_follow(app: Flask) -> None:
    things, _ = world_of(app)
    with unit_of_work(app) as session, scope.across_organisations(session):
        reminders.fall_back(session, things.clock.now(), MAIL)


def _due(app: Flask, table: type[Outgoing], limit: int) -> list[int]:
    things, _ = world_of(app)
    with unit_of_work(app) as session, scope.across_organisations(session):
        return outbox.to_hint(session, table, things.clock.now(), limit)
