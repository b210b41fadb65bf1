"""`scripts/chaos`: reminders on a bad day, and whether each came once.

Clocks and workers run on PostgreSQL and Redis; any of them is killed at any moment; Firebase errs
in every way it has. Afterwards the ledger is laid beside what the provider took.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from flask import Flask
from sqlalchemy import text as sql

from scripts.benches.reminder_world import crowd, plan
from scripts.bootstrap.telling import step
from scripts.disorder.company import Company
from scripts.disorder.provider import BadDay, bad_day
from scripts.disorder.reckoning import Reckoning, open_rows, reckoned
from server.app import without_doors
from server.config import Settings
from server.store.database import db
from server.store.outbox import LEASE
from tests.servers.beklijf import Beklijf
from tests.servers.postgres import cluster
from tests.servers.redis import redis

SECRET = "only for a bad day"  # noqa: S105 - guards a database that lives for minutes
DEAD_OF_A_HUNDRED = 5
# The provider is down altogether for a while, so that its circuit opens.
DOWN_FROM, DOWN_FOR = 0.4, 0.08
# After the killing: leases of the dead end, and what waited is tried again.
CALMS_DOWN_S = 600
_WAIT_NO_LONGER = (
    "UPDATE reminders SET due_at = now() WHERE state = 'planned' AND due_at > now()",
    "UPDATE channel_states SET open_until = now() WHERE open_until > now()",
)
_LET_GO = "UPDATE reminders SET lease_until = now() WHERE state = 'claimed'"


@dataclass(frozen=True)
class Wanted:
    """How bad a day. `hurry`: a power cut at the end, after which hours pass in an instant."""

    minutes: float = 5
    reminders: int = 20_000
    clocks: int = 2
    workers: int = 3
    seed: int = 1
    hurry: bool = False


def main() -> int:
    parser = argparse.ArgumentParser(prog="scripts/chaos", description="Disturb the sending.")
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--reminders", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    wanted = Wanted(given.minutes, given.reminders, seed=given.seed)
    with bad_day(wanted.seed) as provider:
        found, killed = trial(wanted, provider)
    tell(found, provider, killed)
    return 0 if found.holds else 1


def trial(wanted: Wanted, provider: BadDay) -> tuple[Reckoning, int]:
    """Lets the day happen; gives what came of it, and how many processes were killed."""
    with tempfile.TemporaryDirectory(prefix="beklijf-chaos-") as name:
        folder = Path(name)
        with cluster() as pg, redis(folder) as broker:
            url = pg.create("beklijf_chaos")
            app = without_doors(Settings(folder / "data", url, SECRET))
            with step(f"making {wanted.reminders:,} learners"):
                them = crowd(app, wanted.reminders, DEAD_OF_A_HUNDRED)
            environment = Beklijf(
                folder,
                {
                    "BEKLIJF_DATABASE_URL": url,
                    "BEKLIJF_SECRET_KEY": SECRET,
                    "BEKLIJF_BROKER_URL": broker,
                    "BEKLIJF_FCM_CREDENTIALS": provider.credentials(folder),
                    "BEKLIJF_FCM_URL": provider.url,
                },
            ).environment()
            company = Company(folder, environment, wanted.clocks, wanted.workers, wanted.seed)
            seconds = wanted.minutes * 60
            plan(app, them, datetime.now(UTC), timedelta(seconds=seconds * 0.9))
            company.start()
            try:
                with step("a bad day"), _down_for_a_while(provider, seconds):
                    company.disturb(seconds)
                with step("afterwards"):
                    _calm_down(app, company, hurry=wanted.hurry)
            finally:
                company.stop()
            with app.app_context():
                found = reckoned(app, provider)
                db.engine.dispose()
            return found, company.killed.total()


def tell(found: Reckoning, provider: BadDay, killed: int) -> None:
    """Prints the table."""
    lines = {
        **{f"ledger: {state}": count for state, count in sorted(found.states.items())},
        **{f"provider: {did}": count for did, count in sorted(provider.did.items())},
        "processes killed": killed,
        "taken more than once, an answer was lost": found.apart_for_an_answer,
        "taken more than once, a worker was killed": found.apart_for_a_kill,
        "most often taken": found.most_for_one,
        "lost (0)": found.lost,
        "sent twice (0)": found.twice,
        "twice under another tag (0)": found.other_tags,
        "dead tokens left (0)": found.dead_left,
    }
    width = max(map(len, lines))
    for name, value in lines.items():
        print(f"  {name:<{width}}  {value:>8,}", flush=True)


@contextlib.contextmanager
def _down_for_a_while(provider: BadDay, seconds: float) -> Iterator[None]:
    def go(down: bool) -> None:
        provider.down = down

    timers = [
        threading.Timer(seconds * DOWN_FROM, go, [True]),
        threading.Timer(seconds * (DOWN_FROM + DOWN_FOR), go, [False]),
    ]
    for timer in timers:
        timer.daemon = True
        timer.start()
    try:
        yield
    finally:
        for timer in timers:
            timer.cancel()
        go(False)


def _calm_down(app: Flask, company: Company, *, hurry: bool) -> None:
    """Waits until nothing waits any more, or it takes too long."""
    ends = time.monotonic() + CALMS_DOWN_S
    if hurry:
        # Only while nobody lives may leases end before their time.
        company.kill_all()
        _execute(app, _LET_GO)
        company.start()
    leases_end = time.monotonic() + (0 if hurry else LEASE.total_seconds())
    while open_rows(app) and time.monotonic() < ends:
        # Who was refused often waits for an hour, which would prove nothing.
        if time.monotonic() > leases_end:
            _execute(app, *_WAIT_NO_LONGER)
        time.sleep(1)


def _execute(app: Flask, *statements: str) -> None:
    with app.app_context(), db.engine.begin() as connection:
        for statement in statements:
            connection.execute(sql(statement))


if __name__ == "__main__":
    sys.exit(main())
