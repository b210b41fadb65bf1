"""Imports by workers: each in a process of its own, watched from here.

Reading a hundred thousand rows keeps an interpreter busy for seconds. Beside it, in the same
process, every request and every reminder would wait its turn.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import datetime

import structlog
from flask import Flask
from sqlalchemy.exc import OperationalError

from server.jobs import run_log
from server.jobs.runner import unit_of_work, world_of
from server.progress import Progress
from server.store import imports, scope
from server.teaching import long_import

LOOKS_EVERY_S = 0.5
# Three processes more than this one worker may eat the memory of a small machine.
_one_at_a_time = threading.Lock()

log = structlog.get_logger()

Start = Callable[[int, int], "subprocess.Popen[bytes]"]


def process_for(import_id: int, attempt: int) -> subprocess.Popen[bytes]:
    """The process that does one attempt, with the settings of this one."""
    command = [sys.executable, "-m", "server.cli", "bring-in", str(import_id), str(attempt)]
    # A session of its own, so that ending it also ends the sandbox that it started.
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)  # noqa: S603 - our own module and two numbers


def import_file(app: Flask, import_id: int, start: Start = process_for) -> None:
    """Does the import if it is free. Safe to call any number of times."""
    if not _one_at_a_time.acquire(blocking=False):
        return  # the clock hints again
    try:
        attempt = _claimed(app, import_id)
        if attempt is None:
            return
        process = start(import_id, attempt)
        try:
            ended = _watched(app, process, import_id, attempt)
        finally:
            _end(process)
        _settle(app, import_id, attempt, process.returncode if ended else 0)
    finally:
        _one_at_a_time.release()


def _claimed(app: Flask, import_id: int) -> int | None:
    now = _now(app)
    with unit_of_work(app) as session, scope.across_organisations(session):
        return long_import.begin(session, import_id, now)


def _watched(app: Flask, process: subprocess.Popen[bytes], import_id: int, attempt: int) -> bool:
    """Waits for the process: True when it ended, False when it has nothing to do any more."""
    renew_at = _now(app) + imports.LEASE / 3
    progress = _progress(app, import_id)
    while not _ended(process):
        now = _now(app)
        if now >= renew_at:
            renew_at = now + imports.LEASE / 3
            _renew(app, import_id, attempt, now)
        if progress.called_off():
            return False
        with unit_of_work(app) as session, scope.across_organisations(session):
            if not imports.held(session, import_id, attempt):
                return False
    return True


def _ended(process: subprocess.Popen[bytes]) -> bool:
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(LOOKS_EVERY_S)
    return process.returncode is not None


def _renew(app: Flask, import_id: int, attempt: int, now: datetime) -> None:
    try:
        with unit_of_work(app) as session, scope.across_organisations(session):
            imports.hold(session, import_id, attempt, now)
    except OperationalError:
        # SQLite is being written to, most likely by the very process that is watched.
        log.info("lease not renewed", import_id=import_id)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the process and its sandbox, if they are still there."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _settle(app: Flask, import_id: int, attempt: int, returncode: int) -> None:
    """Says in the row how the attempt ended, where its process could not."""
    now = _now(app)
    with unit_of_work(app) as session, scope.across_organisations(session):
        if _progress(app, import_id).called_off():
            # Whoever asked may have left, or their server: then nobody else writes it.
            imports.cancel(session, import_id, now)
        elif returncode == os.EX_TEMPFAIL:
            log.warning("import put off", import_id=import_id, attempt=attempt)
            long_import.put_off(session, import_id, attempt, now)
        elif returncode != 0:
            log.warning("import process died", import_id=import_id, attempt=attempt)
            run_log.died()
            long_import.broke_off(session, import_id, attempt, now)


def _progress(app: Flask, import_id: int) -> Progress:
    _, settings = world_of(app)
    return Progress(settings.data_dir, import_id)


def _now(app: Flask) -> datetime:
    things, _ = world_of(app)
    return things.clock.now()
