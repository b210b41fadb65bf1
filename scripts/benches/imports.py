"""`scripts/bench imports`: sets coming in, beside reading their files alone."""

from __future__ import annotations

import contextlib
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from scripts.benches.figures import Figure, tell
from scripts.benches.import_files import deck, table
from scripts.benches.import_world import import_world
from scripts.bootstrap.telling import step
from server.adapters.sandbox import SandboxReader

NOTES, MEDIA, ROWS = 5_000, 1_000, 100_000
DECK = f"{NOTES:,} notes with {MEDIA:,} pictures"
TABLE = f"{ROWS:,} rows of CSV"
ROUNDS = 3
# What its makers measured, on their machine; ours never ran it.
ANKI = 0.48
MOST_DECK_S, MOST_TABLE_S, MOST_DELAY = 1.5, 20, 2


def run() -> bool:
    """Measures; gives whether the bars hold."""
    with step("making the files"):
        decks = [deck(NOTES, MEDIA, turn) for turn in range(ROUNDS)]
        rows = table(ROWS)
    with step("reading them alone"):
        deck_alone = median(_alone("deck.apkg", one) for one in decks)
        table_alone = _alone("table.csv", rows)
    with import_world() as world:
        with step("a deck, three times"):
            brought_in = median(world.brought_in("deck.apkg", one) for one in decks)
        with step("sessions without an import"):
            quiet = world.sessions(200)
        with step("a table, and sessions meanwhile"):
            seconds, busy, steps = world.brought_in_beside("table.csv", rows)
        with step("calling an import off"):
            called_off, left = world.called_off("table.csv", rows)
    figures = [
        Figure(f"{DECK}: server time", brought_in, "s", most=MOST_DECK_S),
        Figure(f"{DECK}: reading alone, in the sandbox", deck_alone, "s"),
        Figure(f"{DECK}: server / reading alone", brought_in / deck_alone, ""),
        Figure("the same in Anki, as published", ANKI, "s"),
        Figure(f"{TABLE}: from sending to done", seconds, "s", most=MOST_TABLE_S),
        Figure(f"{TABLE}: reading alone, in the sandbox", table_alone, "s"),
        Figure(f"{TABLE}: steps of progress seen", steps, "", least=3),
        Figure("GET /session, p50, without an import", quiet * 1000, "ms"),
        Figure("GET /session, p50, during the import", busy * 1000, "ms"),
        Figure("during / without", busy / quiet, "", most=MOST_DELAY),
        Figure("called off: until nothing works on it", called_off, "s", most=3),
        Figure("called off: cards left behind", left, "", most=0),
    ]
    return tell("imports", figures)


def _alone(name: str, data: bytes) -> float:
    with _spooled(data) as path:
        started = time.perf_counter()
        SandboxReader(300, 2048).read(
            name, path, language="nl", encoding=None, known_keys=frozenset()
        )
        return time.perf_counter() - started


@contextlib.contextmanager
def _spooled(data: bytes) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(data)
        yield path
