"""`scripts/bench session`: today's session, beside a route that does nothing.

A phone asks for its session at each opening, and mostly nothing has changed since the last. How
long it takes where something has is measured apart.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import Final

from scripts.benches import statements, world
from scripts.benches.bare import bare_server
from scripts.benches.crowd import rush
from scripts.benches.figures import Figure, percentile, tell
from scripts.benches.wire import Connection, Reply, request
from scripts.bootstrap.telling import step

SESSION = "GET /api/v1/session"
EMPTY = "an empty Flask route"
ALIVE = "GET /healthz"
# What every answer does: no session that was sent before holds any more.
OUTDATE: Final = "UPDATE people SET practice_version = practice_version + 1"
WARM_UP = 100
TURNS = 600
ANEW = 100
RUSHED = 400
ROUNDS = 3
CLIENTS = 4


@dataclass(frozen=True)
class Target:
    """A route, and requests to it without end."""

    name: str
    port: int
    requests: Iterator[bytes]

    def some(self, count: int) -> list[bytes]:
        """The next requests."""
        return list(itertools.islice(self.requests, count))


def run() -> bool:
    """Measures; gives whether the bars hold."""
    with world.world(copies=1, met=0.6) as made, bare_server(made.server.folder) as bare:
        asked = [request("GET", "/api/v1/session", one.token) for one in made.firm.learners]
        targets = [
            Target(EMPTY, bare, itertools.repeat(request("GET", "/empty"))),
            Target(ALIVE, made.server.port, itertools.repeat(request("GET", "/healthz"))),
            Target(SESSION, made.server.port, itertools.cycle(asked)),
        ]
        for target in targets:
            rush(target.port, target.some(WARM_UP), CLIENTS)
        with step("one client, in turns"):
            alone = _in_turns(targets)
        with step(f"{CLIENTS} clients, in turns"):
            crowded = [_crowded(targets) for _ in range(ROUNDS)]
        with step("each after an answer"):
            anew = _anew(made, targets)
        counted = statements.of_session(made)
    return tell("session", list(_figures(alone, crowded, anew, counted)))


def _in_turns(targets: list[Target]) -> dict[str, list[Reply]]:
    """One client asks each route in turn, so that they meet the same moments of the machine."""
    connections = [Connection(target.port) for target in targets]
    replies: dict[str, list[Reply]] = {target.name: [] for target in targets}
    for _ in range(TURNS):
        for target, connection in zip(targets, connections, strict=True):
            replies[target.name].append(connection.ask(next(target.requests)))
    return replies


def _anew(made: world.World, targets: list[Target]) -> float:
    """Session / empty route, where no session that was sent before still holds."""
    connections = {target.name: Connection(target.port) for target in targets}
    seconds: dict[str, list[float]] = {target.name: [] for target in targets}
    for _ in range(ANEW):
        world.query(made.cluster, world.DATABASE, OUTDATE)
        for target in targets:
            reply = connections[target.name].ask(next(target.requests))
            seconds[target.name].append(reply.seconds)
    return median(seconds[SESSION]) / median(seconds[EMPTY])


def _crowded(targets: list[Target]) -> dict[str, float]:
    """Milliseconds per request when all cores are busy with it."""
    return {
        target.name: rush(target.port, target.some(RUSHED), CLIENTS).seconds / RUSHED * 1000
        for target in targets
    }


def _figures(
    alone: dict[str, list[Reply]], crowded: list[dict[str, float]], anew: float, counted: int
) -> Iterator[Figure]:
    times = {name: [one.seconds * 1000 for one in replies] for name, replies in alone.items()}
    for name, values in times.items():
        yield Figure(f"{name}, p50, one client", median(values), "ms")
        yield Figure(f"{name}, p99, one client", percentile(values, 99), "ms")
    for name in times:
        busy = median(one[name] for one in crowded)
        yield Figure(f"{name}, time a request, {CLIENTS} clients", busy, "ms")
    session = median(times[SESSION])
    yield Figure(f"session / {EMPTY}, one client", session / median(times[EMPTY]), "", most=5)
    yield Figure(f"session / {ALIVE}, one client", session / median(times[ALIVE]), "")
    yield Figure(f"session after an answer / {EMPTY}, one client", anew, "")
    ratio = median(one[SESSION] / one[EMPTY] for one in crowded)
    yield Figure(f"session / {EMPTY}, {CLIENTS} clients", ratio, "")
    yield Figure("SQL statements of a session", counted, "", most=4)
    size = median(one.received for one in alone[SESSION]) / 1000
    yield Figure("answer on the wire, gzipped", size, "kB")
