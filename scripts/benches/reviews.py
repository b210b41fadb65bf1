"""`scripts/bench reviews`: uploads of answers, beside the database alone and the maths alone."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from statistics import mean, median

from scheduler.memory import Memory, Rating
from scheduler.policy.readiness import Readiness
from scheduler.policy.schedule import schedule
from scripts.benches import world
from scripts.benches.crowd import Rush, rush
from scripts.benches.figures import Figure, percentile, tell
from scripts.benches.pgbench import Pgbench
from scripts.benches.uploads import BATCH, uploads
from scripts.bootstrap.telling import step

COPIES = 5
CLIENTS = 4
ROUNDS = 5
WARM_UP = 100
BATCHES_A_ROUND = 200
ALONE_A_ROUND = 40
PGBENCH_SECONDS = 3
MATHS = 5000


@dataclass(frozen=True)
class Round:
    """One turn of each, close together in time, so that a busy machine slows all alike."""

    one_each: float
    batched: float
    crowd: Rush
    alone: Rush

    @property
    def reviews_per_second(self) -> float:
        """What the server recorded."""
        return len(self.crowd.replies) * BATCH / self.crowd.seconds


def run() -> bool:
    """Measures; gives whether the bars hold."""
    with world.world(copies=COPIES, met=1.0) as made:
        port, waiting = made.server.port, uploads(made.firm)
        pgbench = Pgbench(made.cluster, world.COPY, made.firm, CLIENTS)
        rush(port, list(islice(waiting, WARM_UP)), CLIENTS)
        rounds = []
        for number in range(ROUNDS):
            with step(f"round {number + 1} of {ROUNDS}"):
                rounds.append(_round(port, waiting, pgbench))
        _check_log(made)
    return tell("reviews", list(_figures(rounds)))


def _round(port: int, waiting: Iterator[bytes], pgbench: Pgbench) -> Round:
    return Round(
        one_each=pgbench.reviews_per_second(1, PGBENCH_SECONDS),
        crowd=rush(port, list(islice(waiting, BATCHES_A_ROUND)), CLIENTS),
        batched=pgbench.reviews_per_second(BATCH, PGBENCH_SECONDS),
        alone=rush(port, list(islice(waiting, ALONE_A_ROUND)), 1),
    )


def _check_log(made: world.World) -> None:
    """A server that answers quickly and records nothing would win every benchmark."""
    [(logged,)] = world.query(made.cluster, world.DATABASE, "SELECT count(*) FROM reviews")
    sent = (WARM_UP + ROUNDS * (BATCHES_A_ROUND + ALONE_A_ROUND)) * BATCH
    if logged != sent:
        raise RuntimeError(f"{sent} reviews were sent, {logged} stand in the log")


def _figures(rounds: list[Round]) -> Iterator[Figure]:
    crowd = [ms for one in rounds for ms in one.crowd.times_ms]
    alone = [ms for one in rounds for ms in one.alone.times_ms]
    wire = [reply.sent + reply.received for one in rounds for reply in one.crowd.replies]
    server = median(one.reviews_per_second for one in rounds)
    yield Figure(f"server, {CLIENTS} clients", server, "reviews/s")
    one_each = median(one.one_each for one in rounds)
    yield Figure("pgbench, a transaction per review", one_each, "reviews/s")
    batched = median(one.batched for one in rounds)
    yield Figure(f"pgbench, a transaction per {BATCH} reviews", batched, "reviews/s")
    yield Figure("memory maths alone, one core", _maths(), "reviews/s")
    ratio = median(one.reviews_per_second / one.one_each for one in rounds)
    yield Figure("server / pgbench per review", ratio, "", least=0.4)
    ratio = median(one.reviews_per_second / one.batched for one in rounds)
    yield Figure(f"server / pgbench per {BATCH}", ratio, "")
    yield Figure(f"batch of {BATCH}, p50, {CLIENTS} clients", median(crowd), "ms", most=25)
    yield Figure(f"batch of {BATCH}, p99, {CLIENTS} clients", percentile(crowd, 99), "ms")
    yield Figure(f"batch of {BATCH}, p50, one client", median(alone), "ms", most=25)
    yield Figure(f"batch of {BATCH}, p99, one client", percentile(alone, 99), "ms")
    yield Figure(f"batch of {BATCH} on the wire, both ways", mean(wire) / 1000, "kB", most=4)
    yield Figure("a review on the wire, both ways", mean(wire) / BATCH, "bytes")


def _maths() -> float:
    """What recording computes per review, without reading, writing or talking."""
    today = datetime.now(UTC).date()
    last = today - timedelta(days=12)
    memory = Memory(12.5, 5.5, last - timedelta(days=20), last, 5, 1, 2)
    began = time.perf_counter()
    for card in range(MATHS):
        schedule(memory, today, Rating.GOOD, (Readiness(0.9),), f"7:{card}")
    return MATHS / (time.perf_counter() - began)
