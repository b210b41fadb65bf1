"""Anki packages made here, in each of the ways in which Anki writes them."""

import json
import sqlite3
import sys
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO
from typing import Final, Literal

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

Variant = Literal["legacy 1", "legacy 2", "latest"]
COLLECTION: Final[Mapping[Variant, str]] = {
    "legacy 1": "collection.anki2",
    "legacy 2": "collection.anki21",
    "latest": "collection.anki21b",
}
VARIANTS: Final = tuple(COLLECTION)

_BACK = "{{FrontSide}}\n\n<hr id=answer>\n\n"


@dataclass(frozen=True)
class Type:
    """A note type; `sides` are the templates' question and answer."""

    name: str
    fields: tuple[str, ...]
    sides: tuple[tuple[str, str], ...]
    cloze: bool = False
    stock: int = 0


BASIC = Type("Basic", ("Front", "Back"), (("{{Front}}", _BACK + "{{Back}}"),))
REVERSED = Type(
    "Basic (and reversed card)",
    ("Front", "Back"),
    (("{{Front}}", _BACK + "{{Back}}"), ("{{Back}}", _BACK + "{{Front}}")),
)
TYPED = Type(
    "Basic (type in the answer)",
    ("Front", "Back", "Why"),
    (("{{Front}}\n\n{{type:Back}}", "{{Front}}<hr id=answer>{{type:Back}}<br>{{Why}}"),),
)
CLOZE = Type(
    "Cloze",
    ("Text", "Back Extra"),
    (("{{cloze:Text}}", "{{cloze:Text}}<br>\n{{Back Extra}}"),),
    cloze=True,
)


@dataclass(frozen=True)
class Note:
    """`cards` are the numbers of the templates, or of the gaps less one, that have a card."""

    type: Type
    fields: tuple[str, ...]
    guid: str = "guid"
    tags: str = ""
    deck: str = "Default"
    cards: tuple[int, ...] = (0,)


def package(
    *notes: Note,
    variant: Variant = "legacy 2",
    media: Sequence[str] | Mapping[str, bytes] = (),
    version: int = 0,
    more_sql: str = "",
    more_members: Mapping[str, bytes] | None = None,
) -> bytes:
    """The file, with media of these names in it; `more_sql` and `more_members` change it.

    Media without bytes of their own hold their name.
    """
    files = media if isinstance(media, Mapping) else {name: name.encode() for name in media}
    latest = variant == "latest"
    collection = database(notes, 18 if latest else 11, more_sql)
    members: dict[str, bytes] = {}
    if variant != "legacy 1":
        stub = database([Note(BASIC, ("Update Anki", ""))], 11)
        meta = message((1, version or (3 if latest else 2)))
        members = {"meta": meta, "collection.anki2": stub}
    members[COLLECTION[variant]] = packed(collection) if latest else collection
    for number, data in enumerate(files.values()):
        members[str(number)] = packed(data) if latest else data
    members["media"] = _media_map(tuple(files), latest=latest)
    return zipped({**members, **(more_members or {})})


def database(notes: Sequence[Note], schema: int, more_sql: str = "") -> bytes:
    """The collection alone."""
    types = list(dict.fromkeys(note.type for note in notes))
    decks = list(dict.fromkeys(note.deck for note in notes))
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as one:
        one.create_collation("unicase", lambda one, other: (one > other) - (one < other))
        one.executescript(
            "CREATE TABLE col (id integer primary key, ver, models, decks);"
            "CREATE TABLE notes (id integer primary key, guid, mid, mod, tags, flds, sfld);"
            "CREATE TABLE cards (id integer primary key, nid, did, ord, odid)"
        )
        _TYPES[schema](one, types, decks)
        for number, note in enumerate(notes, start=1):
            kind, deck = types.index(note.type) + 100, decks.index(note.deck) + 1
            texts = "\x1f".join(note.fields)
            row = (number, note.guid, kind, 0, note.tags, texts, note.fields[0])
            one.execute("INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            cards = [(number, deck, place) for place in note.cards]
            one.executemany("INSERT INTO cards VALUES (NULL, ?, ?, ?, 0)", cards)
        one.executescript(more_sql)
        return one.serialize()


def packed(content: bytes) -> bytes:
    """As the latest variant packs its members."""
    return zstd.compress(content)


def zipped(members: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def message(*fields: tuple[int, int | str | bytes]) -> bytes:
    """A message of protocol buffers."""
    out = b""
    for number, value in fields:
        if isinstance(value, int):
            out += _varint(number << 3) + _varint(value)
        else:
            data = value.encode() if isinstance(value, str) else value
            out += _varint(number << 3 | 2) + _varint(len(data)) + data
    return out


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def media_entries(*names: str) -> bytes:
    """The list of media as the latest variant has it, not packed yet."""
    return message(*((1, message((1, name), (2, len(name)))) for name in names))


def _media_map(media: Sequence[str], *, latest: bool) -> bytes:
    if latest:
        return packed(media_entries(*media))
    return json.dumps({str(number): name for number, name in enumerate(media)}).encode()


def _types_in_json(database: sqlite3.Connection, types: list[Type], decks: list[str]) -> None:
    models = {
        str(number): {
            "name": one.name,
            "type": int(one.cloze),
            "originalStockKind": one.stock,
            "flds": [{"name": name, "ord": place} for place, name in enumerate(one.fields)],
            "tmpls": [
                {"name": f"Card {place + 1}", "ord": place, "qfmt": question, "afmt": answer}
                for place, (question, answer) in enumerate(one.sides)
            ],
        }
        for number, one in enumerate(types, start=100)
    }
    names = {str(number): {"name": name} for number, name in enumerate(decks, start=1)}
    row = (json.dumps(models), json.dumps(names))
    database.execute("INSERT INTO col VALUES (1, 11, ?, ?)", row)


def _types_in_tables(database: sqlite3.Connection, types: list[Type], decks: list[str]) -> None:
    database.executescript(
        "CREATE TABLE notetypes (id integer primary key, name text collate unicase, config blob);"
        "CREATE UNIQUE INDEX idx_notetypes_name ON notetypes (name);"
        "CREATE TABLE fields (ntid, ord, name text collate unicase, config blob,"
        " primary key (ntid, ord)) without rowid;"
        "CREATE TABLE templates (ntid, ord, name text collate unicase, config blob,"
        " primary key (ntid, ord)) without rowid;"
        "CREATE TABLE decks (id integer primary key, name text collate unicase);"
        "INSERT INTO col VALUES (1, 18, '', '')"
    )
    for number, one in enumerate(types, start=100):
        config = message((1, int(one.cloze)), (3, ".card {}"), (9, one.stock))
        database.execute("INSERT INTO notetypes VALUES (?, ?, ?)", (number, one.name, config))
        for place, name in enumerate(one.fields):
            database.execute("INSERT INTO fields VALUES (?, ?, ?, x'')", (number, place, name))
        for place, sides in enumerate(one.sides):
            template = (number, place, f"Card {place + 1}", message(*enumerate(sides, start=1)))
            database.execute("INSERT INTO templates VALUES (?, ?, ?, ?)", template)
    for number, name in enumerate(decks, start=1):
        deck = (number, name.replace("::", "\x1f"))
        database.execute("INSERT INTO decks VALUES (?, ?)", deck)


_TYPES: Final = {11: _types_in_json, 18: _types_in_tables}
