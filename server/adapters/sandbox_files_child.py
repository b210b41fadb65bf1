"""The process that meets an attached file: the file comes in, one fit to be shown goes out.

Run as `python -m server.adapters.sandbox_files_child`.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from content.files.file import Most
from content.files.ready import ready
from content.files.unfit import UnfitFile
from server.adapters.confine import confine
from server.adapters.files_json import packed


def main() -> None:
    """Answers one order: a line of JSON, then the file."""
    order = json.loads(sys.stdin.buffer.readline())
    confine(order["bytes"], order["seconds"])
    answer, data = _answer(order, sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + data)


def _answer(order: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    try:
        file = ready(order["name"], data, Most(**order["most"]))
    except UnfitFile as unfit:
        return {"unfit": unfit.code, "values": dict(unfit.values)}, b""
    return {"files": packed([file])}, file.data


if __name__ == "__main__":
    main()
