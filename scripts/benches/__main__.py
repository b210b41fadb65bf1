"""The benchmarks by name; without one, all of them."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Final

from scripts.benches import bundle, imports, lighthouse, memory, policies, reviews, search, session
from scripts.bootstrap.telling import run

BENCHES: Final[dict[str, Callable[[], bool]]] = {
    "reviews": reviews.run,
    "session": session.run,
    "imports": imports.run,
    "memory": memory.run,
    "policies": policies.run,
    "search": search.run,
    "bundle": bundle.run,
    "lighthouse": lighthouse.run,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="scripts/bench", description="Measure.")
    parser.add_argument("name", nargs="?", choices=list(BENCHES), help="default: all")
    name = parser.parse_args().name
    held = [bench() for bench in ([BENCHES[name]] if name else BENCHES.values())]
    return 0 if all(held) else 1


if __name__ == "__main__":
    run(main)
