"""Files that mean harm, made here: each of a kind that fells readers elsewhere."""

from __future__ import annotations

import stat
import struct
import zipfile
from io import BytesIO

from tests.content.exchange.anki.packages import BASIC, Note, package, packed, zipped
from tests.content.exchange.tables import as_workbook

_NOTE = Note(BASIC, ("Wie bel je?", "De BHV"))
_ENTRY = struct.Struct("<4s4B4HL2L5H2L")


def hostile_files() -> dict[str, tuple[str, bytes]]:
    """Name and bytes by what they try."""
    return {
        "a bomb in an archive": ("a.apkg", _one("collection.anki2", bytes(200_000_000))),
        "a bomb in a workbook": ("a.xlsx", _sheet_of(b" " * 250_000_000)),
        "a bomb in zstd": ("a.apkg", package(_NOTE, variant="latest", more_members={
            "collection.anki21b": packed(bytes(400_000_000))})),
        "members that share their bytes": ("a.zip", _overlapping()),
        "a member twice": ("a.zip", _twice()),
        "a link": ("a.apkg", _link()),
        "a place from the root": ("a.apkg", _one("/tmp/evil", b"x")),  # noqa: S108 - what it tries, and must not get
        "a place outside": ("a.apkg", _one("../../evil", b"x")),
        "ten thousand members and one": ("a.zip", zipped({str(n): b"" for n in range(10_001)})),
        "half a file": ("a.apkg", package(_NOTE)[:-400]),
        "a version of tomorrow": ("a.apkg", package(_NOTE, version=99)),
        "zstd that is none": ("a.apkg", package(_NOTE, variant="latest", more_members={
            "collection.anki21b": b"\x28\xb5\x2f\xfd" + b"\xff" * 99})),
        "a view for a table": ("a.apkg", package(_NOTE, more_sql=(
            "ALTER TABLE notes RENAME TO n; CREATE VIEW notes AS SELECT * FROM n"))),
        "a trigger": ("a.apkg", package(_NOTE, more_sql=(
            "CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM notes; END"))),
        "media outside": ("a.apkg", package(_NOTE, media=["../../evil.png"])),
        "a cell at the end of the world": ("a.xlsx", _far_cell()),
        "a dimension of the whole world": ("a.xlsx", _sheet_of(
            b'<dimension ref="A1:XFD1048576"/><sheetData/>')),
        "XML without a bottom": ("a.xml", b"<quiz>" + b"<a>" * 100_000),
        "a billion laughs": ("a.xml", _laughs()),
        "a file of the server in XML": ("a.xml", (
            b'<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>')),
        "nothing but NUL": ("a.csv", bytes(1_000_000)),
        "one endless line": ("a.csv", b"vraag;antwoord\n" + b"x" * 3_000_000),
        "a quote that stays open": ("a.csv", b'vraag;antwoord\n"' + b"Wie?;Ik\n" * 50_000),
        "nothing": ("a.csv", b""),
    }  # fmt: skip


def _one(name: str, content: bytes) -> bytes:
    return zipped({name: content})


def _sheet_of(content: bytes) -> bytes:
    """A workbook with this for its sheet."""
    sheet = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    return _with_sheet(sheet + content + b"</worksheet>")


def _far_cell() -> bytes:
    """One cell, in the last column of the last row."""
    far = '<c r="XFD1048576" t="inlineStr"><is><t>ver</t></is></c>'
    return _sheet_of(f'<sheetData><row r="1048576">{far}</row></sheetData>'.encode())


def _with_sheet(sheet: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(as_workbook([("vraag", "antwoord")]))) as sound:
        members = {name: sound.read(name) for name in sound.namelist()}
    name = next(one for one in members if one.startswith("xl/worksheets/"))
    return zipped({**members, name: sheet})


def _overlapping() -> bytes:
    data = bytearray(zipped({"a": b"x", "b": b"x"}))
    second = data.rindex(b"PK\x01\x02")
    fields = list(_ENTRY.unpack_from(data, second))
    fields[-1] = 0
    _ENTRY.pack_into(data, second, *fields)
    return bytes(data)


def _twice() -> bytes:
    return zipped({"aa": b"x", "ab": b"y"}).replace(b"ab", b"aa")


def _link() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("collection.anki2")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    return out.getvalue()


def _laughs() -> bytes:
    levels = [b'<!ENTITY a0 "ha">']
    levels += [b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10)]
    return b"<!DOCTYPE quiz [" + b"".join(levels) + b"]><quiz>&a9;</quiz>"
