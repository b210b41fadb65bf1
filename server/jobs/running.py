"""Keeping worker and clock running: in processes of their own, or both beside the HTTP server."""

from __future__ import annotations

import gc
import signal
import threading
from collections.abc import Callable, Collection
from contextlib import ExitStack

import structlog
from flask import Flask

from server.jobs import run_log, worker
from server.jobs.runner import world_of
from server.jobs.timetable import Timetable

log = structlog.get_logger()


def work(app: Flask, queues: Collection[str] = worker.QUEUES) -> None:
    """Works until SIGTERM or SIGINT, then finishes what is at hand."""
    _, settings = world_of(app)
    brokers = worker.make_brokers(settings)
    worker.declare(app, brokers)
    _settle_memory()
    with run_log.of(app).kept():
        working = worker.start(brokers, queues)
        _until_asked_to_stop()
        worker.stop(working)


def clock(app: Flask) -> None:
    """Keeps the timetable until SIGTERM or SIGINT."""
    _, settings = world_of(app)
    timetable = Timetable(app, worker.declare(app, worker.make_brokers(settings)))
    _settle_memory()
    with run_log.of(app).kept():
        timetable.start()
        _until_asked_to_stop()
        timetable.stop()


def start_inside(app: Flask) -> Callable[[], None]:
    """Starts worker and clock in threads of this process. What is returned stops them."""
    _, settings = world_of(app)
    brokers = worker.make_brokers(settings)
    timetable = Timetable(app, worker.declare(app, brokers))
    keeping = ExitStack()
    keeping.enter_context(run_log.of(app).kept())
    working = worker.start(brokers)
    keeping.callback(worker.stop, working)
    timetable.start()
    keeping.callback(timetable.stop)
    return keeping.close


def _settle_memory() -> None:
    """What lives as long as the process need not be looked through with each batch of rows."""
    gc.freeze()


def _until_asked_to_stop() -> None:
    asked = threading.Event()
    for one in (signal.SIGTERM, signal.SIGINT):
        signal.signal(one, lambda *_: asked.set())
    asked.wait()
    log.warning("asked to stop: finishing what is at hand")
