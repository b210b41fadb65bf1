"""One door for every file that a trainer may have: what it is follows from its content."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from content.card import Language
from content.exchange import text_file
from content.exchange.anki import package as anki_package
from content.exchange.anki import read as anki
from content.exchange.archive import opened
from content.exchange.h5p import read as h5p
from content.exchange.json_set import read as json_set
from content.exchange.moodle.read import read as read_moodle
from content.exchange.pace import Told, silent
from content.exchange.qti import read as qti
from content.exchange.reading import Reading, Unreadable
from content.exchange.xml_tree import is_xml, local, parsed
from content.files.file import MOST, Most

_ZIP: Final = b"PK\x03\x04"
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER: Final = (
    b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!",
    b"{\\rtf", b"SQLite format 3", b"\x28\xb5\x2f\xfd", b"PK\x05\x06",
)  # fmt: skip


@dataclass(frozen=True)
class _File:
    """What came in, and how to read it."""

    data: bytes
    language: Language
    known_keys: frozenset[str]
    told: Told


_Read = Callable[[_File], Reading]


def _is_workbook(members: Sequence[str]) -> bool:
    return any(name.lower().startswith("xl/") for name in members)


def _read_workbook(file: _File) -> Reading:
    # Only here, as what reads workbooks takes longer to load than all the rest together.
    from content.exchange import xlsx

    return xlsx.read(file.data, language=file.language, known_keys=file.known_keys, told=file.told)


_ARCHIVES: Final[Sequence[tuple[Callable[[Sequence[str]], bool], _Read]]] = (
    (_is_workbook, _read_workbook),
    (
        anki_package.is_package,
        lambda file: anki.read(file.data, language=file.language, told=file.told),
    ),
    (h5p.is_package, lambda file: h5p.read(file.data, file.language)),
    (qti.is_package, lambda file: qti.read_package(file.data, file.language)),
)
"""What knows a zip file by the names of its members, and what then reads it."""

_ROOTS: Final[Mapping[str, Callable[[Element, Language], Reading]]] = {
    "quiz": read_moodle,
    "assessmentItem": qti.read_item,
    "qti-assessment-item": qti.read_item,
    "questestinterop": qti.refuse,
}
"""What reads an XML file, by the name of its root."""


def read_any(
    name: str,
    data: bytes,
    *,
    language: Language,
    encoding: str | None = None,
    known_keys: frozenset[str] = frozenset(),
    most: Most = MOST,
    told: Told = silent,
) -> Reading:
    """The cards in a file of any kind that is told in `docs/set-files.md`, whatever its name.

    `name` only serves to tell an old Excel file from other old Office files. `encoding` counts
    for text files. Files that come along for cards may be as big as `most` says. `told` hears how
    far the reading is.
    Raises `Unreadable`, and nothing else, for what cannot be read as a whole.
    """
    reading = _read(name, _File(data, language, known_keys, told), encoding)
    if any(draft.wants for draft in reading.drafts):
        # Only here, as most uploads have no pictures, and what reads those takes a while to load.
        from content.exchange.attach import attached

        reading = attached(reading, most, told)
    told("read", len(reading.drafts), None)
    return reading


def _read(name: str, file: _File, encoding: str | None) -> Reading:
    data, language = file.data, file.language
    if not data:
        raise Unreadable("empty-file")
    if data.startswith(_ZIP):
        return _from_archive(file)
    if data.startswith(_OLD_OFFICE):
        raise Unreadable("old-excel" if name.lower().endswith((".xls", ".xlsx")) else "not-a-table")
    if data.startswith(_OTHER):
        raise Unreadable("not-a-table")
    if json_set.is_set(data):
        return json_set.read(data)
    if is_xml(data):
        root = parsed(data)
        if local(root) not in _ROOTS:
            raise Unreadable("not-a-table")
        return _ROOTS[local(root)](root, language)
    return text_file.read(
        data, language=language, encoding=encoding, known_keys=file.known_keys, told=file.told
    )


def _from_archive(file: _File) -> Reading:
    with opened(file.data) as archive:
        names = archive.namelist()
    for knows, read in _ARCHIVES:
        if knows(names):
            return read(file)
    raise Unreadable("not-a-table")
