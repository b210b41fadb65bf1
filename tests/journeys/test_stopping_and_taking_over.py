"""Real clocks and workers: one that is killed is followed, one that is asked to stop finishes."""

from __future__ import annotations

import asyncio
import itertools
import os
import signal
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from flask import Flask
from sqlalchemy import select

from server.jobs import worker
from server.people import invitations
from server.store.leader import ClockLease
from server.store.letters import OutgoingLetter
from server.store.reminders import Reminder
from tests.fakes.clock import SetClock
from tests.fakes.world import World
from tests.server.firm import Firm, found, session_on
from tests.server.reminding import scene
from tests.servers import ports, processes
from tests.servers.beklijf import BEKLIJF, Beklijf
from tests.servers.postgres import Cluster
from tests.servers.waiting import until

pytestmark = [pytest.mark.servers, pytest.mark.postgres]

TAKEN_OVER_WITHIN_S = 30
_numbers = itertools.count(1)


class SlowMail:
    """An SMTP server that holds each mail until it is let go."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.got: list[str] = []

    async def handle_DATA(  # noqa: N802 - the name is aiosmtpd's
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        self.got += envelope.rcpt_tos
        while not self.go.is_set():
            await asyncio.sleep(0.02)
        return "250 OK"


@pytest.fixture
def database(postgres_cluster: Cluster, postgres_template: str) -> Iterator[str]:
    name = f"stopping_{next(_numbers)}"
    yield postgres_cluster.create(name, postgres_template)
    postgres_cluster.drop(name)


@pytest.fixture
def firm(database: str) -> Iterator[Firm]:
    with session_on(database) as session:
        made = found(session)
        session.commit()
        yield made


@pytest.fixture
def slow_mail() -> Iterator[tuple[SlowMail, str]]:
    mail, port = SlowMail(), ports.free_port()
    controller = Controller(mail, hostname=ports.LOOPBACK, port=port)
    controller.start()
    yield mail, f"smtp://{ports.LOOPBACK}:{port}"
    mail.go.set()
    controller.stop()


def begun(
    what: str, database: str, redis_url: str, folder: Path, **more: str
) -> tuple[subprocess.Popen[bytes], Path]:
    """`beklijf clock` or `beklijf work`, once it says that it is there."""
    settings = {
        "BEKLIJF_DATABASE_URL": database, "BEKLIJF_BROKER_URL": redis_url,
        "BEKLIJF_SECRET_KEY": "secret", **more,
    }  # fmt: skip
    log = folder / f"{what}-{next(_numbers)}.log"
    process = processes.start(
        [*BEKLIJF, what], log=log, environment=Beklijf(folder, settings).environment()
    )
    ports.wait_until(lambda: "Stop with" in log.read_text(), process, log, seconds=60)
    return process, log


def test_a_clock_that_is_killed_is_followed_within_half_a_minute(
    database: str, firm: Firm, redis_url: str, tmp_path: Path
) -> None:
    started = [begun("clock", database, redis_url, tmp_path)[0] for _ in range(2)]
    clocks = {one.pid: one for one in started}
    leads = until(lambda: _leads(firm))
    os.kill(leads, signal.SIGKILL)
    killed_at = time.monotonic()
    clocks.pop(leads).wait()
    campaign = scene.campaign_with_cards(firm, "Wat doe je?")
    scene.learner(firm, "Fatima", campaign=campaign)
    firm.db.commit()
    until(lambda: _decided(firm), seconds=TAKEN_OVER_WITHIN_S)
    assert time.monotonic() - killed_at < TAKEN_OVER_WITHIN_S
    assert [_leads(firm)] == [*clocks]
    for clock in clocks.values():
        processes.stop(clock)
        assert clock.returncode == 0


def test_a_worker_that_is_asked_to_stop_finishes_what_is_at_hand_and_takes_nothing_new(
    database: str,
    firm: Firm,
    redis_url: str,
    tmp_path: Path,
    slow_mail: tuple[SlowMail, str],
) -> None:
    mail, smtp_url = slow_mail
    working, log = begun("work", database, redis_url, tmp_path, BEKLIJF_SMTP_URL=smtp_url)
    settings = replace(scene.SETTINGS, broker_url=redis_url)
    app = Flask("asks")
    app.extensions.update(beklijf_things=World().things, beklijf_settings=settings)
    hints = worker.declare(app, worker.make_brokers(settings))
    at_hand = worker.THREADS[worker.MESSAGES]
    for letter in _letters(firm, at_hand + 2):
        hints.letter(letter)
    until(lambda: len(mail.got) == at_hand, seconds=20)
    working.send_signal(signal.SIGTERM)
    until(lambda: "asked to stop" in log.read_text())
    assert working.poll() is None
    mail.go.set()
    assert working.wait(20) == 0
    assert len(mail.got) == at_hand
    firm.db.rollback()
    states = Counter(firm.db.scalars(select(OutgoingLetter.state)))
    assert states == {"sent": at_hand, "planned": 2}


def _leads(firm: Firm) -> int:
    """The process of the clock that leads, 0 for none."""
    firm.db.rollback()
    holder = firm.db.scalar(select(ClockLease.holder)) or ""
    return int(holder.split()[1]) if holder else 0


def _decided(firm: Firm) -> bool:
    firm.db.rollback()
    return firm.db.query(Reminder).count() == 1


def _letters(firm: Firm, many: int) -> list[int]:
    """Invitations that are due now, whatever the date of today."""
    people = [firm.person(f"Learner{number}") for number in range(many)]
    things = World(SetClock(datetime.now(UTC))).things
    invitations.invite(firm.db, people, things, "https://practice.example")
    firm.db.commit()
    return list(firm.db.scalars(select(OutgoingLetter.id)))
