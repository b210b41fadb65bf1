"""`scripts/bench search`: both searches on both databases, beside a look-up by primary key."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from statistics import median
from typing import Final

from sqlalchemy import text as sql

from scripts.benches.figures import Figure, tell
from scripts.benches.search_cards import COMMON
from scripts.benches.search_world import Searched, search_worlds
from scripts.bootstrap.telling import step
from server.store.database import db

QUESTIONS: Final = {
    "one word": "datalek",
    "three words": "verdachte mail melden",
    "a typing error": "wachtwooord",
    "no result": "xylofoonspelers",
    "a word of nearly all cards": COMMON,
}
LOOK_UP: Final = sql("SELECT card_id FROM search_entries WHERE id = 5000")
TURNS = 25
WARM_UP = 3
MOST_MS = 10
OUTER_MS = 30


def run() -> bool:
    """Measures; gives whether the bars hold."""
    figures: list[Figure] = []
    with search_worlds() as worlds:
        for world in worlds:
            with step(f"searching on {world.database}"):
                figures += _of(world)
    return tell("search", figures)


def _of(world: Searched) -> Iterator[Figure]:
    client = world.app.test_client()
    doors = {
        "console": ("/api/v1/card-sets/search", world.daan),
        "phone": ("/api/v1/search", world.fatima),
    }
    with world.app.app_context():
        engine = db.engine
    with engine.connect() as connection:
        for door, (path, token) in doors.items():
            for name, question in QUESTIONS.items():

                def search(path: str = path, token: str = token, question: str = question) -> None:
                    reply = client.get(
                        path,
                        query_string={"q": question},
                        headers={"Authorization": f"Bearer {token}"},
                    )
                    if reply.status_code != 200:  # noqa: PLR2004 - what HTTP calls success
                        raise RuntimeError(reply.text)

                searched, looked_up = _in_turns(search, lambda: connection.execute(LOOK_UP).all())
                called = f"{world.database}, {door}, {name}"
                yield Figure(f"{called}, p50", median(searched), "ms", most=MOST_MS)
                yield Figure(f"{called}, longest", max(searched), "ms", most=OUTER_MS)
                yield Figure(f"{called} / look-up", median(searched) / median(looked_up), "")


def _in_turns(*calls: Callable[[], object]) -> list[list[float]]:
    """Milliseconds of each, in turns, so that they meet the same moments of the machine."""
    times: list[list[float]] = [[] for _ in calls]
    for turn in range(WARM_UP + TURNS):
        for call, own in zip(calls, times, strict=True):
            started = time.perf_counter()
            call()
            if turn >= WARM_UP:
                own.append((time.perf_counter() - started) * 1000)
    return times
