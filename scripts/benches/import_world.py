"""A real server on a real PostgreSQL, and Daan who sends it files while Fatima asks for cards."""

from __future__ import annotations

import contextlib
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import httpx
from sqlalchemy import select

from scripts.benches.firm import Firm, fill
from scripts.benches.wire import Connection, request
from scripts.benches.world import query
from scripts.bootstrap.telling import step
from server.app import create_app
from server.commands.database import upgrade
from server.config import Settings
from server.people import sign_in
from server.store import scope
from server.store.database import db
from server.store.people import Person
from tests.servers.beklijf import Beklijf
from tests.servers.postgres import Cluster, cluster

SECRET = "only for measuring"  # noqa: S105 - guards a database that lives for a minute
# The deck goes the short way, so that its request is what the server spends on it.
SHORT_WAY_MIB = 50
DATABASE = "beklijf_imports"
PAUSE_S = 0.2
OPEN = ("queued", "reading", "writing")


@dataclass
class ImportWorld:
    """Both people, signed in."""

    firm: Firm
    server: Beklijf
    daan: httpx.Client
    pg: Cluster

    def brought_in(self, name: str, data: bytes) -> float:
        """Seconds of one request that imports a file into a new set."""
        path = f"/card-sets/{self._new_set()}/imports"
        started = time.perf_counter()
        answer = self.daan.post(path, files={"file": (name, data)})
        seconds = time.perf_counter() - started
        answer.raise_for_status()
        report = answer.json()
        self._until_indexed()
        if not report["created"] or report["problems"]:
            raise RuntimeError(f"not brought in: {str(report)[:500]}")
        return seconds

    def _until_indexed(self) -> None:
        """Waits until the server has nothing left to do for what came in."""
        while query(self.pg, DATABASE, "SELECT 1 FROM search_waiting LIMIT 1"):
            time.sleep(PAUSE_S)

    def sessions(self, count: int) -> float:
        """The median time of sessions, one after the other."""
        return median(self._session() for _ in range(count))

    def brought_in_beside(self, name: str, data: bytes) -> tuple[float, float, int]:
        """Seconds until a worker has done it, the median session meanwhile, and steps seen."""
        started = time.perf_counter()
        import_id = self._sent(name, data)
        sessions, steps = [], set()
        while (now := self._standing(import_id))["state"] in OPEN:
            steps.add((now["state"], now["done"]))
            # As many as a firm of thousands asks for: more would measure a race for the cores.
            sessions += [self._session() for _ in range(10)]
            time.sleep(PAUSE_S)
        if now["state"] != "done":
            raise RuntimeError(f"not brought in: {str(now)[:500]}")
        return time.perf_counter() - started, median(sessions), len(steps)

    def called_off(self, name: str, data: bytes) -> tuple[float, int]:
        """Seconds until an import in the midst of its writing is over, and what it left."""
        import_id = self._sent(name, data)
        while (now := self._standing(import_id))["state"] != "writing" or not now["done"]:
            if now["state"] not in OPEN:
                raise RuntimeError("done before it could be called off")
            time.sleep(0.02)
        started = time.perf_counter()
        ended = self.daan.delete(f"/imports/{import_id}").raise_for_status().json()
        if ended["state"] != "cancelled":
            raise RuntimeError(f"not called off: {ended['state']}")
        # A set that is held by its import cannot be changed; one that can is free again.
        path = f"/card-sets/{now['card_set_id']}"
        self.daan.patch(path, json={"title": "Vrij"}).raise_for_status()
        row = b"vraag;antwoord\nVrij?;Ja\n"
        self.daan.post(f"{path}/imports", files={"file": ("een.csv", row)}).raise_for_status()
        seconds = time.perf_counter() - started
        return seconds, self.daan.get(path).json()["cards"] - 1

    def _session(self) -> float:
        reply = self._fatima.ask(self._asking)
        if reply.status != httpx.codes.OK:
            raise RuntimeError(f"GET /session answered {reply.status}")
        return reply.seconds

    def _sent(self, name: str, data: bytes) -> int:
        path = f"/card-sets/{self._new_set()}/imports"
        answer = self.daan.post(path, params={"background": 1}, files={"file": (name, data)})
        return int(answer.raise_for_status().json()["id"])

    def _standing(self, import_id: int) -> Any:
        return self.daan.get(f"/imports/{import_id}").raise_for_status().json()

    def _new_set(self) -> int:
        made = self.daan.post("/card-sets", json={"title": "Gemeten", "language": "nl"})
        return int(made.raise_for_status().json()["id"])

    def __post_init__(self) -> None:
        token = self.firm.learners[0].token
        self._fatima = Connection(self.server.port)
        self._asking = request("GET", "/api/v1/session", token)


@contextlib.contextmanager
def import_world() -> Iterator[ImportWorld]:
    """Starts it all; ends and clears it all."""
    with tempfile.TemporaryDirectory(prefix="beklijf-bench-") as name, cluster(durable=True) as pg:
        folder = Path(name)
        url = pg.create(DATABASE)
        app = create_app(Settings(folder / "filling", url, SECRET))
        with step("filling the database"):
            upgrade(app)
            firm = fill(app, copies=1, met=0.6)
            with app.app_context():
                session = db.session()
                with scope.across_organisations(session):
                    daan = session.scalars(select(Person).where(Person.role == "trainer")).one()
                scope.work_for(session, daan.organisation_id)
                token = sign_in.start(session, daan, app.extensions["beklijf_things"]).access_token
                session.commit()
                db.engine.dispose()
        settings = {
            "BEKLIJF_DATABASE_URL": url,
            "BEKLIJF_SECRET_KEY": SECRET,
            "BEKLIJF_BACKGROUND_FROM_MIB": str(SHORT_WAY_MIB),
        }
        server = Beklijf(folder, settings, ("--embedded",))
        server.start()
        headers = {"Authorization": f"Bearer {token}"}
        base = f"{server.url}/api/v1"
        try:
            with httpx.Client(base_url=base, headers=headers, timeout=120) as client:
                yield ImportWorld(firm, server, client, pg)
        finally:
            server.stop()
