"""What a collection says of its note types and decks, in both of its schemas.

Schema 11 keeps them as JSON in the one row of `col`, schema 18 in tables of their own, the
particulars as protocol buffers. Others are steps in between that Anki writes into no package.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from content.exchange.anki import wire
from content.exchange.anki.database import Rows
from content.exchange.anki.template import Template, compiled
from content.exchange.reading import Unreadable

_JSON_SCHEMA, _TABLE_SCHEMA = 11, 18
_OCCLUSION: Final = 6
"""Anki's number for its own note type that covers parts of a picture."""
_PARTS: Final = ("::", "\x1f")
"""What stands between the names of nested decks, by schema."""


@dataclass(frozen=True)
class NoteType:
    """`templates` are by the number that a card gives; a cloze type has the one at 0."""

    name: str
    cloze: bool
    occlusion: bool
    fields: tuple[str, ...]
    templates: Mapping[int, Template]


@dataclass(frozen=True)
class Collection:
    """Note types and the full names of decks, by id."""

    types: Mapping[int, NoteType]
    decks: Mapping[int, tuple[str, ...]]


def read(rows: Rows) -> Collection:
    """Raises `Unreadable` for a schema of tomorrow and for what makes no sense."""
    try:
        version = next(rows.of("col", "ver"))[0]
        if version == _JSON_SCHEMA:
            return _from_json(rows)
        if version == _TABLE_SCHEMA:
            return _from_tables(rows)
    except (
        StopIteration,
        KeyError,
        TypeError,
        ValueError,
        AttributeError,
        RecursionError,
    ) as error:
        raise Unreadable("damaged") from error
    raise Unreadable("anki-too-new")


def _from_json(rows: Rows) -> Collection:
    models, decks = (json.loads(text) for text in next(rows.of("col", "models", "decks")))
    return Collection(
        {int(key): _type_from_json(model) for key, model in models.items()},
        {int(key): _path(deck["name"]) for key, deck in decks.items()},
    )


def _type_from_json(model: Mapping[str, Any]) -> NoteType:
    templates = {
        int(one.get("ord", place)): compiled(str(one["name"]), one["qfmt"], one["afmt"])
        for place, one in enumerate(model["tmpls"])
    }
    fields = tuple(str(one["name"]) for one in model["flds"])
    occlusion = model.get("originalStockKind") == _OCCLUSION
    return NoteType(str(model["name"]), model["type"] == 1, occlusion, fields, templates)


def _from_tables(rows: Rows) -> Collection:
    fields: dict[int, dict[int, str]] = {}
    for type_id, place, name in rows.of("fields", "ntid", "ord", "name"):
        fields.setdefault(type_id, {})[place] = str(name)
    templates: dict[int, dict[int, Template]] = {}
    for type_id, place, name, config in rows.of("templates", "ntid", "ord", "name", "config"):
        template = compiled(str(name), wire.text(config, 1), wire.text(config, 2))
        templates.setdefault(type_id, {})[place] = template
    types = {
        type_id: NoteType(
            str(name),
            wire.number(config, 1) == 1,
            wire.number(config, 9) == _OCCLUSION,
            tuple(text for _, text in sorted(fields.get(type_id, {}).items())),
            templates.get(type_id, {}),
        )
        for type_id, name, config in rows.of("notetypes", "id", "name", "config")
    }
    return Collection(
        types, {key: _path(str(name)) for key, name in rows.of("decks", "id", "name")}
    )


def _path(name: str) -> tuple[str, ...]:
    for parting in _PARTS:
        name = name.replace(parting, "\x1f")
    return tuple(name.split("\x1f"))
