"""The process that meets an uploaded file: an order and the file come in, a reading goes out.

Run as `python -m server.adapters.sandbox_child`. It imports no more than reading needs, so that
it starts fast and holds nothing worth stealing.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from pathlib import Path
from typing import Any

from content.exchange.pace import Stage, Told, silent
from content.exchange.read import read_any
from content.exchange.reading import Unreadable
from content.files.file import Most
from server.adapters.confine import confine
from server.adapters.reading_json import packed


def main() -> None:
    """Answers one order: a line of JSON, then the file unless the order names one."""
    order = json.loads(sys.stdin.buffer.readline())
    confine(order["bytes"], order["seconds"])
    # All that is made here is either sent back or ends with the process, and looking for what
    # could go meanwhile takes as long as reading.
    gc.disable()
    file = order["file"]
    data = Path(file).read_bytes() if file else sys.stdin.buffer.read()
    answer, files = _answer(order, data)
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
    sys.stdout.buffer.writelines(files)


def _answer(order: dict[str, Any], data: bytes) -> tuple[dict[str, Any], list[bytes]]:
    try:
        reading = read_any(
            order["name"],
            data,
            language=order["language"],
            encoding=order["encoding"],
            known_keys=frozenset(order["known_keys"]),
            most=Most(**order["most"]),
            told=silent if order["told"] is None else _into(order["told"]),
        )
    except Unreadable as unfit:
        return {"unreadable": unfit.code, "values": dict(unfit.values)}, []
    return packed(reading), [one.data for one in reading.files]


def _into(pipe: int) -> Told:
    def tell(stage: Stage, done: int, of: int | None) -> None:
        os.write(pipe, f"{stage} {done} {'' if of is None else of}\n".encode())

    return tell


if __name__ == "__main__":
    main()
