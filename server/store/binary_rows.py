"""Rows in the binary form of PostgreSQL's COPY.

Each row is the number of its fields, and then each field with its length before it: where all
fields are of fixed length, one array of records.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import BigInteger, Boolean, Column, Date, Float, Integer
from sqlalchemy.types import TypeEngine

_BEGIN: Final = b"PGCOPY\n\xff\r\n\0" + bytes(8)
_END: Final = b"\xff\xff"
_ERA: Final = np.datetime64("2000-01-01")
"""From which PostgreSQL counts days."""


def packed(columns: Mapping[Column[Any], NDArray[Any]]) -> bytes:
    """The rows, with nothing missing in them: numbers, days, and yes or no."""
    fields = [_sent(column.type, values) for column, values in columns.items()]
    row = [("fields", ">i2")]
    for number, field in enumerate(fields):
        row += [(f"length {number}", ">i4"), (f"value {number}", field.dtype.str)]
    rows = np.empty(len(fields[0]), row)
    rows["fields"] = len(fields)
    for number, field in enumerate(fields):
        rows[f"length {number}"] = field.itemsize
        rows[f"value {number}"] = field
    return _BEGIN + rows.tobytes() + _END


def _sent(kind: TypeEngine[Any], values: NDArray[Any]) -> NDArray[Any]:
    match kind:
        case BigInteger():
            return values.astype(">i8")
        case Integer():
            return values.astype(">i4")
        case Float():
            return values.astype(">f8")
        case Boolean():
            return values.astype("?")
        case Date():
            return (values - _ERA).astype(">i4")
    raise TypeError(f"{kind!r} is not of fixed length")
