"""What every job came to is kept: how far it is, why it failed, and nothing secret."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from server.jobs import run_log, worker
from server.jobs.clean_up import KEPT, clean_up
from server.jobs.run_log import DAILY, FREQUENT, HEAVY, MESSAGES, Manner, RunLog, died, tell
from server.jobs.runner import unit_of_work
from server.jobs.timetable import DAILY_JOBS
from server.store import job_runs
from server.store.job_runs import DIED, JobRun
from server.texts import LANGUAGES, text
from tests.fakes.world import World
from tests.server.reminding import scene

ALL = [DAILY, FREQUENT, HEAVY, MESSAGES]


@pytest.fixture
def runs(app: Flask) -> RunLog:
    return run_log.of(app)


def kept(app: Flask) -> list[tuple[str, str, str]]:
    """Job, state and detail of every run, oldest first."""
    with unit_of_work(app) as session:
        rows = session.scalars(select(JobRun).order_by(JobRun.id))
        return [(row.job, row.state, row.detail) for row in rows]


def test_a_run_under_way_tells_how_far_it_is(app: Flask, runs: RunLog, world: World) -> None:
    with runs.run("count attendance", DAILY):
        tell(1, 3)
        runs.look()
        assert kept(app) == []  # a quick one is written once, at its end
        world.clock.tick(seconds=2)
        runs.look()
        assert kept(app) == [("count attendance", "running", "1/3")]
        tell(2, 3)
        runs.look()
        assert kept(app) == [("count attendance", "running", "2/3")]
        tell(3, 3)
    assert kept(app) == [("count attendance", "done", "3/3")]


@pytest.mark.parametrize("manner", ALL)
def test_a_failure_is_kept_without_what_it_quotes(app: Flask, runs: RunLog, manner: Manner) -> None:
    secret = OperationalError("SELECT fatima", {"password": "geheim"}, Exception("postgres://x:y@"))
    with pytest.raises(OperationalError), runs.run("send letter", manner):
        raise secret
    [(_, state, detail)] = kept(app)
    assert state == "failed"
    assert detail.startswith("database OperationalError tests/server/jobs/test_run_log.py:")


def test_what_is_not_the_databases_fault_is_told_apart(app: Flask, runs: RunLog) -> None:
    for fault in (MemoryError(), ZeroDivisionError(), SystemExit()):
        with pytest.raises(type(fault)), runs.run("import file", HEAVY):
            raise fault
    assert [detail.split()[:2] for _, _, detail in kept(app)] == [
        ["memory", "MemoryError"], ["fault", "ZeroDivisionError"], ["stopped", "SystemExit"],
    ]  # fmt: skip


@pytest.mark.parametrize(("manner", "rows"), [(DAILY, 9), (FREQUENT, 1), (HEAVY, 0), (MESSAGES, 0)])
def test_quick_runs_leave_few_rows(
    app: Flask, runs: RunLog, world: World, manner: Manner, rows: int
) -> None:
    for _ in range(9):
        with runs.run("sweep due", manner):
            world.clock.tick(milliseconds=20)
        world.clock.tick(seconds=50)
    assert len(kept(app)) == rows


@pytest.mark.parametrize(("manner", "rows"), [(DAILY, 4), (FREQUENT, 2), (HEAVY, 4), (MESSAGES, 2)])
def test_of_frequent_jobs_the_last_long_run_and_the_last_failure_stay(
    app: Flask, runs: RunLog, world: World, manner: Manner, rows: int
) -> None:
    for _ in range(2):
        with runs.run("send reminder", manner):
            world.clock.tick(seconds=2)
            runs.look()
        with pytest.raises(ZeroDivisionError), runs.run("send reminder", manner):
            raise ZeroDivisionError
    assert len(kept(app)) == rows


def test_a_process_that_died_is_told_from_one_at_work(
    app: Flask, runs: RunLog, world: World
) -> None:
    with runs.run("fit models", HEAVY):
        world.clock.tick(seconds=2)
        runs.look()
        assert _failed(app, world) == []
        world.clock.tick(minutes=2)  # and no sign of life
        assert _failed(app, world) == ["fit models"]
        clean_up(app)
        assert kept(app) == [("fit models", "failed", DIED)]


def test_work_that_broke_off_in_a_process_beside_the_worker_is_told(
    app: Flask, runs: RunLog
) -> None:
    with runs.run("import file", HEAVY):
        died()
    assert kept(app) == [("import file", "failed", DIED)]
    died()  # outside of any run it says nothing
    assert len(kept(app)) == 1


def test_old_runs_are_forgotten(app: Flask, runs: RunLog, world: World) -> None:
    with runs.run("tell owners", DAILY):
        pass
    world.clock.tick(seconds=KEPT.total_seconds() - 1)
    clean_up(app)
    assert len(kept(app)) == 1
    world.clock.tick(seconds=2)
    clean_up(app)
    assert kept(app) == []


def test_a_job_goes_on_when_its_run_cannot_be_written(
    app: Flask, runs: RunLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> int:
        raise OperationalError("INSERT", {}, Exception("gone"))

    monkeypatch.setattr(job_runs, "add", away)
    with runs.run("clean up", DAILY):
        pass
    assert kept(app) == []


def _failed(app: Flask, world: World) -> list[str]:
    now = world.clock.now()
    with unit_of_work(app) as session:
        return [run.job for run in job_runs.last_failed(session, now - timedelta(days=7), now)]


def test_every_job_has_a_name_for_people(app: Flask) -> None:
    brokers = worker.make_brokers(scene.SETTINGS)
    worker.declare(app, brokers)
    workers = {name for broker in brokers.values() for name in broker.actors}
    frequent = {"renew lead", "plan reminders", "sweep due", "judge reminders"}
    named = frequent | workers | set(DAILY_JOBS)
    for name in named:
        for language in LANGUAGES:
            assert text("job-" + name.replace(" ", "-").replace("_", "-"), language)
