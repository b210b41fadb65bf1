"""Whatever bytes come in: a reading, or `Unreadable`, and nothing else."""

import contextlib

from hypothesis import given
from hypothesis import strategies as st

from content.exchange.read import read_any
from content.exchange.reading import Unreadable
from tests.content.exchange.tables import HEADER, ROWS, as_text, as_workbook

SOUND = {
    "text": as_text((HEADER, *ROWS), ";").encode("utf-8-sig"),
    "wide": as_text((HEADER, *ROWS), "\t").encode("utf-16"),
    "workbook": as_workbook((HEADER, *ROWS)),
}
TRICKY = (
    b"\0",
    b'"',
    b";",
    b"|",
    b"*",
    b"\\",
    b"{{",
    b"\r",
    b"=",
    b"\xff",
    b"<",
    b"&",
    b"PK\x01\x02",
)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A sound file with a few bytes changed, put in or taken out."""
    data = bytearray(SOUND[draw(st.sampled_from(sorted(SOUND)))])
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 4))
        data[start : start + length] = draw(st.binary(max_size=4) | st.sampled_from(TRICKY))
    return bytes(data)


def _read(data: bytes) -> None:
    with contextlib.suppress(Unreadable):
        reading = read_any("set", data, language="nl")
        assert {draft.row for draft in reading.drafts}.isdisjoint(
            problem.row for problem in reading.problems
        )


@given(damaged())
def test_a_damaged_file_is_read_or_refused(data: bytes) -> None:
    _read(data)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    _read(data)


@given(st.text(alphabet='vraagntwod,;\t|*\\{}"=\n\r123', max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    _read(("vraag,antwoord,keuzes,soort\n" + text).encode())
