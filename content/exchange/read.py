"""One door for every file that a trainer may have: what it is follows from its content."""

from typing import Final

from content.card import Language
from content.exchange import csv, xlsx
from content.exchange.reading import Reading, Unreadable

_ZIP: Final = b"PK\x03\x04"
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER: Final = (
    b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!",
    b"{\\rtf", b"SQLite format 3", b"\x28\xb5\x2f\xfd", b"PK\x05\x06",
)  # fmt: skip


def read_any(
    name: str,
    data: bytes,
    *,
    language: Language,
    encoding: str | None = None,
    known_keys: frozenset[str] = frozenset(),
) -> Reading:
    """The cards in a CSV, TSV or XLSX file, however it is called.

    `name` only serves to tell an old Excel file from other old Office files. `encoding` counts
    for text files. Raises `Unreadable`, and nothing else, for what cannot be read as a whole.
    """
    if not data:
        raise Unreadable("empty-file")
    if data.startswith(_ZIP):
        return xlsx.read(data, language=language, known_keys=known_keys)
    if data.startswith(_OLD_OFFICE):
        raise Unreadable("old-excel" if name.lower().endswith((".xls", ".xlsx")) else "not-a-table")
    if data.startswith(_OTHER):
        raise Unreadable("not-a-table")
    return csv.read(data, language=language, encoding=encoding, known_keys=known_keys)
