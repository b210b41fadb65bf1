"""A reading as JSON and back, for the way out of the sandbox.

JSON and not pickle: what comes out of a process that met a hostile file must not run anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from content.card import from_json, to_json
from content.exchange.reading import Draft, Problem, Reading
from server.adapters import files_json


def packed(reading: Reading) -> dict[str, Any]:
    """The reading as plain JSON; the bytes of its files go apart."""
    return {
        "drafts": [
            {
                "key": draft.key,
                "variant_of": draft.variant_of,
                "face": to_json(draft.face),
                "topic": draft.topic,
                "tags": draft.tags,
                "row": draft.row,
                "valid_until": draft.valid_until and draft.valid_until.isoformat(),
            }
            for draft in reading.drafts
        ],
        "problems": _packed(reading.problems),
        "notes": _packed(reading.notes),
        "counted": reading.counted,
        "passed_over": reading.passed_over,
        "with_media": reading.with_media,
        "files": files_json.packed(reading.files),
    }


def unpacked(data: dict[str, Any], files: bytes) -> Reading:
    """The reading that `packed` made, and the bytes of its files."""
    return Reading(
        tuple(_draft(**draft) for draft in data["drafts"]),
        _unpacked(data["problems"]),
        _unpacked(data["notes"]),
        data["counted"],
        data["passed_over"],
        data["with_media"],
        tuple(files_json.unpacked(data["files"], files)),
    )


def _draft(face: dict[str, Any], tags: list[str], valid_until: str | None, **rest: Any) -> Draft:
    day = date.fromisoformat(valid_until) if valid_until else None
    return Draft(face=from_json(face), tags=tuple(tags), valid_until=day, **rest)


def _packed(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    return [
        {
            "code": one.code,
            "row": one.row,
            "column": one.column,
            "values": dict(one.values),
            "item": one.item,
        }
        for one in problems
    ]


def _unpacked(problems: Iterable[dict[str, Any]]) -> tuple[Problem, ...]:
    return tuple(Problem(**one) for one in problems)
