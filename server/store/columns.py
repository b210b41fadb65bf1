"""Rows as columns, an array each: for what is read and compared by the hundred thousand.

Numbers are numbers, days are `datetime64[D]`, everything else is objects.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray
from sqlalchemy import ColumnElement, Table
from sqlalchemy.orm import Session

from server.store.prepared import Prepared

Values = NDArray[Any]
Columns = dict[str, Values]

_KINDS: Mapping[type, DTypeLike] = {int: np.int64, float: np.float64, bool: np.bool_}
_FIRST_DAY = date(1970, 1, 1).toordinal()


def read(db: Session, select: Prepared, values: Mapping[str, Any]) -> Columns:
    """All rows of the select; no number in them may be missing."""
    kinds = select.statement.selected_columns.items()
    found = select.columns(db, values)
    return {name: _array(column, one) for (name, column), one in zip(kinds, found, strict=True)}


def none_of(table: Table, names: Sequence[str]) -> Columns:
    """No rows, with these columns of the table."""
    return {name: _array(table.c[name], ()) for name in names}


def some(columns: Columns, rows: Values) -> Columns:
    """Some of the rows, by number or by yes and no."""
    return {name: values[rows] for name, values in columns.items()}


def as_rows(columns: Columns) -> list[dict[str, Any]]:
    """The rows one by one."""
    rows = zip(*(values.tolist() for values in columns.values()), strict=True)
    return [dict(zip(columns, row, strict=True)) for row in rows]


def days(ordinals: NDArray[np.int64]) -> Values:
    """Days from the numbers that `date.toordinal` gives."""
    return (ordinals - _FIRST_DAY).astype("datetime64[D]")


def ordinals(days: Values) -> NDArray[np.int64]:
    """The numbers that `date.toordinal` gives for these days."""
    return days.astype(np.int64) + _FIRST_DAY


def _array(column: ColumnElement[Any], values: Sequence[Any]) -> Values:
    if column.type.python_type is date:
        # Reading them as numbers takes a twentieth of the time.
        return days(np.array([*map(date.toordinal, values)], np.int64))
    return np.array(values, _KINDS.get(column.type.python_type, np.object_))
