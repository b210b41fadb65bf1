"""A whole set as JSON.

    {"format": "beklijf-set", "version": 1,
     "set": {"title", "language", "exported_at"},
     "cards": [{"key", "topic", "tags", "valid_until", "face", "variants": [{"key", "face"}]}],
     "releases": [{"number", "note", "released_at", "keys": [key],
                   "changed": [{"key", "topic", "tags", "valid_until",
                                "faces": [{"key", "face"}]}]}],
     "media": {file: base64}}

Faces are as `content.card` writes them. A release names its cards in order and holds those that it
brought or changed; the others stand as the latest release before it that has them says.

Promised: all that Beklijf knows of the set itself, without limits of length. Releases are there to
be read by people and programs: an import does not make them again, as learners saw them then.
"""

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator
from datetime import date
from typing import IO, Any, Final

from content.card import Face, to_json
from content.exchange.outgoing import Outgoing, PastCard, PastRelease
from content.exchange.reading import Draft

FORMAT: Final = "beklijf-set"
VERSION: Final = 1


def write(given: Outgoing, out: IO[bytes]) -> None:
    """Writes the file card by card, and file by file of its media."""
    files: dict[str, None] = {}
    head = {"title": given.title, "language": given.language,
            "exported_at": given.now.isoformat()}  # fmt: skip
    out.write(f'{{"format":"{FORMAT}","version":{VERSION},\n"set":'.encode() + _bytes(head))
    _write_list(out, "cards", (_card(group, files) for group in given.cards()))
    _write_releases(out, given.releases, files)
    out.write(b',\n"media":{')
    comma = b"\n"
    for file in files:
        data = given.media(file)
        if data is not None:
            out.write(comma + _bytes(file) + b':"' + b64encode(data) + b'"')
            comma = b",\n"
    out.write(b"}}\n")


def _card(group: list[Draft], files: dict[str, None]) -> dict[str, Any]:
    own, *variants = group
    return {
        "key": own.key,
        "topic": own.topic,
        "tags": own.tags,
        "valid_until": _day(own.valid_until),
        "face": _face(own.face, files),
        "variants": [{"key": one.key, "face": _face(one.face, files)} for one in variants],
    }


def _write_releases(
    out: IO[bytes], releases: Iterable[PastRelease], files: dict[str, None]
) -> None:
    out.write(b',\n"releases":[')
    comma = b"\n"
    for one in releases:
        head = {"number": one.number, "note": one.note,
                "released_at": one.released_at.isoformat(), "keys": one.keys}  # fmt: skip
        out.write(comma + _bytes(head)[:-1])
        _write_list(out, "changed", (_past(card, files) for card in one.changed))
        out.write(b"}")
        comma = b",\n"
    out.write(b"]")


def _past(card: PastCard, files: dict[str, None]) -> dict[str, Any]:
    faces = [{"key": key, "face": _face(face, files)} for key, face in card.faces]
    return {"key": card.key, "topic": card.topic, "tags": card.tags,
            "valid_until": _day(card.valid_until), "faces": faces}  # fmt: skip


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _face(face: Face, files: dict[str, None]) -> dict[str, Any]:
    files |= dict.fromkeys(one.file for one in face.media)
    return to_json(face)


def _write_list(out: IO[bytes], name: str, items: Iterator[dict[str, Any]]) -> None:
    out.write(f',\n"{name}":['.encode())
    comma = b"\n"
    for item in items:
        out.write(comma + _bytes(item))
        comma = b",\n"
    out.write(b"]")


def _bytes(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
