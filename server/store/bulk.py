"""Many rows of one table at once.

PostgreSQL takes them by COPY: a statement for each row costs client and server several times more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Column, Table, insert
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import Session

from server.store import scope

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


def _copy(db: Session, table: Table, rows: Sequence[Row]) -> None:
    connection = db.connection()
    dialect = connection.dialect
    own = scope.organisation_of(db)
    columns = [table.c[name] for name in rows[0]]
    written = [(column.name, _as_sent(column, dialect)) for column in columns]
    prepared = dialect.identifier_preparer
    names = ", ".join(prepared.format_column(column) for column in (table.c[scope.KEY], *columns))
    driver = cast("psycopg.Connection[Any]", connection.connection.driver_connection)
    with (
        driver.cursor() as cursor,
        cursor.copy(f"COPY {prepared.format_table(table)} ({names}) FROM STDIN".encode()) as out,
    ):
        for row in rows:
            out.write_row((own, *(sent(row[name]) for name, sent in written)))


def _as_sent(column: Column[Any], dialect: Dialect) -> Callable[[Any], Any]:
    found = column.type.dialect_impl(dialect).bind_processor(dialect)
    return found or _as_it_is


def _as_it_is(value: Any) -> Any:
    return value
