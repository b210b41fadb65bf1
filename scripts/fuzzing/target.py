"""The process that atheris drives: each file it makes goes through the one door of all readers."""

from __future__ import annotations

import contextlib
import sys

import atheris  # type: ignore[import-untyped]  # it brings no types

with atheris.instrument_imports(include=["content"]):
    from content.exchange.read import read_any
    from content.exchange.reading import Unreadable
    from scripts.fuzzing.archives import changed


def look_at(data: bytes) -> None:
    """Reads it, and says no to a row that comes in and is at fault all the same."""
    with contextlib.suppress(Unreadable):
        reading = read_any("set", data, language="nl")
        stopped = {problem.row for problem in reading.problems}
        if not stopped.isdisjoint(draft.row for draft in reading.drafts):
            raise AssertionError("a row at fault came in")


def main() -> None:
    atheris.Setup(sys.argv, look_at, custom_mutator=changed)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
