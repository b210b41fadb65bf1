"""The process that meets an uploaded file: an order and the file come in, a reading goes out.

Run as `python -m server.adapters.sandbox_child`. It imports no more than reading needs, so that
it starts fast and holds nothing worth stealing.
"""

from __future__ import annotations

import contextlib
import gc
import json
import resource
import sys
from pathlib import Path
from typing import Any

from content.exchange.read import read_any
from content.exchange.reading import Unreadable
from server.adapters.reading_json import packed


def main() -> None:
    """Answers one order: a line of JSON, then the file unless the order names one."""
    order = json.loads(sys.stdin.buffer.readline())
    _confine(order["bytes"], order["seconds"])
    # All that is made here is either sent back or ends with the process, and looking for what
    # could go meanwhile takes as long as reading.
    gc.disable()
    file = order["file"]
    data = Path(file).read_bytes() if file else sys.stdin.buffer.read()
    sys.stdout.write(json.dumps(_answer(order, data)))


def _confine(most_bytes: int, seconds: int) -> None:
    bounds = {
        resource.RLIMIT_AS: most_bytes,
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_FSIZE: 0,
    }
    for kind, most in bounds.items():
        _, ceiling = resource.getrlimit(kind)
        # macOS refuses a bound on memory; there the bound on time has to do.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, ceiling))


def _answer(order: dict[str, Any], data: bytes) -> dict[str, Any]:
    try:
        reading = read_any(
            order["name"],
            data,
            language=order["language"],
            encoding=order["encoding"],
            known_keys=frozenset(order["known_keys"]),
        )
    except Unreadable as unfit:
        return {"unreadable": unfit.code, "values": dict(unfit.values)}
    return packed(reading)


if __name__ == "__main__":
    main()
