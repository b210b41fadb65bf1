"""The faces of a card, and the JSON in which they are stored and sent.

`to_json` gives one flat object, `{kind, language, prompt, explanation, source}` and what the
kind adds:

    recall                   answer: text
    choice, multiple_choice  choices: [text], correct: [index]
    true_false               correct: boolean
    typed                    accepted: [text], the first is the one shown
    cloze                    prompt with gaps as {{1}}, {{2}}…; gaps: [[accepted, …], …]
    order                    items: [text], in the right order
    match                    left: [text], right: [text], paired by index

A face with pictures, sounds or films has `media` as well, as `content.media` writes them.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, Final, cast, get_type_hints

from content.kinds.choice import Choice, MultipleChoice
from content.kinds.cloze import Cloze
from content.kinds.face import Face, Flaw, NotAFace
from content.kinds.match import Match
from content.kinds.order import Order
from content.kinds.recall import Recall
from content.kinds.true_false import TrueFalse
from content.kinds.typed import Typed
from content.language import LANGUAGES, Language
from content.media import Media, media_from_json, media_to_json

__all__ = [
    "KINDS", "LANGUAGES", "Choice", "Cloze", "Face", "Flaw", "Language", "Match",
    "Media", "MultipleChoice", "NotAFace", "Order", "Recall", "TrueFalse", "Typed",
    "from_json", "problems_of", "to_json",
]  # fmt: skip

KINDS: Final[Mapping[str, type[Face]]] = {
    kind.kind: kind
    for kind in (Recall, Choice, MultipleChoice, TrueFalse, Typed, Cloze, Order, Match)
}


def to_json(face: Face) -> dict[str, Any]:
    """The stored and sent form: texts, numbers, booleans and lists, safe for `json.dumps`."""
    values = {one.name: _lists(getattr(face, one.name)) for one in fields(face)}
    if not face.media:
        del values["media"]  # so that a face without them is stored as it was before there were any
    return {"kind": face.kind, **values}


def from_json(data: Mapping[str, Any]) -> Face:
    """The face that `to_json` wrote. Fields that a face does not have are left alone.

    Raises `NotAFace` for a kind, a missing field or a type that does not fit. A face that comes
    out may still be unfit for use: see `problems_of`.
    """
    kind = data.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise NotAFace("kind")
    shapes = _shapes(kind)
    values: dict[str, object] = {}
    for one in fields(KINDS[kind]):
        if one.name in data:
            try:
                values[one.name] = _READERS[shapes[one.name]](data[one.name])
            except (TypeError, ValueError) as unfit:
                raise NotAFace(one.name) from unfit
        elif one.default is MISSING:
            raise NotAFace(one.name)
    make = cast("Callable[..., Face]", KINDS[kind])
    return make(**values)


@cache
def _shapes(kind: str) -> Mapping[str, object]:
    """The types of a kind's fields; reading the hints anew takes longer than grading."""
    return get_type_hints(KINDS[kind])


def problems_of(face: Face) -> tuple[Flaw, ...]:
    """Everything that makes a face unfit for use, empty when it is fit.

    Limits are in `content.limits`; the sentences stand in the catalogue under `import-CODE`.
    """
    return tuple(face.flaws())


def _lists(value: object) -> object:
    if isinstance(value, Media):
        return media_to_json(value)
    return [_lists(one) for one in value] if isinstance(value, tuple) else value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _boolean(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _index(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value


def _language(value: object) -> Language:
    for language in LANGUAGES:
        if value == language:
            return language
    raise ValueError


def _each(read: Callable[[object], object]) -> Callable[[object], tuple[object, ...]]:
    def read_all(value: object) -> tuple[object, ...]:
        if not isinstance(value, list | tuple):
            raise TypeError
        return tuple(read(one) for one in value)

    return read_all


_READERS: Final[Mapping[object, Callable[[object], object]]] = {
    str: _text,
    bool: _boolean,
    Language: _language,
    tuple[str, ...]: _each(_text),
    tuple[int, ...]: _each(_index),
    tuple[tuple[str, ...], ...]: _each(_each(_text)),
    tuple[Media, ...]: _each(media_from_json),
}
