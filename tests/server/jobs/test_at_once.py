"""Several clocks and workers on one database, all at the same time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

import pytest
from flask import Flask

from server.jobs import worker
from server.jobs.plan import plan_reminders
from server.jobs.sweep import sweep_due
from server.jobs.timetable import Timetable
from server.jobs.worker import Brokers, Hints
from server.ports import Notice, Things
from tests.fakes.post import RememberingPush
from tests.fakes.world import World
from tests.server.jobs.look import states
from tests.server.reminding import scene

PATIENCE_S = 20


class Bell(RememberingPush):
    """A phone that tells when it was reached."""

    def __init__(self) -> None:
        super().__init__()
        self.rung = threading.Event()

    def send(self, address: Mapping[str, object], notice: Notice, lifetime_s: int) -> None:
        super().send(address, notice, lifetime_s)
        self.rung.set()


@contextmanager
def working(app: Flask, brokers: Brokers) -> Iterator[Hints]:
    """Workers of one process."""
    hints = worker.declare(app, brokers)
    staff = worker.start(brokers)
    try:
        yield hints
    finally:
        worker.stop(staff)
        close(brokers)


def close(brokers: Brokers) -> None:
    for broker in brokers.values():
        broker.close()


def at_once(*jobs: Callable[[], object]) -> None:
    """Runs the jobs in threads that start together; the first error is raised here."""
    start = threading.Barrier(len(jobs))
    faults: list[BaseException] = []

    def run(job: Callable[[], object]) -> None:
        start.wait()
        try:
            job()
        except BaseException as fault:  # noqa: BLE001 - raised again in the test's own thread
            faults.append(fault)

    threads = [threading.Thread(target=run, args=[job]) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise faults[0]


def test_two_clocks_and_two_workers_send_each_reminder_once(
    make_app: Callable[[Things], Flask], world: World, learners: int, database_url: str
) -> None:
    apps = [make_app(world.things) for _ in range(2)]
    at_once(*(partial(plan_reminders, app) for app in apps))
    assert states(database_url) == {"planned": learners}
    world.clock.set(scene.NINE)
    brokers = [worker.make_brokers(scene.SETTINGS) for _ in apps]
    with working(apps[0], brokers[0]) as first, working(apps[1], brokers[1]) as second:

        def everything_to_both() -> None:
            first.reminders()
            second.reminders()

        both = replace(first, reminders=everything_to_both)
        at_once(*(partial(sweep_due, app, both) for app in apps))
        for one in brokers:
            one[worker.MESSAGES].join(worker.MESSAGES, timeout=PATIENCE_S * 1000)
    assert states(database_url) == {"sent": learners}
    reached = sorted(str(push.address["token"]) for push in world.fcm.sent)
    assert reached == sorted(f"phone-{number}" for number in range(learners))


@pytest.mark.servers
@pytest.mark.usefixtures("fatima")
def test_a_clock_and_a_worker_meet_through_redis(
    make_app: Callable[[Things], Flask], world: World, redis_url: str, database_url: str
) -> None:
    bell = Bell()
    world.fcm = bell
    world.clock.set(scene.NINE)
    settings = replace(scene.SETTINGS, broker_url=redis_url)
    clocks = [_clock(make_app(world.things), worker.make_brokers(settings)) for _ in range(2)]
    with working(make_app(world.things), worker.make_brokers(settings)):
        for timetable, _ in clocks:
            timetable.start()
        assert bell.rung.wait(PATIENCE_S)
        for timetable, brokers in clocks:
            timetable.stop()
            close(brokers)
    assert len(bell.sent) == 1
    assert states(database_url) == {"sent": 1}


def _clock(app: Flask, brokers: Brokers) -> tuple[Timetable, Brokers]:
    return Timetable(app, worker.declare(app, brokers)), brokers


class Broken(RememberingPush):
    """A channel with a fault in its code, which shows on one phone."""

    def send(self, address: Mapping[str, object], notice: Notice, lifetime_s: int) -> None:
        if address["token"] == "phone-0":
            raise ZeroDivisionError
        super().send(address, notice, lifetime_s)


def test_a_fault_in_one_job_leaves_its_row_to_the_clock_and_the_others_untouched(
    make_app: Callable[[Things], Flask], world: World, learners: int, database_url: str
) -> None:
    world.fcm = Broken()
    app = make_app(world.things)
    plan_reminders(app)
    world.clock.set(scene.NINE)
    brokers = worker.make_brokers(scene.SETTINGS)
    with working(app, brokers) as hints:
        sweep_due(app, hints)
        brokers[worker.MESSAGES].join(worker.MESSAGES, timeout=PATIENCE_S * 1000)
    assert states(database_url) == {"sent": learners - 1, "planned": 1}
