"""The benchmarks by name; without one, all but those that take long."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Final

from scripts.benches import (
    bundle,
    delay,
    fits,
    imports,
    lighthouse,
    memory,
    plan,
    policies,
    reviews,
    scale,
    search,
    send,
    session,
    year,
)
from scripts.bootstrap.telling import run

BENCHES: Final[dict[str, Callable[[], bool]]] = {
    "reviews": reviews.run,
    "session": session.run,
    "imports": imports.run,
    "memory": memory.run,
    "policies": policies.run,
    "year": year.run,
    "scale": scale.run,
    "search": search.run,
    "bundle": bundle.run,
    "lighthouse": lighthouse.run,
    "send": send.run,
    "delay": delay.run,
    "plan": plan.run,
    "fits": fits.run,
}
LONG: Final = ("delay", "plan", "fits")
"""Minutes to fill a database, and gigabytes of disk."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="scripts/bench", description="Measure.")
    short = f"default: all but {', '.join(LONG)}"
    parser.add_argument("name", nargs="?", choices=list(BENCHES), help=short)
    name = parser.parse_args().name
    names = [name] if name else [one for one in BENCHES if one not in LONG]
    held = [BENCHES[one]() for one in names]
    return 0 if all(held) else 1


if __name__ == "__main__":
    run(main)
