"""A set as an Anki package: Legacy 1, which every Anki since 2.0 opens.

A card and each of its variants is a note with one card, by the card's key as its guid, so that a
later package of the same set updates the notes in Anki, and what comes back updates the cards
here. Topics are decks within the deck of the set; tags are tags; media come along.

Promised: our own reader makes the same cards of it, whole, as long as Anki did not change them
(see `own_field`). Changed in Anki, a card comes back as what Anki shows of it.
Not held: releases; the key of a card says nothing of its set, so two sets with equal keys meet.
"""

import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Final

from content.exchange.anki.new_collection import NewNote, collection
from content.exchange.anki.own_field import guid_of, labels_of, packed
from content.exchange.anki.own_media import file_name
from content.exchange.anki.own_types import fields_of, type_of
from content.exchange.outgoing import Outgoing
from content.exchange.reading import Draft

_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
_PARTING: Final = re.compile(r":{2,}")
_UNNAMED: Final = "Beklijf"


def write(given: Outgoing, out: IO[bytes]) -> None:
    """Writes the file."""
    notes = _Notes(given)
    made = collection(notes, int(given.now.timestamp()))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_member("collection.anki2"), made)
        names: dict[str, str] = {}
        for file, name in notes.media.items():
            data = given.media(file)
            if data is not None:
                # Pictures and sounds are packed as they are; deflating them costs time alone.
                archive.writestr(_member(str(len(names)), zipfile.ZIP_STORED), data)
                names[str(len(names))] = name
        archive.writestr(_member("media"), json.dumps(names))


@dataclass
class _Notes:
    """The notes in order; once they are through, `media` are the names of all their files."""

    given: Outgoing
    media: dict[str, str] = field(default_factory=dict)

    def __iter__(self) -> Iterator[NewNote]:
        for own, *variants in self.given.cards():
            deck = _deck(self.given.title, own.topic)
            for place, draft in enumerate((own, *variants)):
                yield self._note(draft, place, deck)

    def _note(self, draft: Draft, place: int, deck: tuple[str, ...]) -> NewNote:
        face = draft.face
        self.media |= {one.file: file_name(one) for one in face.media}
        fields = (*fields_of(face), packed(draft, place, deck))
        return NewNote(guid_of(draft, place), type_of(face), fields, labels_of(draft.tags), deck)


def _deck(title: str, topic: str) -> tuple[str, ...]:
    parts = [" ".join(_PARTING.sub(":", part).strip(": ").split()) for part in (title, topic)]
    return tuple(part for part in (parts[0] or _UNNAMED, parts[1]) if part)


def _member(name: str, how: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    """A member without the time of writing, which would read the clock."""
    member = zipfile.ZipInfo(name, _MOMENT)
    member.compress_type = how
    return member
