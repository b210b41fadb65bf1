"""Files fit to be shown, on their way out of the sandbox: what they are as JSON, then all bytes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from content.files.file import ReadyFile


def packed(files: Iterable[ReadyFile]) -> list[dict[str, Any]]:
    """What they are; their bytes follow the JSON in the same order."""
    return [
        {
            "file": one.file,
            "type": one.type,
            "name": one.name,
            "width": one.width,
            "height": one.height,
            "seconds": one.seconds,
            "size": len(one.data),
        }
        for one in files
    ]


def unpacked(told: Iterable[dict[str, Any]], data: bytes) -> list[ReadyFile]:
    """The files of which `packed` told, from all their bytes."""
    files = []
    at = 0
    for one in told:
        about = dict(one)
        end = at + about.pop("size")
        files.append(ReadyFile(data=data[at:end], **about))
        at = end
    return files
