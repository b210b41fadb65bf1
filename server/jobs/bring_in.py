"""One import in the process that was started for it: read, then written in one transaction.

`server.jobs.import_files` starts that process and watches over it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flask import Flask

from content.exchange import pace
from content.exchange.reading import Reading, Unreadable
from server.jobs.runner import unit_of_work, world_of
from server.ports import Things
from server.progress import HowFar, Progress, Stage
from server.spool import Spool
from server.store import imports, scope
from server.store.imports import State
from server.teaching.long_import import Order, Superseded, finish, order_of

_STAGES: Mapping[pace.Stage, Stage] = {
    "reading": Stage.READING,
    "files": Stage.FILES,
    # The way out of the sandbox takes seconds, too: the bar must not stand full for so long.
    "read": Stage.COMPARING,
}


def bring_in(app: Flask, import_id: int, attempt: int) -> None:
    """Does a claimed import. Nothing of it stays when it was cancelled or taken over meanwhile."""
    things, settings = world_of(app)
    progress = Progress(settings.data_dir, import_id)

    def tell(now: HowFar) -> None:
        progress.tell(attempt, now)

    try:
        with unit_of_work(app) as session:
            order = order_of(session, import_id, attempt)
        read = _read(things, Spool(settings.data_dir), order, tell)
        if isinstance(read, Reading):
            _to_writing(app, order)
            tell(HowFar(Stage.COMPARING))
        with unit_of_work(app) as session:
            scope.work_for(session, order.organisation_id)
            finish(
                session, order, read, things.clock.now(), store=things.media,
                told=lambda done, of: tell(HowFar(Stage.WRITING, done, of)),
            )  # fmt: skip
    except Superseded:
        return


def _read(
    things: Things, spool: Spool, order: Order, tell: Callable[[HowFar], None]
) -> Reading | Unreadable:
    tell(HowFar(Stage.READING))
    try:
        return things.reader.read(
            order.name,
            spool.path(order.sha),
            language=order.language,
            encoding=order.encoding,
            known_keys=order.known_keys,
            told=lambda stage, done, of: tell(HowFar(_STAGES[stage], done, of)),
        )
    except FileNotFoundError:
        return Unreadable("file-gone")
    except Unreadable as unfit:
        return unfit


def _to_writing(app: Flask, order: Order) -> None:
    things, _ = world_of(app)
    now, state = things.clock.now(), State.WRITING.value
    with unit_of_work(app) as session, scope.across_organisations(session):
        if not imports.hold(session, order.import_id, order.attempt, now, state=state):
            raise Superseded
