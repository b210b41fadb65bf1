"""Lists in pages: `items` and a `next` cursor that says where to go on."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from server.web.errors import wrong_field
from server.web.fields import MOST

PAGE = 50

T = TypeVar("T")


def seal(value: object) -> str:
    """A value as an opaque cursor."""
    return urlsafe_b64encode(json.dumps(value, separators=(",", ":")).encode()).decode()


def unseal(cursor: str | None, expected: type[T], where: str = "cursor") -> T | None:
    """The value in a cursor; a cursor that is none of ours gives a 422."""
    if not cursor:
        return None
    try:
        value = json.loads(urlsafe_b64decode(cursor.encode()), parse_int=_row_number)
        json.dumps(value, ensure_ascii=False).encode()  # no half characters in it
    except (NotBase64, ValueError, RecursionError):
        raise wrong_field(where, "field-bad-cursor") from None
    if not isinstance(value, expected):
        raise wrong_field(where, "field-bad-cursor")
    return value


def _row_number(digits: str) -> int:
    number = int(digits)
    if abs(number) > MOST:
        raise ValueError("no database counts so far")
    return number


def page(rows: Sequence[T], place: Callable[[T], Any], size: int = PAGE) -> dict[str, Any]:
    """A page of rows that were read with limit `size + 1`.

    `place` gives the place of a row in the order, from which the next page goes on.
    """
    items = list(rows[:size])
    following = seal(place(items[-1])) if len(rows) > size else None
    return {"items": items, "next": following}
