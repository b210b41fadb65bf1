"""Collections are databases that strangers made."""

import sqlite3
from contextlib import closing

import pytest

from content.exchange.anki import database
from content.exchange.reading import Unreadable


def made(sql: str) -> bytes:
    with closing(sqlite3.connect(":memory:")) as one:
        one.executescript(sql)
        return one.serialize()


def refusal(data: bytes, table: str = "notes", column: str = "guid") -> str:
    with pytest.raises(Unreadable) as refused, database.opened(data) as rows:
        list(rows.of(table, column))
    return refused.value.code


def values(data: bytes) -> list[object]:
    with database.opened(data) as rows:
        return [value for (value,) in rows.of("notes", "guid")]


PLAIN = "CREATE TABLE notes (guid); INSERT INTO notes VALUES ('a'), (7), (NULL), (x'00ff');"


def test_rows_come_as_they_are() -> None:
    assert values(made(PLAIN)) == ["a", 7, None, b"\x00\xff"]


def test_text_that_is_no_text_comes_with_its_faults_marked() -> None:
    assert values(
        made("CREATE TABLE notes (guid); INSERT INTO notes VALUES (CAST(x'61ff' AS TEXT))")
    ) == ["a\ufffd"]


def test_the_mark_of_a_log_beside_the_file_is_no_hindrance() -> None:
    data = bytearray(made(PLAIN))
    data[18:20] = b"\x02\x02"
    assert len(values(bytes(data))) == 4


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TABLE notes (one, guid AS (hex(zeroblob(one)))); INSERT INTO notes VALUES (9)",
        "CREATE VIRTUAL TABLE notes USING fts5(guid); INSERT INTO notes VALUES ('a')",
        "CREATE VIEW notes AS SELECT 1 AS guid",
        "CREATE TABLE notes (guid); CREATE TRIGGER t AFTER INSERT ON notes BEGIN SELECT 1; END",
    ],
    ids=["computed", "virtual", "view", "trigger"],
)
def test_a_schema_that_acts_is_unsafe(sql: str) -> None:
    assert refusal(made(sql)) == "unsafe-file"


def test_tables_that_are_not_needed_are_not_read() -> None:
    assert refusal(made("CREATE TABLE other (guid)"), "other") == "damaged"


def test_a_table_that_is_not_there_is_damage() -> None:
    assert refusal(made("CREATE TABLE other (guid)")) == "damaged"


def test_a_name_that_is_no_text_is_damage() -> None:
    data = made("CREATE TABLE notes (guid)").replace(
        b"TABLE notes (guid", b"TABLE \xff\xfe\xff\xfe\xff (guid"
    )
    assert refusal(data) == "damaged"


def test_a_value_beyond_all_reason_is_not_read() -> None:
    sql = "CREATE TABLE notes (guid); INSERT INTO notes VALUES (zeroblob(30000000))"
    assert refusal(made(sql)) == "damaged"


def test_reading_without_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_STEPS", 0)
    rows = ", ".join(f"({number})" for number in range(50_000))
    data = made(f"CREATE TABLE notes (guid); INSERT INTO notes VALUES {rows}")  # noqa: S608 - no stranger's text
    assert refusal(data) == "damaged"
