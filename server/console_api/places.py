"""Where the next page of a list begins, as its cursor says."""

from __future__ import annotations

from server.web.errors import wrong_field
from server.web.fields import MOST
from server.web.paging import unseal


def number(cursor: str) -> int | None:
    """A cursor that is an id or a number."""
    value = unseal(cursor, int)
    if value is not None and value < 0:
        raise wrong_field("cursor", "field-bad-cursor")
    return value


def name_and_id(cursor: str) -> tuple[str, int] | None:
    """A cursor that is a name with an id, for lists in the order of names."""
    match unseal(cursor, list):
        case None:
            return None
        case [str(name), int(row_id)] if 0 <= row_id <= MOST and "\x00" not in name:
            return name, row_id
    raise wrong_field("cursor", "field-bad-cursor")
