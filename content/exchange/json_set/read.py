"""Reads a set that Beklijf wrote as JSON; see `write` for what stands where."""

import json
from base64 import b64decode
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Any, Final

from content.card import Face, NotAFace, from_json, problems_of
from content.exchange.json_set.write import FORMAT, VERSION
from content.exchange.reading import (
    MOST_ROWS,
    Draft,
    Problem,
    Reading,
    Unreadable,
    Values,
    Wanted,
)
from content.exchange.rows import label_flaws
from content.exchange.table import capped
from content.sanitise import clean

MOST_BYTES: Final = 100_000_000
"""A third more than its media, which stand in it as text."""

_SAYS_SO: Final = f'"format":"{FORMAT}"'.encode()
_BEGINNING: Final = 400
_DEEPEST: Final = 20
_FIRST_WORDS: Final = 60
_OUR_TIMES: Final = date(2000, 1, 1), date(2199, 12, 31)
"""Near the ends of the calendar there is no day before or after."""
_Source = Callable[[], bytes]


def is_set(data: bytes) -> bool:
    """Whether it says so of itself at its beginning, in UTF-8."""
    start = b"".join(data[:_BEGINNING].removeprefix(BOM_UTF8).split())
    return start.startswith(b"{") and _SAYS_SO in start


def read(data: bytes) -> Reading:
    """The cards, counted from 1; a variant has the number of its card.

    Raises `Unreadable` for damaged JSON, for a version of tomorrow and for what is too big.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable("too-big", {"most": MOST_BYTES // 1_000_000})
    try:
        whole = json.loads(data.removeprefix(BOM_UTF8).decode())
    except (ValueError, RecursionError) as broken:
        raise Unreadable("damaged") from broken
    if whole.get("version") != VERSION:
        raise Unreadable("json-too-new")
    cards = _list(whole.get("cards"))
    if len(cards) > MOST_ROWS:
        raise Unreadable("too-many-rows", {"most": MOST_ROWS})
    reader = _Reader(_sources(whole.get("media")))
    for number, card in enumerate(cards, start=1):
        reader.take(number, card)
    if not cards:
        reader.problems.append(Problem("no-questions"))
    released = len(_list(whole.get("releases")))
    notes = [Problem("releases-left-out", values={"count": released})] if released else []
    problems = capped(reader.problems)
    return Reading(tuple(reader.drafts), problems, capped(notes), "question", with_media=True)


def _sources(media: object) -> Mapping[str, _Source]:
    """Where the bytes of each file come from, by its name."""
    if not isinstance(media, dict):
        return {}
    return {name: partial(_decoded, text) for name, text in media.items()}


def _decoded(text: object) -> bytes:
    try:
        return b64decode(text, validate=True) if isinstance(text, str) else b""
    except ValueError as broken:
        raise Unreadable("damaged") from broken


class _Unfit(Exception):
    """A member that is missing or of another type than it should be."""


@dataclass
class _Reader:
    sources: Mapping[str, _Source]
    drafts: list[Draft] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    first_with: dict[str, int] = field(default_factory=dict)

    def take(self, number: int, card: object) -> None:
        """A card with its variants: they come in together or, with a problem, not at all."""
        try:
            drafts = list(_drafts(number, card))
        except NotAFace as unfit:
            self._problem("json-unfit", number, "", unfit.field)
            return
        except _Unfit as unfit:
            self._problem("json-unfit", number, "", str(unfit))
            return
        before = len(self.problems)
        for draft in drafts:
            item = _begin(draft.face)
            for flaw in (*problems_of(draft.face), *label_flaws(draft)):
                self._problem(flaw.code, number, item, flaw.field, flaw.values)
            if draft.key and self.first_with.setdefault(draft.key, number) != number:
                values: Values = {"key": draft.key, "first": self.first_with[draft.key]}
                self._problem("same-key", number, item, "key", values)
        if len(self.problems) == before:
            self.drafts += [replace(one, wants=self._wants(one.face)) for one in drafts]

    def _wants(self, face: Face) -> tuple[Wanted, ...]:
        """Those of its media that the file holds, to be looked at as any other upload."""
        return tuple(
            Wanted(one.file, one.place, one.alt, source)
            for one in face.media
            if (source := self.sources.get(one.file))
        )

    def _problem(
        self, code: str, number: int, item: str, column: str,
        values: Values | None = None,
    ) -> None:  # fmt: skip
        self.problems.append(Problem(code, number, column, values or {}, item))


def _drafts(number: int, card: object) -> Iterator[Draft]:
    if not isinstance(card, dict):
        raise _Unfit("card")
    key = _text(card, "key") or None
    yield Draft(key, None, _face(card), _text(card, "topic"), _tags(card), number,
                valid_until=_valid_until(card))  # fmt: skip
    for variant in _list(card.get("variants")):
        if not isinstance(variant, dict):
            raise _Unfit("variants")
        if key is None:
            raise _Unfit("key")  # what it is a variant of could not be told
        yield Draft(_text(variant, "key") or None, key, _face(variant), "", (), number)


def _face(holder: dict[str, Any]) -> Face:
    face = _clean(holder.get("face"))
    if not isinstance(face, dict):
        raise _Unfit("face")
    return from_json(face)


def _text(holder: dict[str, Any], name: str) -> str:
    text = holder.get(name)
    if not isinstance(text, str | None):
        raise _Unfit(name)
    return clean(text or "")


def _valid_until(card: dict[str, Any]) -> date | None:
    text = _text(card, "valid_until")
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError:
        raise _Unfit("valid_until") from None
    if day and not _OUR_TIMES[0] <= day <= _OUR_TIMES[1]:
        raise _Unfit("valid_until")
    return day


def _tags(card: dict[str, Any]) -> tuple[str, ...]:
    tags = _list(card.get("tags"))
    if not all(isinstance(tag, str) for tag in tags):
        raise _Unfit("tags")
    return tuple(dict.fromkeys(tag for one in tags if (tag := clean(one))))


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _clean(value: object, depth: int = 0) -> Any:
    """Every text in it as people see it; what is nested deeper than any face is cut off."""
    if isinstance(value, str):
        return clean(value)
    if depth > _DEEPEST:
        return None
    if isinstance(value, list):
        return [_clean(one, depth + 1) for one in value]
    if isinstance(value, dict):
        return {name: _clean(one, depth + 1) for name, one in value.items()}
    return value


def _begin(face: Face) -> str:
    line = " ".join(face.prompt.split())
    return line if len(line) <= _FIRST_WORDS else f"{line[: _FIRST_WORDS - 1]}…"
