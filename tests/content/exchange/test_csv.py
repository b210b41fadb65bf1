"""CSV and TSV in every encoding, separator and line end that spreadsheets write."""

import pytest

from content.exchange.read import read_any
from content.exchange.reading import Draft, Reading, Unreadable
from tests.content.exchange.tables import HEADER, ROWS, as_text, as_workbook, codes, read_text

TABLE = (HEADER, *ROWS)
ENGLISH = ("Question", "Answer", "Wrong answers", "Category", "Tags")
BLANK = ("",) * len(HEADER)


def _cards(reading: Reading) -> list[tuple[object, ...]]:
    return [(card.face, card.topic, card.tags) for card in reading.drafts]


WAYS = {
    "utf-8, comma": as_text(TABLE).encode(),
    "utf-8 with mark, semicolon": as_text(TABLE, ";").encode("utf-8-sig"),
    "tab, unix lines": as_text(TABLE, "\t", "\n").encode(),
    "windows-1252": as_text(TABLE, ";").encode("windows-1252"),
    "utf-16 little endian with mark": as_text(TABLE, "\t").encode("utf-16"),
    "utf-16 big endian with mark": b"\xfe\xff" + as_text(TABLE, "\t").encode("utf-16-be"),
    "utf-16 without mark": as_text(TABLE, "\t").encode("utf-16-le"),
    "utf-16 big endian without mark": as_text(TABLE, ";").encode("utf-16-be"),
    "old Mac lines": as_text(TABLE, ";", "\r", quoted=True).encode(),
    "separator line": ("sep=;\r\n" + as_text(TABLE, ";")).encode("utf-8-sig"),
    "all quoted": as_text(TABLE, quoted=True).encode(),
    "English header": as_text((ENGLISH, *ROWS)).encode(),
    "header in capitals": as_text(([name.upper() for name in HEADER], *ROWS)).encode(),
    "no header": as_text(ROWS, ";").encode(),
    "blank rows": as_text((BLANK, HEADER, BLANK, *ROWS, BLANK, BLANK)).encode(),
    "empty columns behind": as_text([(*row, "", "") for row in TABLE], ";").encode(),
    "no line end at the end": as_text(TABLE).rstrip("\r\n").encode(),
    "workbook": as_workbook(TABLE),
}


@pytest.mark.parametrize("data", WAYS.values(), ids=WAYS)
def test_the_same_cards_come_out_of_every_way_to_write_them(data: bytes) -> None:
    plain = read_any("set.csv", WAYS["utf-8, comma"], language="nl")
    reading = read_any("whatever", data, language="nl")
    assert reading.problems == ()
    assert _cards(reading) == _cards(plain)
    assert len(reading.drafts) == len(ROWS)


def test_the_cards_hold_what_the_file_says() -> None:
    first, *_, steps, number = read_text(as_text(TABLE)).drafts
    assert (first.face.kind, first.topic, first.tags, first.row) == ("choice", "AVG", ("avg",), 2)
    assert (steps.face.kind, steps.face.prompt.count("\n")) == ("recall", 2)
    assert "007123" in str(number.face)


def test_two_columns_without_a_header_are_prompt_and_answer() -> None:
    reading = read_text('Wat is de AVG?\tEen wet\n"Brand!" of niets?\tJa: "Brand!"\n')
    assert [card.face.prompt for card in reading.drafts] == ["Wat is de AVG?", '"Brand!" of niets?']
    assert [note.code for note in reading.notes] == ["no-header"]


def test_a_word_list_that_starts_with_the_word_for_question_has_no_header() -> None:
    reading = read_text("vraag;question\nantwoord;answer\n")
    assert len(reading.drafts) == 2


@pytest.mark.parametrize("encoding", ["windows-1252", "cp850", "mac-roman"])
def test_a_trainer_may_say_which_encoding_it_is(encoding: str) -> None:
    data = as_text(TABLE, ";").replace("€", "").replace("–", "-").encode(encoding)
    reading = read_any("set.csv", data, language="nl", encoding=encoding)
    assert reading.drafts[3].face.prompt.startswith("Coördinator Zoë")


def test_a_guessed_encoding_is_told() -> None:
    reading = read_any("set.csv", WAYS["windows-1252"], language="nl")
    assert [note.code for note in reading.notes] == ["guessed-encoding"]


def test_an_open_quote_names_the_row_and_line_where_it_opened() -> None:
    reading = read_text(as_text((HEADER, ROWS[4], ROWS[5])) + '"nooit gesloten,antwoord\r\na,b\r\n')
    assert codes(reading) == [("quote-open", 4, None)]
    assert reading.problems[0].values["line"] == 7
    assert [card.row for card in reading.drafts] == [2, 3]


def test_rows_of_another_width_are_named_and_the_rest_comes_in() -> None:
    reading = read_text(as_text((HEADER, ROWS[0], ("alleen vraag",), ("a",) * 9, ROWS[1])))
    assert codes(reading) == [("too-few-cells", 3, None), ("too-many-cells", 4, "F")]
    assert [card.row for card in reading.drafts] == [2, 5]


def test_an_endless_cell_stops_the_reading_at_its_row() -> None:
    reading = read_text('vraag,antwoord\na,b\nc,"' + "x\n" * 100_000 + '"\n')
    assert codes(reading) == [("row-unreadable", 3, None)]


@pytest.mark.parametrize(
    ("data", "encoding", "code"),
    [
        (b"", None, "empty-file"),
        (b" \r\n\t\r\n", None, "empty-file"),
        (b"\xef\xbb\xbf", None, "empty-file"),
        (b"%PDF-1.7 ...", None, "not-a-table"),
        (b"\x00\x01\x02\x03" * 100, None, "not-a-table"),
        (b"a,b\n\x01\x02\x03\x04", None, "not-a-table"),
        (b"<html><table><tr><td>a</td></tr></table>", None, "not-a-table"),
        ("<?xml version='1.0'?><boek/>".encode("utf-16"), None, "not-a-table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", None, "old-excel"),
        (b"a,b\nc,\xe9", "utf-8", "wrong-encoding"),
        (b"a,b\nc,d", "rot13", "unknown-encoding"),
        (b"a,b\n" + b"x" * 600_000, None, "line-too-long"),
        (b"a,b\n" * 150_001, None, "too-many-rows"),
        (b"\n" * 1_000_001 + b"a,b", None, "too-many-rows"),
    ],
)
def test_what_is_no_table_is_refused_as_a_whole(
    data: bytes, encoding: str | None, code: str
) -> None:
    with pytest.raises(Unreadable) as refused:
        read_any("set.xls", data, language="nl", encoding=encoding)
    assert refused.value.code == code


def test_a_file_beyond_the_limit_is_refused_before_it_is_read() -> None:
    with pytest.raises(Unreadable) as refused:
        read_any("set.csv", b"a,b\n" * 10_000_001, language="nl")
    assert refused.value.code == "too-big"


def test_a_row_knows_where_it_stood() -> None:
    rows: tuple[Draft, ...] = read_text("sep=;\nvraag;antwoord\n\na;b\n").drafts
    assert [row.row for row in rows] == [3]
