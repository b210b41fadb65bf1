"""`scripts/bench send`: reminders from the ledger to Firebase, beside Google's client alone."""

from __future__ import annotations

import contextlib
import gc
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Final

from firebase_admin import App, credentials, initialize_app, messaging
from flask import Flask
from sqlalchemy import func, select

from scripts.benches.fcm_server import Provider, provider
from scripts.benches.figures import Figure, tell
from scripts.benches.reminder_world import Crowd, crowd, plan
from scripts.bootstrap.telling import step
from server.adapters.channels.fcm.sender import message_of, without_own_retries
from server.app import without_doors
from server.config import Settings
from server.jobs import worker
from server.jobs.send import BATCH
from server.jobs.sweep import sweep_due
from server.ports import Action, Notice, Push
from server.store import scope
from server.store.database import db
from server.store.outbox import OPEN
from server.store.reminders import Reminder
from tests.servers.postgres import cluster

PEOPLE, ROUNDS = 4_000, 3
SECRET = "only for measuring"  # noqa: S105 - guards a database that lives for a minute
LEAST: Final = 0.7
NOTICE = Notice(
    "Je oefening staat klaar",
    "Een paar minuten.",
    "/app/#/today",
    "practice-2026-11-22",
    ack="x" * 90,
    actions=(Action("later", "Later vandaag"), Action("not-this-week", "Deze week niet")),
)


@dataclass(frozen=True)
class Rate:
    """How many a second, and the processor's milliseconds for each in this process."""

    a_second: float
    cpu_ms: float


def run() -> bool:
    """Measures; gives whether the bar holds."""
    bare, whole = [], []
    with _world() as (app, them, google):
        alone = _alone(google)
        gc.freeze()  # as `beklijf worker` does
        for turn in range(ROUNDS):
            with step(f"turn {turn + 1} of {ROUNDS}"):
                bare.append(_measured(lambda: _bare(alone)))
                day = datetime.now(UTC) - timedelta(minutes=1)
                _clear(app)
                plan(app, them, day, timedelta(0))
                whole.append(_measured(lambda: _through_the_ledger(app)))
    client, ours = (median(one.a_second for one in rates) for rates in (bare, whole))
    return tell(
        "send",
        [
            Figure("Google's client alone", client, "/s"),
            Figure("reminders: claimed, looked at, sent, settled", ours, "/s"),
            Figure("reminders / client alone", ours / client, "", least=LEAST),
            Figure("processor, client alone", median(one.cpu_ms for one in bare), "ms each"),
            Figure("processor, reminders", median(one.cpu_ms for one in whole), "ms each"),
        ],
    )


def _alone(google: Provider) -> App:
    """The client as it comes, with as many connections as ours has."""
    certificate = credentials.Certificate(google.credentials)
    app = initialize_app(certificate, name="alone")
    without_own_retries(app, google.url)
    return app


def _bare(app: App) -> None:
    """As many threads as a worker has, each a batch at a time, and nothing but the client."""

    def batch(first: int) -> int:
        pushes = [Push({"token": f"phone-{first + n}"}, NOTICE, 3600) for n in range(BATCH)]
        made = [message_of(push) for push in pushes]
        return int(messaging.send_each(made, app=app).failure_count)

    with ThreadPoolExecutor(worker.THREADS[worker.MESSAGES]) as pool:
        if failed := sum(pool.map(batch, range(0, PEOPLE, BATCH))):
            raise RuntimeError(f"{failed} were not taken")


def _through_the_ledger(app: Flask) -> None:
    brokers = worker.make_brokers(app.extensions["beklijf_settings"])
    hints = worker.declare(app, brokers)
    staff = worker.start(brokers, [worker.MESSAGES])
    sweep_due(app, hints)
    brokers[worker.MESSAGES].join(worker.MESSAGES, timeout=600_000)
    worker.stop(staff)
    if waiting := _waiting(app):
        raise RuntimeError(f"{waiting} reminders were not sent")


def _measured(job: Callable[[], None]) -> Rate:
    began, used = time.perf_counter(), time.process_time()
    job()
    seconds, cpu = time.perf_counter() - began, time.process_time() - used
    return Rate(PEOPLE / seconds, cpu / PEOPLE * 1000)


def _waiting(app: Flask) -> int:
    with app.app_context(), scope.across_organisations(db.session()):
        rows = select(func.count()).where(Reminder.state.in_(OPEN))
        return db.session.scalars(rows).one()


def _clear(app: Flask) -> None:
    with app.app_context(), db.engine.begin() as connection:
        connection.exec_driver_sql("TRUNCATE reminders")


@contextlib.contextmanager
def _world() -> Iterator[tuple[Flask, Crowd, Provider]]:
    with tempfile.TemporaryDirectory(prefix="beklijf-bench-") as name, cluster(durable=True) as pg:
        folder = Path(name)
        with provider(folder) as google:
            settings = Settings(
                folder / "data",
                pg.create("beklijf_send"),
                SECRET,
                fcm_credentials=google.credentials,
                fcm_url=google.url,
            )
            app = without_doors(settings)
            with step(f"making {PEOPLE:,} learners"):
                them = crowd(app, PEOPLE, 0)
            yield app, them, google
            with app.app_context():
                db.engine.dispose()
