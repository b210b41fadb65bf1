"""The process that meets course material: the file comes in, suggested cards go out.

Run as `python -m server.adapters.sandbox_material_child`.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from content.card import Language
from content.exchange.reading import Unreadable
from content.material.read import read_material
from server.adapters.confine import confine
from server.adapters.material_json import packed


def main() -> None:
    """Answers one order: a line of JSON, then the file."""
    order = json.loads(sys.stdin.buffer.readline())
    confine(order["bytes"], order["seconds"])
    answer = _answer(order["language"], sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")


def _answer(language: Language, data: bytes) -> dict[str, Any]:
    try:
        return packed(read_material(data, language))
    except Unreadable as unfit:
        return {"unreadable": unfit.code, "values": dict(unfit.values)}


if __name__ == "__main__":
    main()
