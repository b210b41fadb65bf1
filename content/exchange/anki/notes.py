"""Notes as they stand in a collection, their fields as plain text."""

import html
import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from content.exchange.anki.collection import Collection, NoteType
from content.exchange.anki.database import Rows
from content.exchange.html_text import plain
from content.exchange.reading import Unreadable
from content.sanitise import clean

MOST_NOTES: Final = 150_000
MOST_CARDS: Final = 500_000
LONGEST_FIELD: Final = 100_000
"""Characters of HTML, pictures written out in it aside."""

_BETWEEN_FIELDS: Final = "\x1f"
_INLINE: Final = re.compile(r"data:[\w/+.;=-]{1,100},[A-Za-z0-9+/=%]++")
_SOUND: Final = re.compile(r"\[sound:([^\[\]]{1,300})\]")
_FORMULA: Final = re.compile(r"<anki-mathjax[^<>]*+>([^<]*+)</anki-mathjax>")
_FIRST_WORDS: Final = 60


@dataclass(frozen=True)
class Field:
    """A field's text and the names of the media in it; `length` counts its HTML.

    `alternatives` say in words what pictures show, by their names.
    """

    text: str
    media: tuple[str, ...]
    length: int
    alternatives: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Note:
    """`number` counts the notes of the package from 1. A type that is not there is None."""

    number: int
    guid: str
    type: NoteType | None
    tags: tuple[str, ...]
    fields: tuple[Field, ...]
    cards: tuple["Card", ...]

    @property
    def begins(self) -> str:
        """The first words of it, by which its author knows it."""
        first = self.fields[0]
        words = " ".join(first.text.split()) or ", ".join(first.media)
        return words if len(words) <= _FIRST_WORDS else f"{words[: _FIRST_WORDS - 1]}…"


@dataclass(frozen=True, order=True)
class Card:
    """Which template of its note, or which number of gap less one; and the path of its deck."""

    place: int
    deck: tuple[str, ...]


def read(rows: Rows, collection: Collection, media: Container[str] = ()) -> Iterator[Note]:
    """All notes with the cards that Anki made of them; raises `Unreadable` when too many.

    `media` are the names of files that cards will show.
    """
    cards = _cards(rows, collection)
    columns = ("id", "guid", "mid", "tags", "flds")
    for number, (note_id, guid, type_id, tags, fields) in enumerate(rows.of("notes", *columns), 1):
        if number > MOST_NOTES:
            raise Unreadable("too-many-notes", {"most": MOST_NOTES})
        labels = (clean(tag) for tag in _text(tags).split())
        yield Note(
            number,
            clean(_text(guid)),
            collection.types.get(type_id),
            tuple(dict.fromkeys(label for label in labels if label)),
            tuple(field_of(one, media) for one in _text(fields).split(_BETWEEN_FIELDS)),
            tuple(sorted(cards.get(note_id, ()))),
        )


def _cards(rows: Rows, collection: Collection) -> dict[int, list[Card]]:
    """By note. A card away in a filtered deck still belongs to its own, `odid`."""
    found: dict[int, list[Card]] = {}
    columns = ("nid", "ord", "did", "odid")
    for number, (note_id, place, deck, home) in enumerate(rows.of("cards", *columns), 1):
        if number > MOST_CARDS:
            raise Unreadable("too-many-notes", {"most": MOST_NOTES})
        if isinstance(place, int):
            path = collection.decks.get(home or deck, ())
            found.setdefault(note_id, []).append(Card(place, path))
    return found


def field_of(source: str, media: Container[str] = ()) -> Field:
    """What a field of this HTML holds, beside the `media` that cards will show."""
    short = _INLINE.sub("data:", source)
    if len(short) > LONGEST_FIELD:
        return Field(plain(short[:_FIRST_WORDS]).text, (), len(short))
    # Where it stands as HTML: brackets written as entities are only text, for Anki as well.
    sounds = tuple(html.unescape(name) for name in _SOUND.findall(short))
    shown = plain(_FORMULA.sub(r"\\(\1\\)", _SOUND.sub("", short)), media)
    return Field(shown.text, (*shown.pictures, *sounds), len(short), shown.alternatives)


def _text(value: Any) -> str:
    """Whatever type a column turned out to have."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return "" if value is None else str(value)
