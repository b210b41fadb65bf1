"""`scripts/bench delay`: how late reminders are while many are due and long files come in."""

from __future__ import annotations

import contextlib
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import httpx
from flask import Flask
from sqlalchemy import select

from scripts.benches.fcm_server import provider
from scripts.benches.figures import Figure, percentile, tell
from scripts.benches.import_files import table
from scripts.benches.reminder_world import crowd, plan
from scripts.benches.world import query
from scripts.bootstrap.telling import step
from server.app import without_doors
from server.config import Settings
from server.people import sign_in
from server.store import scope
from server.store.database import db
from server.store.people import Person
from tests.servers import processes
from tests.servers.beklijf import BEKLIJF, Beklijf
from tests.servers.postgres import Cluster, cluster
from tests.servers.redis import redis

PEOPLE: Final = 100_000
# What two cores hold beside everything else that runs on them here; see docs/benchmarks.md.
A_SECOND: Final = 250
ROWS: Final = 100_000
MOST_S: Final = 30
PATIENCE_S: Final = 600
DATABASE = "beklijf_delay"
SECRET = "only for measuring"  # noqa: S105 - guards a database that lives for minutes
OVER = ("done", "failed", "cancelled")


@dataclass
class Imports:
    """Daan, who sends one long file after the other."""

    client: httpx.Client
    done: int = 0
    enough: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Until it is enough; the last one is waited for."""
        rows = table(ROWS)
        while not self.enough.is_set():
            made = self.client.post("/card-sets", json={"title": "Gemeten", "language": "nl"})
            path = f"/card-sets/{made.raise_for_status().json()['id']}/imports"
            files = {"file": ("table.csv", rows)}
            sent = self.client.post(path, params={"background": 1}, files=files)
            number = sent.raise_for_status().json()["id"]
            while (state := self._state(number)) not in OVER and not self.enough.is_set():
                time.sleep(1)
            self.done += state == "done"

    def _state(self, number: int) -> str:
        return str(self.client.get(f"/imports/{number}").raise_for_status().json()["state"])


def run() -> bool:
    """Measures; gives whether the bar holds."""
    with (
        tempfile.TemporaryDirectory(prefix="beklijf-bench-") as name,
        cluster(durable=True) as pg,
        redis(Path(name)) as broker,
        provider(Path(name)) as google,
    ):
        folder = Path(name)
        url = pg.create(DATABASE)
        app = without_doors(Settings(folder / "data", url, SECRET))
        with step(f"making {PEOPLE:,} learners"):
            them = crowd(app, PEOPLE, 0)
            token = _token_of_daan(app)
        settings = {
            "BEKLIJF_DATABASE_URL": url,
            "BEKLIJF_SECRET_KEY": SECRET,
            "BEKLIJF_BROKER_URL": broker,
            "BEKLIJF_FCM_CREDENTIALS": google.credentials,
            "BEKLIJF_FCM_URL": google.url,
        }
        with _running(folder, settings) as server, _importing(server, token) as imports:
            within = timedelta(seconds=PEOPLE / A_SECOND)
            plan(app, them, datetime.now(UTC), within)
            with step(f"sending {PEOPLE:,} at {A_SECOND} a second"):
                _until_sent(pg, within)
        with app.app_context():
            db.engine.dispose()
        late = [float(seconds) for (seconds,) in query(pg, DATABASE, _LATE)]
    return tell(
        "delay",
        [
            Figure("reminders sent", len(late), ""),
            Figure("due, a second", A_SECOND, "/s"),
            Figure(f"imports of {ROWS:,} rows done meanwhile", imports.done, ""),
            Figure("late, p50", percentile(late, 50), "s"),
            Figure("late, p99", percentile(late, 99), "s", most=MOST_S),
            Figure("late, the latest", max(late), "s"),
        ],
    )


_LATE = "SELECT extract(epoch FROM sent_at - due_at) FROM reminders WHERE state = 'sent'"
_WAIT = "SELECT count(*) FROM reminders WHERE state <> 'sent'"


def _until_sent(pg: Cluster, within: timedelta) -> None:
    ends = time.monotonic() + within.total_seconds() + PATIENCE_S
    time.sleep(within.total_seconds())
    while query(pg, DATABASE, _WAIT)[0][0]:
        if time.monotonic() > ends:
            raise RuntimeError("not all were sent")
        time.sleep(1)


@contextlib.contextmanager
def _running(folder: Path, settings: dict[str, str]) -> Iterator[Beklijf]:
    """Server, worker and clock, each a process as an operator starts it."""
    server = Beklijf(folder, settings, arguments=())
    server.start()
    others = [
        processes.start(
            [*BEKLIJF, name], log=folder / f"{name}.log", environment=server.environment()
        )
        for name in ("work", "clock")
    ]
    try:
        yield server
    finally:
        for process in others:
            processes.stop(process, patience=60)
        server.stop()


@contextlib.contextmanager
def _importing(server: Beklijf, token: str) -> Iterator[Imports]:
    headers = {"Authorization": f"Bearer {token}"}
    with httpx.Client(base_url=f"{server.url}/api/v1", headers=headers, timeout=120) as client:
        imports = Imports(client)
        thread = threading.Thread(target=imports.run)
        thread.start()
        try:
            yield imports
        finally:
            imports.enough.set()
            thread.join()


def _token_of_daan(app: Flask) -> str:
    with app.app_context():
        session = db.session()
        with scope.across_organisations(session):
            daan = session.scalars(select(Person).where(Person.role == "trainer")).one()
        scope.work_for(session, daan.organisation_id)
        token = sign_in.start(session, daan, app.extensions["beklijf_things"]).access_token
        session.commit()
        return token
