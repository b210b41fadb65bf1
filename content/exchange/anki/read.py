"""An Anki package: every card of its notes, by the identity that Anki gives a note."""

from typing import Final

from content.card import Language
from content.exchange.anki import collection, database, notes, package
from content.exchange.anki.reader import Reader
from content.exchange.pace import Told, counted, silent
from content.exchange.reading import Reading, Unreadable

MOST_BYTES: Final = 200_000_000


def read(data: bytes, *, language: Language, told: Told = silent) -> Reading:
    """The cards of a package; those of one note share its number as their row.

    A card's key is its note's guid, so that a later package updates it: the bare guid for the
    first template or gap, with `-r` behind it for the second template, which as a rule turns the
    first around, else with the number of the template or gap.
    Raises `Unreadable` for what is no sound package of bearable size.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable("too-big", {"most": MOST_BYTES // 1_000_000})
    unpacked = package.unpacked(data)
    reader = Reader(language, unpacked.media)
    with database.opened(unpacked.collection) as rows:
        found = notes.read(rows, collection.read(rows), unpacked.media)
        for note in counted(found, told, rows.count("notes")):
            reader.take(note)
    return reader.reading()
