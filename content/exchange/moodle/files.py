"""The files that a Moodle question brings along, written out within it."""

from base64 import b64decode
from collections.abc import Iterator, Mapping
from functools import partial
from xml.etree.ElementTree import Element

from content.exchange.reading import Unreadable, Wanted
from content.media import Place

_PROMPT = "questiontext"
_ANSWERS = ("answer", "subquestion", "dragbox", "selectoption")


def files_of(question: Element, alternatives: Mapping[str, str]) -> Iterator[Wanted]:
    """Each where its text stands; `alternatives` say in words what pictures show."""
    for child in question:
        if child.tag == "file":
            yield _wanted(child, "prompt", alternatives)
        else:
            yield from _within(child, _place(child), alternatives)


def _within(element: Element, place: Place, alternatives: Mapping[str, str]) -> Iterator[Wanted]:
    for child in element:
        if child.tag == "file":
            yield _wanted(child, place, alternatives)
        else:
            inner: Place = "explanation" if child.tag == "feedback" else place
            yield from _within(child, inner, alternatives)


def _place(element: Element) -> Place:
    if element.tag in _ANSWERS:
        return "answer"
    return "prompt" if element.tag == _PROMPT else "explanation"


def _wanted(file: Element, place: Place, alternatives: Mapping[str, str]) -> Wanted:
    name = file.get("name") or "?"
    return Wanted(name, place, alternatives.get(name, ""), partial(_decoded, file.text or ""))


def _decoded(text: str) -> bytes:
    try:
        return b64decode(text)
    except ValueError as broken:
        raise Unreadable("damaged") from broken
