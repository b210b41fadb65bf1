"""A card in the last field of its note, whole, so that nothing is lost on the way back.

Anki shows less than a card holds: other accepted answers, which choices are right, the language.
What was changed in Anki counts more, so the field only does while the visible ones are as we wrote
them, and a deck or a tag that was changed is taken from where it stands.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Container
from hashlib import sha256
from typing import Any, Final

from content.card import Face, NotAFace, from_json, to_json
from content.exchange.anki.collection import NoteType
from content.exchange.anki.notes import LONGEST_FIELD, Note, field_of
from content.exchange.anki.own_types import OWN_FIELD, fields_of, type_of
from content.exchange.reading import Draft
from content.sanitise import clean

_VERSION: Final = 1


def packed(draft: Draft, place: int, deck: tuple[str, ...]) -> str:
    """The field's content; empty for a card so long that no field takes it.

    `place` counts the wordings of a card, from 0 for its own.
    """
    whole = {
        "v": _VERSION, "key": draft.key, "of": draft.variant_of, "topic": draft.topic,
        "tags": draft.tags, "place": place, "deck": deck, "face": to_json(draft.face),
    }  # fmt: skip
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    # Anki would tidy up JSON as if it were HTML.
    field = b64encode(text.encode()).decode()
    return field if len(field) <= LONGEST_FIELD else ""


def guid_of(draft: Draft, place: int) -> str:
    """What Anki knows the note by: the key, so that a later package updates it.

    A variant without one goes by its place among the wordings of its card.
    """
    said = json.dumps([draft.variant_of, place])
    return draft.key or sha256(said.encode()).hexdigest()[:20]


def labels_of(tags: tuple[str, ...]) -> str:
    """Tags as Anki keeps them: parted by spaces, so without any in them."""
    return " ".join("_".join(tag.split()) for tag in tags)


def unpacked(note: Note, kind: NoteType, media: Container[str]) -> Draft | None:
    """The card of a note of ours that nobody changed; None for any other note.

    `media` are the names of files in its package.
    """
    if kind.fields[-1] != OWN_FIELD or not note.cards:
        return None
    try:
        whole = json.loads(b64decode(note.fields[-1].text, validate=True))
        draft = _draft(whole, note.number)
        ours = note.guid == guid_of(draft, whole["place"])
        topic = draft.topic if tuple(whole["deck"]) == note.cards[0].deck else None
    except (ValueError, TypeError, KeyError, RecursionError, NotAFace):
        return None
    if not _as_written(draft.face, note, kind, media):
        return None
    deck = note.cards[0].deck[-1:]
    return Draft(
        key=draft.key if ours else note.guid or None,
        variant_of=draft.variant_of,
        face=draft.face,
        topic=clean("".join(deck)) if topic is None else topic,
        tags=draft.tags if set(labels_of(draft.tags).split()) == set(note.tags) else note.tags,
        row=note.number,
    )


def _draft(whole: Any, number: int) -> Draft:
    """Raises one of several errors for what is none of ours."""
    if whole["v"] != _VERSION or not isinstance(whole["face"], dict):
        raise ValueError
    face = from_json(_cleaned(whole["face"]))
    tags = tuple(_text(tag) for tag in whole["tags"])
    key, original = _text(whole["key"] or ""), _text(whole["of"] or "")
    return Draft(key or None, original or None, face, _text(whole["topic"]), tags, number)


def _as_written(face: Face, note: Note, kind: NoteType, media: Container[str]) -> bool:
    own = type_of(face)
    if own.fields != kind.fields:
        return False
    written = [field_of(field, media) for field in fields_of(face)]
    there = [(one.text, one.media) for one in note.fields[:-1]]
    return [(one.text, one.media) for one in written] == there


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return clean(value)


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(one) for one in value]
    if isinstance(value, dict):
        return {name: _cleaned(one) for name, one in value.items()}
    return value
