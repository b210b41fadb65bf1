"""The JSON of an H5P package: pieces of content, each of a library, one within another."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final, cast

from content import limits
from content.exchange.html_text import has_html, plain
from content.exchange.questions import LONGEST_TEXT, Unfit
from content.exchange.reading import Unreadable
from content.sanitise import clean

MOST_DEPTH: Final = 100

_SAID: Final = ("alt", "imageAltText")

Params = Mapping[str, Any]


@dataclass(frozen=True)
class Piece:
    """Content of one library, such as `H5P.MultiChoice`."""

    made_with: str
    params: Params
    title: str = ""
    ident: str = ""


def loaded(data: bytes) -> Params:
    """An object of JSON; raises `Unreadable` for anything else."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as broken:
        raise Unreadable("damaged") from broken
    if not isinstance(found, dict):
        raise Unreadable("damaged")
    return cast("Params", found)


def pieces_in(value: object, depth: int = 0) -> Iterator[Piece]:
    """The outermost pieces of content in a value, in order."""
    if depth > MOST_DEPTH:
        raise Unreadable("too-deep", {"most": MOST_DEPTH})
    if isinstance(value, dict):
        params = cast("dict[str, Any]", value)
        library, inner = params.get("library"), params.get("params")
        if isinstance(library, str) and isinstance(inner, dict):
            title = text(mapping(params.get("metadata")), "title")
            ident = params.get("subContentId")
            yield Piece(
                library.split(" ")[0], inner, title, ident if isinstance(ident, str) else ""
            )
            return
    for one in _values(value):
        yield from pieces_in(one, depth + 1)


@dataclass(frozen=True)
class File:
    """A file that content refers to; `path` is below the folder of the content."""

    path: str
    alt: str

    @property
    def name(self) -> str:
        return PurePosixPath(self.path).name or "?"


def files_in(value: object, alt: str = "", depth: int = 0) -> Iterator[File]:
    """The files that a piece of content refers to; what they show may be said around them."""
    if depth > MOST_DEPTH:
        raise Unreadable("too-deep", {"most": MOST_DEPTH})
    params = mapping(value)
    words = (params.get(name) for name in _SAID)
    said = next((one for one in words if isinstance(one, str) and one), alt)
    path = params.get("path")
    if isinstance(path, str) and path:
        yield File(path.removesuffix("#tmp"), clean(said[: limits.ALT]))
    for one in _values(value):
        yield from files_in(one, said, depth + 1)


def _values(value: object) -> list[Any]:
    if isinstance(value, dict):
        return list(cast("dict[str, Any]", value).values())
    return value if isinstance(value, list) else []


def mapping(value: object) -> Params:
    """The value where it is an object, else an empty one."""
    return cast("Params", value) if isinstance(value, dict) else {}


def listed(params: Params, key: str) -> list[Any]:
    """The list of that name, empty where there is none."""
    value = params.get(key)
    return value if isinstance(value, list) else []


def text(params: Params, key: str) -> str:
    """The text of that name without its HTML, empty where there is none."""
    return seen(params.get(key))


def seen(value: object) -> str:
    """A text without its HTML."""
    source = value if isinstance(value, str) else ""
    if len(source) > LONGEST_TEXT:
        raise Unfit("question-too-long", {"most": LONGEST_TEXT})
    # Some fields are plain text, in which `List<String>` is no HTML; an entity is in none of those.
    return plain(source).text if has_html(source) or "&" in source else clean(source)
