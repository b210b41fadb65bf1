"""Many rows of one table at once.

PostgreSQL takes them by COPY: a statement for each row costs client and server several times more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from sqlalchemy import Column, Table, insert
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import Session

from server.store import scope
from server.store.binary_rows import packed
from server.store.columns import Columns, as_rows

if TYPE_CHECKING:
    import psycopg

Row = Mapping[str, Any]


def insert_rows(db: Session, table: Table, rows: Sequence[Row]) -> None:
    """Inserts rows of the session's organisation, all with the columns of the first.

    What they leave out gets the default that the database knows, and no other.
    """
    if not rows:
        return
    if db.get_bind().dialect.name == "postgresql":
        _copy(db, table, rows)
    else:
        db.execute(insert(table), list(rows))


def insert_columns(db: Session, table: Table, columns: Columns) -> None:
    """The same for rows given as columns, of numbers and days alone.

    A million rows as bytes take the client a tenth of a second, where values one by one take three.
    """
    if db.get_bind().dialect.name == "postgresql":
        count = len(next(iter(columns.values())))
        own = {scope.KEY: np.full(count, scope.organisation_of(db)), **columns}
        with _copying(db, table, list(own), "WITH (FORMAT BINARY)") as out:
            out.write(packed({table.c[name]: values for name, values in own.items()}))
    else:
        insert_rows(db, table, as_rows(columns))


def _copy(db: Session, table: Table, rows: Sequence[Row]) -> None:
    own, dialect = scope.organisation_of(db), db.get_bind().dialect
    written = [(name, _as_sent(table.c[name], dialect)) for name in rows[0]]
    with _copying(db, table, [scope.KEY, *rows[0]]) as out:
        for row in rows:
            out.write_row((own, *(sent(row[name]) for name, sent in written)))


@contextmanager
def _copying(
    db: Session, table: Table, names: Sequence[str], how: str = ""
) -> Iterator[psycopg.Copy]:
    connection = db.connection()
    prepared = connection.dialect.identifier_preparer
    into = ", ".join(prepared.format_column(table.c[name]) for name in names)
    statement = f"COPY {prepared.format_table(table)} ({into}) FROM STDIN {how}"
    driver = cast("psycopg.Connection[Any]", connection.connection.driver_connection)
    with driver.cursor() as cursor, cursor.copy(statement.encode()) as out:
        yield out


def _as_sent(column: Column[Any], dialect: Dialect) -> Callable[[Any], Any]:
    found = column.type.dialect_impl(dialect).bind_processor(dialect)
    return found or _as_it_is


def _as_it_is(value: Any) -> Any:
    return value
