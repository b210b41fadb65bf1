"""A collection as rows: an SQLite database that a stranger made.

It is read from memory, so that it needs no file, and whatever its schema may hold only plain
columns of plain tables come out. What is allowed is listed; all else ends the reading.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any, Final

from content.exchange.reading import Unreadable

_STEPS: Final = 50_000_000
"""Steps of SQLite's machine in all. 150,000 notes with their cards take some five million."""
_STEPS_BETWEEN: Final = 100_000
_LONGEST: Final = 20_000_000
"""Bytes of one value."""

_TABLES: Final = frozenset(
    ["sqlite_master", "col", "notes", "cards", "decks", "notetypes", "fields", "templates"]
)
_PLAIN: Final = re.compile(r"CREATE (TABLE|INDEX|UNIQUE INDEX)\b")
"""How SQLite begins what it keeps of a statement, however that was written."""

_SIGNATURE: Final = b"SQLite format 3\0"
_WRITE_AHEAD: Final = b"\x02\x02"
_JOURNAL_MODE: Final = slice(18, 20)


class Rows:
    """Asks an open collection."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def of(self, table: str, *columns: str) -> Iterator[tuple[Any, ...]]:
        """The columns of every row, in the order in which they are kept; any type may come."""
        names = ", ".join(columns)
        return self._database.execute(f"SELECT {names} FROM {table}")  # noqa: S608 - our own names

    def count(self, table: str) -> int:
        """How many rows the table has."""
        return sum(1 for _ in self.of(table, "1"))


@contextmanager
def opened(data: bytes) -> Iterator[Rows]:
    """The rows of a database; what proves unsound while they are read becomes `Unreadable`."""
    if not data.startswith(_SIGNATURE):
        raise Unreadable("damaged")
    with closing(sqlite3.connect(":memory:")) as database:
        try:
            database.deserialize(_plain_journal(data))
            _confine(database)
            if _acts(database):
                raise Unreadable("unsafe-file")
            yield Rows(database)
        except (sqlite3.Error, OverflowError, UnicodeDecodeError) as broken:
            # The last when SQLite's own message quotes a name that is no text.
            raise Unreadable("damaged") from broken


def _plain_journal(data: bytes) -> bytes:
    """Without the mark that a log stands beside the file: in memory there is none."""
    if data[_JOURNAL_MODE] != _WRITE_AHEAD:
        return data
    return data[: _JOURNAL_MODE.start] + b"\x01\x01" + data[_JOURNAL_MODE.stop :]


def _confine(database: sqlite3.Connection) -> None:
    for rule in ("trusted_schema = OFF", "query_only = ON", "cell_size_check = ON"):
        database.execute(f"PRAGMA {rule}")
    database.text_factory = _text
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    # Newer collections sort by it. Nothing here does, but SQLite asks for it by name.
    database.create_collation("unicase", _unicase)
    database.set_progress_handler(_Budget().spent, _STEPS_BETWEEN)
    database.set_authorizer(_allowed)


def _acts(database: sqlite3.Connection) -> bool:
    """Whether the schema does more than keep rows.

    So do views, triggers, virtual tables, and columns that compute: what those call is not put
    before an authorizer.
    """
    for (made,) in Rows(database).of("sqlite_master", "sql"):
        if made is not None and not _PLAIN.match(str(made)):
            return True
    columns = (row for name in _TABLES for row in database.execute(f"PRAGMA table_xinfo({name})"))
    return any(hidden for *_, hidden in columns)


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _unicase(one: str, other: str) -> int:
    left, right = one.casefold(), other.casefold()
    return (left > right) - (left < right)


class _Budget:
    def __init__(self) -> None:
        self.left = _STEPS

    def spent(self) -> bool:
        """True ends the statement."""
        self.left -= _STEPS_BETWEEN
        return self.left < 0


def _allowed(action: int, name: str | None, *_: str | None) -> int:
    """To select columns of the tables that are needed; `name` is a table's or a pragma's."""
    if action == sqlite3.SQLITE_SELECT:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_READ and name in _TABLES:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_PRAGMA and name == "table_xinfo":
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY
