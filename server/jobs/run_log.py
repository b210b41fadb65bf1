"""Keeping in the database what each job came to, at little cost.

Most runs last milliseconds, and some come every other second. So a run gets a row while it is under
way only once it has lasted for a second, and runs of frequent jobs replace each other.
"""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final, TypeVar

import structlog
from flask import Flask
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from server.jobs import run_words
from server.jobs.runner import unit_of_work, world_of
from server.store import job_runs
from server.store.job_runs import State

LONG: Final = timedelta(seconds=1)
# A quick run of a frequent job says no more than that the job still runs.
QUICK_ONES_EVERY: Final = timedelta(seconds=60)

Row = TypeVar("Row")

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Manner:
    """What is kept of a job: its `quick` runs as well, and `each` run or the last alone."""

    quick: bool
    each: bool


DAILY: Final = Manner(quick=True, each=True)
FREQUENT: Final = Manner(quick=True, each=False)
HEAVY: Final = Manner(quick=False, each=True)
MESSAGES: Final = Manner(quick=False, each=False)


@dataclass(slots=True, eq=False)
class Run:
    """A run under way. `reach` is written by its job and read by whoever keeps the log."""

    job: str
    began_at: datetime
    reach: str = ""
    failed: bool = False
    row_id: int | None = None
    turn: threading.Lock = field(default_factory=threading.Lock)


_current: ContextVar[Run | None] = ContextVar("run", default=None)


def tell(done: int, of: int | None = None) -> None:
    """Says how far the job that calls this is; for nothing where no run is kept."""
    run = _current.get()
    if run is not None:
        run.reach = run_words.reach(done, of)


def died() -> None:
    """Says that a process in which the job that calls this had its work done broke off."""
    run = _current.get()
    if run is not None:
        run.failed = True


def counted(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, saying at each how far the job is."""
    for done, row in enumerate(rows):
        tell(done, len(rows))
        yield row
    tell(len(rows), len(rows))


def of(app: Flask) -> RunLog:
    """The runs of the process that this app is in."""
    kept: RunLog = app.extensions.setdefault("beklijf_runs", RunLog(app))
    return kept


class RunLog:
    """The runs of this process."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._clock = world_of(app)[0].clock
        self._holder = f"{socket.gethostname()} {os.getpid()}"
        self._under_way: set[Run] = set()
        self._last: dict[tuple[str, str, str], tuple[int, datetime]] = {}

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Inside, runs under way are written down every second."""
        stopped = threading.Event()

        def watch() -> None:
            while not stopped.wait(LONG.total_seconds()):
                self.look()

        watching = threading.Thread(target=watch, name="run log", daemon=True)
        watching.start()
        try:
            yield
        finally:
            stopped.set()
            watching.join()

    @contextmanager
    def run(self, job: str, manner: Manner) -> Iterator[None]:
        """Around one run of the job. What it raises is written down, and raised."""
        run = Run(job, self._clock.now())
        self._under_way.add(run)
        token = _current.set(run)
        try:
            yield
        except BaseException as fault:  # also a run that is told to stop was not done
            self._end(run, manner, State.FAILED, run_words.failure(fault))
            raise
        else:
            ended = (State.FAILED, job_runs.DIED) if run.failed else (State.DONE, run.reach)
            self._end(run, manner, *ended)
        finally:
            _current.reset(token)

    def look(self) -> None:
        """Writes down how far each run is that has lasted for a while."""
        now = self._clock.now()
        for run in list(self._under_way):
            if now - run.began_at >= LONG:
                with run.turn:
                    if run in self._under_way:
                        self._write(run, now, State.RUNNING, run.reach)

    def _end(self, run: Run, manner: Manner, state: State, detail: str) -> None:
        now = self._clock.now()
        with run.turn:
            self._under_way.discard(run)
            quick = state is State.DONE and now - run.began_at < LONG
            if quick and not manner.quick:
                return
            if manner.each:
                self._write(run, now, state, detail)
            else:
                self._write_last(run, now, state, detail, quick=quick)

    def _write_last(
        self, run: Run, now: datetime, state: State, detail: str, *, quick: bool
    ) -> None:
        """Has the run take the place of an earlier one that came to the same."""
        same = (run.job, state.value, detail if state is State.FAILED else "")
        row_id, at = self._last.get(same, (None, None))
        if quick and at is not None and now - at < QUICK_ONES_EVERY:
            return
        if run.row_id is None:
            run.row_id = row_id
        elif row_id is not None:
            self._attempt(lambda db: job_runs.remove(db, row_id))
        self._write(run, now, state, detail)
        if run.row_id is not None:
            self._last[same] = (run.row_id, now)

    def _write(self, run: Run, now: datetime, state: State, detail: str) -> None:
        values: dict[str, Any] = {
            "job": run.job, "holder": self._holder, "state": state.value, "detail": detail,
            "began_at": run.began_at, "seen_at": now,
            "ended_at": None if state is State.RUNNING else now,
        }  # fmt: skip

        def write(db: Session) -> None:
            if run.row_id is None or not job_runs.write(db, run.row_id, values):
                run.row_id = job_runs.add(db, values)

        self._attempt(write)

    def _attempt(self, write: Callable[[Session], None]) -> None:
        """A job must not fail because it could not be written down."""
        try:
            with unit_of_work(self._app) as session:
                write(session)
        except SQLAlchemyError as error:
            log.warning("run not written down", error=type(error).__name__)
