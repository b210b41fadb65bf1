"""A collection of schema 11, made in memory: what every Anki since 2.0 opens.

Only what Anki needs to open it is filled in; the rest is at what Anki itself begins with.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha1, sha256
from typing import Any, Final

from content.exchange.anki.own_types import OWN_TYPES, OwnType
from content.exchange.html_text import plain

_TABLES: Final = """
CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null,
  scm integer not null, ver integer not null, dty integer not null, usn integer not null,
  ls integer not null, conf text not null, models text not null, decks text not null,
  dconf text not null, tags text not null);
CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null,
  mod integer not null, usn integer not null, tags text not null, flds text not null,
  sfld integer not null, csum integer not null, flags integer not null, data text not null);
CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null,
  ord integer not null, mod integer not null, usn integer not null, type integer not null,
  queue integer not null, due integer not null, ivl integer not null, factor integer not null,
  reps integer not null, lapses integer not null, left integer not null, odue integer not null,
  odid integer not null, flags integer not null, data text not null);
CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null,
  ease integer not null, ivl integer not null, lastIvl integer not null, factor integer not null,
  time integer not null, type integer not null);
CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
CREATE INDEX ix_notes_usn on notes (usn);
CREATE INDEX ix_cards_usn on cards (usn);
CREATE INDEX ix_revlog_usn on revlog (usn);
CREATE INDEX ix_cards_nid on cards (nid);
CREATE INDEX ix_cards_sched on cards (did, queue, due);
CREATE INDEX ix_revlog_cid on revlog (cid);
CREATE INDEX ix_notes_csum on notes (csum);
"""
_SCHEMA: Final = 11
_DEFAULT_DECK: Final = 1
_CSS: Final = (
    ".card { font-family: sans-serif; font-size: 20px; text-align: center; }\n"
    "ul, ol { display: inline-block; text-align: left; }\n"
    ".explanation { margin-top: 1em; }\n.source { margin-top: .5em; opacity: .7; }\n"
    ".cloze { font-weight: bold; }"
)


@dataclass(frozen=True)
class NewNote:
    """A note with one card, and the path of its deck."""

    guid: str
    type: OwnType
    fields: tuple[str, ...]
    tags: str
    deck: tuple[str, ...]


def collection(notes: Iterable[NewNote], seconds: int) -> bytes:
    """The database with these notes, in order; `seconds` is the time, counted since 1970."""
    decks: dict[str, int] = {}
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.executescript(_TABLES)
        database.execute("BEGIN")
        for place, note in enumerate(notes, start=1):
            row_id = seconds * 1000 + place
            _add_note(database, note, row_id, seconds)
            deck = decks.setdefault("::".join(note.deck), _deck_id(note.deck))
            card = (row_id, row_id, deck, seconds, place)
            database.execute(
                "INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
                card,
            )
        parts = (_conf(), _models(seconds), _decks(decks, seconds), _deck_conf())
        texts = [*(json.dumps(part) for part in parts), "{}"]
        head = (seconds, seconds * 1000, seconds * 1000, _SCHEMA)
        database.execute(
            "INSERT INTO col VALUES (1, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?, ?, ?)", (*head, *texts)
        )
        database.execute("COMMIT")
        return database.serialize()


def _add_note(database: sqlite3.Connection, note: NewNote, row_id: int, seconds: int) -> None:
    first = plain(note.fields[0]).text
    # Anki finds notes of the same beginning by it; nothing is kept safe with it.
    check = int(sha1(first.encode(), usedforsecurity=False).hexdigest()[:8], 16)
    tags = f" {note.tags} " if note.tags else ""
    values = (row_id, note.guid, note.type.id, seconds, tags, "\x1f".join(note.fields), first)
    database.execute("INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')",
                     (*values, check))  # fmt: skip


def _deck_id(path: tuple[str, ...]) -> int:
    """The same for the same path; Anki goes by the name, and asks for a number of its own kind."""
    return int(sha256("\x1f".join(path).encode()).hexdigest()[:10], 16) + 2


def _models(seconds: int) -> dict[str, Any]:
    return {str(one.id): _model(one, seconds) for one in OWN_TYPES}


def _model(one: OwnType, seconds: int) -> dict[str, Any]:
    template = {"name": "Card 1", "ord": 0, "qfmt": one.question, "afmt": one.answer,
                "bqfmt": "", "bafmt": "", "did": None, "bfont": "", "bsize": 0}  # fmt: skip
    fields = [
        {"name": name, "ord": place, "sticky": False, "rtl": False, "font": "Arial", "size": 20,
         "media": []}
        for place, name in enumerate(one.fields)
    ]  # fmt: skip
    return {
        "id": one.id, "name": one.name, "type": int(one.cloze), "mod": seconds, "usn": -1,
        "sortf": 0, "did": _DEFAULT_DECK, "tmpls": [template], "flds": fields, "css": _CSS,
        "latexPre": "", "latexPost": "", "latexsvg": False, "tags": [], "vers": [],
        "req": [] if one.cloze else [[0, "any", [0]]],
    }  # fmt: skip


def _decks(decks: Mapping[str, int], seconds: int) -> dict[str, Any]:
    named = {"Default": _DEFAULT_DECK, **decks}
    return {
        str(number): {
            "id": number, "name": name, "mod": seconds, "usn": -1, "desc": "", "dyn": 0,
            "collapsed": False, "conf": 1, "extendNew": 10, "extendRev": 50,
            "newToday": [0, 0], "revToday": [0, 0], "lrnToday": [0, 0], "timeToday": [0, 0],
        }
        for name, number in named.items()
    }  # fmt: skip


def _conf() -> dict[str, Any]:
    return {
        "activeDecks": [_DEFAULT_DECK], "curDeck": _DEFAULT_DECK, "curModel": str(OWN_TYPES[0].id),
        "nextPos": 1, "newSpread": 0, "collapseTime": 1200, "timeLim": 0, "estTimes": True,
        "dueCounts": True, "sortType": "noteFld", "sortBackwards": False, "addToCur": True,
    }  # fmt: skip


def _deck_conf() -> dict[str, Any]:
    return {
        "1": {
            "id": 1, "name": "Default", "mod": 0, "usn": 0, "maxTaken": 60, "autoplay": True,
            "timer": 0, "replayq": True, "dyn": False,
            "new": {"delays": [1, 10], "ints": [1, 4, 7], "initialFactor": 2500, "order": 1,
                    "perDay": 20, "bury": True, "separate": True},
            "rev": {"perDay": 200, "ease4": 1.3, "fuzz": 0.05, "ivlFct": 1, "maxIvl": 36500,
                    "bury": True, "minSpace": 1},
            "lapse": {"delays": [10], "mult": 0, "minInt": 1, "leechFails": 8, "leechAction": 0},
        }
    }  # fmt: skip
