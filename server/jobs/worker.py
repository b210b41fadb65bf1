"""The workers: Dramatiq on Redis or RabbitMQ, or inside the process when embedded.

A message in the broker is a hint that a row waits, no more. The row is the truth: it is claimed by
the database, tried again by the clock, and found again when the broker forgets. So the broker
retries nothing and may lose anything.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

import dramatiq
import structlog
from dramatiq.brokers.stub import StubBroker
from dramatiq.middleware import AgeLimit, Middleware
from flask import Flask

from server.config import BadSettings, Settings
from server.jobs import run_log
from server.jobs.fit_models import fit_models
from server.jobs.import_files import import_file
from server.jobs.index_cards import index_cards
from server.jobs.send import send_letter, send_reminders
from server.store.outbox import HINTED

MESSAGES: Final = "messages"
HEAVY: Final = "heavy"
# Threads of their own for each queue: a reminder never waits for an import. Heavy jobs do their
# work in processes that they watch, one of each kind at a time.
THREADS: Final = {MESSAGES: 4, HEAVY: 3}
QUEUES: Final = tuple(THREADS)
# How soon an idle thread finds a hint, or notices that it is to stop.
LOOKS_EVERY_MS: Final = 250
STOPS_WITHIN_MS = 60_000

log = structlog.get_logger()

Job = Callable[..., None]
Hint = Callable[..., object]
Brokers = Mapping[str, dramatiq.Broker]
Staff = Sequence[dramatiq.Worker]


@dataclass(frozen=True, slots=True)
class Hints:
    """Ways to tell the workers which row waits; or that reminders do, a batch of them."""

    reminders: Hint
    letter: Hint
    upload: Hint
    index: Hint
    fit: Hint


def make_brokers(settings: Settings) -> Brokers:
    """A way to the broker of `BEKLIJF_BROKER_URL` for each queue, as the library wants one worker a
    broker; without that setting, queues inside this process.
    """
    return {queue: _broker(settings) for queue in QUEUES}


def _broker(settings: Settings) -> dramatiq.Broker:
    # A hint older than its row's mark is one that the clock has given again meanwhile.
    middleware: list[Middleware] = [AgeLimit(max_age=int(HINTED.total_seconds() * 1000))]
    scheme = urlsplit(settings.broker_url).scheme
    if not scheme:
        return StubBroker(middleware=middleware)
    if scheme in {"redis", "rediss"}:
        from dramatiq.brokers.redis import RedisBroker

        return RedisBroker(url=settings.broker_url, middleware=middleware)  # type: ignore[no-untyped-call]  # the library leaves it untyped
    if scheme in {"amqp", "amqps"}:
        from dramatiq.brokers.rabbitmq import RabbitmqBroker

        return RabbitmqBroker(url=settings.broker_url, middleware=middleware)
    raise BadSettings("BEKLIJF_BROKER_URL must begin with redis://, rediss://, amqp:// or amqps://")


def declare(app: Flask, brokers: Brokers) -> Hints:
    """Makes the jobs known to the broker. Letters go first: somebody waits for them."""

    def actor(job: Job, queue: str, priority: int) -> Hint:
        return _actor(app, brokers[queue], job, queue, priority)

    return Hints(
        letter=actor(send_letter, MESSAGES, 0),
        reminders=actor(send_reminders, MESSAGES, 10),
        upload=actor(import_file, HEAVY, 0),
        index=actor(index_cards, HEAVY, 10),
        fit=actor(fit_models, HEAVY, 20),
    )


def start(brokers: Brokers, queues: Collection[str] = QUEUES) -> Staff:
    """Starts working on these queues in threads of this process; `stop` ends it."""
    staff = [
        dramatiq.Worker(brokers[one], worker_threads=THREADS[one], worker_timeout=LOOKS_EVERY_MS)
        for one in queues
    ]
    for worker in staff:
        worker.start()
    return staff


def stop(staff: Staff) -> None:
    """Lets the jobs at hand finish, then ends. Hints not begun are given again by the clock."""
    # All at once: while one queue empties its hands, another must not take up anything new.
    with ThreadPoolExecutor(len(staff)) as threads:
        for worker in staff:
            threads.submit(worker.stop, timeout=STOPS_WITHIN_MS)


def _actor(app: Flask, broker: dramatiq.Broker, job: Job, queue: str, priority: int) -> Hint:
    runs, name = run_log.of(app), job.__name__.replace("_", " ")
    manner = run_log.HEAVY if queue == HEAVY else run_log.MESSAGES

    def run(*row_id: int) -> None:
        try:
            with runs.run(name, manner):
                job(app, *row_id)
        except Exception:
            log.exception("job failed", job=job.__name__, row_id=row_id)

    made = dramatiq.actor(
        broker=broker, actor_name=job.__name__, queue_name=queue, priority=priority
    )
    return made(run).send
