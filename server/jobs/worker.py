"""The workers: Dramatiq on Redis or RabbitMQ, or inside the process when embedded.

A message in the broker is a hint that a row waits, no more. The row is the truth: it is claimed by
the database, tried again by the clock, and found again when the broker forgets. So the broker
retries nothing and may lose anything.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

import dramatiq
import structlog
from dramatiq.brokers.stub import StubBroker
from dramatiq.middleware import AgeLimit, Middleware
from flask import Flask

from server.config import BadSettings, Settings
from server.jobs.fit_models import fit_models
from server.jobs.import_files import import_file
from server.jobs.index_cards import index_cards
from server.jobs.send import send_letter, send_reminder
from server.store.outbox import HINTED

THREADS = 4
STOPS_WITHIN_MS = 60_000

log = structlog.get_logger()

Hint = Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Hints:
    """Ways to tell the workers that a row waits."""

    reminder: Hint
    letter: Hint
    upload: Hint
    index: Hint
    fit: Hint


def make_broker(settings: Settings) -> dramatiq.Broker:
    """The broker of `BEKLIJF_BROKER_URL`; without one, a queue inside this process."""
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


def declare(app: Flask, broker: dramatiq.Broker) -> Hints:
    """Makes the jobs known to the broker. Letters go first: somebody waits for them."""
    return Hints(
        reminder=_actor(app, broker, send_reminder, priority=10),
        letter=_actor(app, broker, send_letter, priority=0),
        upload=_actor(app, broker, import_file, priority=20),
        index=_actor(app, broker, index_cards, priority=30),
        fit=_actor(app, broker, fit_models, priority=40),
    )


def start(broker: dramatiq.Broker) -> dramatiq.Worker:
    """Starts working in threads of this process; `stop` ends it."""
    worker = dramatiq.Worker(broker, worker_threads=THREADS)
    worker.start()
    return worker


def stop(worker: dramatiq.Worker) -> None:
    """Lets the jobs at hand finish, then ends. Hints not begun are given again by the clock."""
    worker.stop(timeout=STOPS_WITHIN_MS)


def _actor(
    app: Flask, broker: dramatiq.Broker, job: Callable[[Flask, int], None], priority: int
) -> Hint:
    def run(row_id: int) -> None:
        try:
            job(app, row_id)
        except Exception:
            log.exception("job failed", job=job.__name__, row_id=row_id)

    made = dramatiq.actor(
        broker=broker, actor_name=job.__name__, queue_name="messages", priority=priority
    )
    return made(run).send
