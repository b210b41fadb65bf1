"""A daily job whose moment fell into a hand-over is run by the clock that leads next."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from apscheduler.triggers.cron import CronTrigger
from flask import Flask

from server.jobs import run_log, timetable, worker
from server.jobs.leadership import Leadership
from server.jobs.missed import last_due, missed
from server.jobs.run_log import DAILY, FREQUENT
from server.jobs.runner import unit_of_work
from server.jobs.timetable import Timetable
from server.store.job_runs import JobRun, State
from tests.fakes.world import World
from tests.server.jobs.conftest import MakeApp
from tests.server.reminding import scene

DUE = datetime(2026, 11, 19, 2, 20, tzinfo=UTC)
JOB = "count alone"
TRIGGERS = {JOB: CronTrigger(hour=2, minute=20, timezone=UTC)}


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[Flask]:
    """By whom the only daily job of these tests was run."""
    by: list[Flask] = []
    when = {"hour": 2, "minute": 20}
    monkeypatch.setattr(timetable, "DAILY_JOBS", {JOB: (by.append, when)})
    return by


@contextmanager
def clock(app: Flask) -> Iterator[Timetable]:
    brokers = worker.make_brokers(scene.SETTINGS)
    one = Timetable(app, worker.declare(app, brokers))
    one.start()
    yield one
    one.stop()
    for broker in brokers.values():
        broker.close()


def test_the_next_clock_runs_what_fell_due_while_nobody_led(
    make_app: MakeApp, world: World, ran: list[Flask]
) -> None:
    first, second = make_app(world.things), make_app(world.things)
    world.clock.set(DUE - timedelta(seconds=5))
    Leadership(first).renew()
    with run_log.of(first).run("sweep due", FREQUENT):
        pass  # and then it dies
    with clock(second) as standing_by:
        standing_by.make_up()
        assert ran == []
    world.clock.set(DUE + timedelta(seconds=70))
    with clock(second) as leading:
        leading.make_up()
        leading.make_up()
        assert ran == [second]


def test_what_ran_in_time_is_not_run_again(
    make_app: MakeApp, world: World, ran: list[Flask]
) -> None:
    first, second = make_app(world.things), make_app(world.things)
    world.clock.set(DUE - timedelta(days=1))
    for _ in range(2):
        with run_log.of(first).run(JOB, DAILY):
            world.clock.set(DUE)
    world.clock.tick(hours=3)
    with clock(second) as leading:
        leading.make_up()
    assert ran == []


def known(app: Flask, *runs: tuple[State, float, float]) -> None:
    """Runs that began and were last seen so many minutes after the moment of the job."""
    with unit_of_work(app) as session:
        session.add(run("sweep due", State.DONE, -9, -9))
        session.add_all(run(JOB, *one) for one in runs)


def run(job: str, state: State, began: float, seen: float) -> JobRun:
    return JobRun(
        job=job, holder="clock 1", state=state.value, began_at=DUE + timedelta(minutes=began),
        seen_at=DUE + timedelta(minutes=seen),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("runs", "again"),
    [
        ([], True),
        ([(State.DONE, -1440, -1430)], True),
        ([(State.DONE, 0, 5)], False),
        ([(State.RUNNING, 0, 59.5)], False),
        ([(State.RUNNING, 0, 30)], True),
        ([(State.FAILED, 0, 1)], True),
        ([(State.FAILED, 0, 1), (State.DONE, 2, 3)], False),
        ([(State.FAILED, 0, 1), (State.RUNNING, 2, 3)], False),
    ],
    ids=["never", "yesterday", "done", "at work", "died", "failed", "done then", "died twice"],
)
def test_a_run_that_came_to_nothing_is_tried_once_more(
    app: Flask, world: World, runs: list[tuple[State, float, float]], *, again: bool
) -> None:
    known(app, *runs)
    world.clock.set(DUE + timedelta(hours=1))
    assert missed(app, TRIGGERS) == [JOB] * again


def test_a_new_installation_missed_nothing(app: Flask, world: World) -> None:
    world.clock.set(DUE + timedelta(hours=1))
    assert missed(app, TRIGGERS) == []
    with run_log.of(app).run("sweep due", FREQUENT):
        pass
    assert missed(app, TRIGGERS) == []


@pytest.mark.parametrize(
    ("at", "due"),
    [
        (DUE - timedelta(seconds=1), DUE - timedelta(days=1)),
        (DUE, DUE),
        (DUE + timedelta(hours=23), DUE),
    ],
)
def test_the_moment_looked_at_is_the_last_one(at: datetime, due: datetime) -> None:
    assert last_due(TRIGGERS[JOB], at) == due
