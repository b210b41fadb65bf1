"""One import in the process that was started for it: read, then written in one transaction.

`server.jobs.import_files` starts that process and watches over it.
"""

from __future__ import annotations

from flask import Flask

from content.exchange.reading import Reading, Unreadable
from server.jobs.runner import unit_of_work, world_of
from server.ports import Things
from server.spool import Spool
from server.store import imports, scope
from server.store.imports import State
from server.teaching.long_import import Order, Superseded, finish, order_of


def bring_in(app: Flask, import_id: int, attempt: int) -> None:
    """Does a claimed import. Nothing of it stays when it was cancelled or taken over meanwhile."""
    things, settings = world_of(app)
    try:
        with unit_of_work(app) as session:
            order = order_of(session, import_id, attempt)
        read = _read(things, Spool(settings.data_dir), order)
        if isinstance(read, Reading):
            _hold(app, order, state=State.WRITING.value, of=len(read.drafts))
        with unit_of_work(app) as session:
            alone = session.get_bind().dialect.name == "sqlite"
            scope.work_for(session, order.organisation_id)

            def told(done: int) -> None:
                # SQLite has one writer, and that is the transaction that this tells about.
                if not alone:
                    _hold(app, order, done=done)

            finish(session, order, read, things.clock.now(), told, store=things.media)
    except Superseded:
        return


def _read(things: Things, spool: Spool, order: Order) -> Reading | Unreadable:
    try:
        return things.reader.read(
            order.name,
            spool.path(order.sha),
            language=order.language,
            encoding=order.encoding,
            known_keys=order.known_keys,
        )
    except FileNotFoundError:
        return Unreadable("file-gone")
    except Unreadable as unfit:
        return unfit


def _hold(app: Flask, order: Order, **values: object) -> None:
    things, _ = world_of(app)
    with unit_of_work(app) as session, scope.across_organisations(session):
        if not imports.hold(session, order.import_id, order.attempt, things.clock.now(), **values):
            raise Superseded
