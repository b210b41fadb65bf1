"""Selects of the hot routes, compiled once per kind of database.

SQLAlchemy looks a statement up in its cache at each execution and prepares parameters and columns
by name: on small reads that takes three times as long as the database does. Here the text, the
parameters and the readers of the columns are worked out once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar, cast

from sqlalchemy import CompoundSelect, Connection, Dialect, Select
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.orm import Session

from server.store import scope

K = TypeVar("K")
R = TypeVar("R")
Row = tuple[Any, ...]
Reads = Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]]
Convert = Callable[[Any], Any]


class Prepared:
    """A select that runs often. It names `organisation_id`, unless it looks `across` them all."""

    def __init__(self, statement: Reads, *, across: bool = False) -> None:
        if not across:
            scope.check(statement)
        self.statement = statement
        self.across = across
        self._lists = [one.key for one in scope.parameters(statement) if one.expanding]
        self._ready: dict[tuple[object, ...], _Ready] = {}

    def rows(self, db: Session, values: Mapping[str, Any]) -> list[Row]:
        """All rows, each with its columns in the order of the select.

        A list for an `IN` holds one value at least; the text is another for each length.
        """
        return self._run(db, values, _Ready.rows)

    def columns(self, db: Session, values: Mapping[str, Any]) -> list[Sequence[Any]]:
        """The same turned about, one sequence a column: for many rows that takes half the time."""
        return self._run(db, values, _Ready.columns)

    def _run(
        self,
        db: Session,
        values: Mapping[str, Any],
        how: Callable[[_Ready, Connection, Mapping[str, Any]], R],
    ) -> R:
        if not self.across:
            values = {**values, scope.KEY: scope.organisation_of(db)}
        connection = db.connection()
        form = (connection.dialect.name, *(len(values[name]) for name in self._lists))
        ready = self._ready.get(form)
        if ready is None:
            ready = self._ready[form] = _Ready(self.statement, connection.dialect, values)
        return how(ready, connection, values)


class _Ready:
    """The select as one kind of database takes it, with lists of one length."""

    def __init__(self, statement: Reads, dialect: Dialect, values: Mapping[str, Any]) -> None:
        compiled = statement.compile(dialect=dialect)
        form = compiled.construct_expanded_state(dict(values))
        self._text = form.statement
        self._order = form.positiontup
        self._spread = form.parameter_expansion
        self._constants = compiled.params
        self._into = _converting(
            {
                name: one.type.dialect_impl(dialect).bind_processor(dialect)
                for one, name in compiled.bind_names.items()
            }
        )
        self._types = [one.type.dialect_impl(dialect) for one in statement.selected_columns]
        self._out_of: list[tuple[int, Convert]] | None = None

    def rows(self, connection: Connection, values: Mapping[str, Any]) -> list[Row]:
        rows = self._found(connection, values)
        return [self._read(row, self._out_of) for row in rows] if self._out_of else rows

    def columns(self, connection: Connection, values: Mapping[str, Any]) -> list[Sequence[Any]]:
        rows = self._found(connection, values)
        columns: list[Sequence[Any]] = [*zip(*rows, strict=True)] or [() for _ in self._types]
        for place, convert in self._out_of or ():
            columns[place] = [*map(convert, columns[place])]
        return columns

    def _found(self, connection: Connection, values: Mapping[str, Any]) -> list[Row]:
        given = {**self._constants, **values}
        for name, convert in self._into:
            value = given[name]
            given[name] = [*map(convert, value)] if name in self._spread else convert(value)
        for name, names in self._spread.items():
            given.update(zip(names, given.pop(name), strict=True))
        ordered = given if self._order is None else tuple(given[name] for name in self._order)
        cursor = connection.connection.cursor()
        try:
            return self._fetched(connection, cursor, ordered)
        except connection.dialect.loaded_dbapi.Error:
            # Once more by the long way: SQLAlchemy wraps the error and drops a broken connection.
            connection.exec_driver_sql(self._text, ordered)
            raise
        finally:
            cursor.close()

    def _fetched(self, connection: Connection, cursor: DBAPICursor, given: Any) -> list[Row]:
        for hears in connection.engine.dispatch.before_cursor_execute:
            hears(connection, cursor, self._text, given, None, False)
        cursor.execute(self._text, given)
        if self._out_of is None:
            self._out_of = self._readers(cursor, connection.dialect)
        return cast("list[Row]", cursor.fetchall())

    def _readers(self, cursor: DBAPICursor, dialect: Dialect) -> list[tuple[int, Convert]]:
        """What turns columns of the driver into values of ours; only the driver knows its codes."""
        codes = [column[1] for column in cursor.description]
        return _converting(
            {
                place: kind.result_processor(dialect, code)
                for place, (kind, code) in enumerate(zip(self._types, codes, strict=True))
            }
        )

    @staticmethod
    def _read(row: Row, readers: list[tuple[int, Convert]]) -> Row:
        values = list(row)
        for place, convert in readers:
            values[place] = convert(values[place])
        return tuple(values)


def _converting(by: Mapping[K, Convert | None]) -> list[tuple[K, Convert]]:
    return [(key, convert) for key, convert in by.items() if convert]
