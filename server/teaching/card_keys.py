"""What makes a card the same card when its file gives it no key: what is asked, and the answer.

So uploading a file twice makes no copies, and a better explanation is an update.
"""

from __future__ import annotations

import json
from collections.abc import Container, Mapping
from hashlib import sha256
from itertools import count
from typing import Any
from uuid import UUID

_MADE = "auto-"
_CANONICAL = json.JSONEncoder(sort_keys=True, ensure_ascii=False)
_BESIDE = {"variant_id", "language", "explanation", "source"}


def identity(face: Mapping[str, Any]) -> str:
    """A short text that two faces share when they ask the same and take the same answer."""
    asked = {name: value for name, value in face.items() if name not in _BESIDE}
    if "media" in asked:
        # The pictures and not what is told about them: a better alternative text is an update.
        asked["media"] = sorted(one["file"] for one in asked["media"])
    return sha256(_CANONICAL.encode(asked).encode()).hexdigest()[:16]


def made_key(face: Mapping[str, Any], taken: Container[str]) -> str:
    """A key for a card that came without one; the same face gets the same key where it can."""
    key = stem(face)
    return next(
        one for number in count(1) if (one := f"{key}-{number}" if number > 1 else key) not in taken
    )


def stem(face: Mapping[str, Any]) -> str:
    """What every key made for this face begins with."""
    return _MADE + identity(face)


def key_of_request(request_id: UUID) -> str:
    """The key of the card that a request makes, the same each time it is sent."""
    return _MADE + request_id.hex


def is_made(key: str) -> bool:
    """Whether the key was made here, so that an author's own may take its place."""
    return key.startswith(_MADE)
