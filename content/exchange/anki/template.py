"""Card templates: HTML with `{{Field}}`, `{{filter:Field}}` and `{{#Field}}…{{/Field}}` in it.

A template becomes plain text once, with its tags kept in place; a note's fields, plain text as
well by then, are put in for each card.
"""

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, replace
from typing import Final

from content.exchange.html_text import plain

LONGEST: Final = 200_000
"""Characters of one side. Many hold a script of some length."""

PICTURE: Final = "picture"
"""The filter of a field that names a picture: `<img src="{{Field}}">`."""

ANSWER_LINE: Final = "\ue000"
"""Where the answer begins: Anki's line `<hr id=answer>` under the question."""

_TAG: Final = re.compile(r"\{\{([^{}]*+)\}\}")
_RULE: Final = re.compile(r"<hr\b([^<>]*+)>", re.IGNORECASE)
_OF_ANSWER: Final = re.compile(r"\bid=[\"']?answer\b", re.IGNORECASE)
_FIRST, _LAST = "\U000f0000", "\U000ffffd"
_STAND_IN: Final = re.compile(f"([{_FIRST}-{_LAST}])")
_OUR_OWN: Final = re.compile(f"[{ANSWER_LINE}{_FIRST}-{_LAST}]")


@dataclass(frozen=True)
class Tag:
    """`sign` is `#`, `^`, `/` or empty; `filters` stand in the order in which they were written."""

    sign: str
    filters: tuple[str, ...]
    name: str


@dataclass(frozen=True)
class Side:
    """Text and tags in turn, and the pictures that the template itself brings."""

    parts: tuple[str | Tag, ...]
    pictures: tuple[str, ...]

    def names(self) -> tuple[str, ...]:
        """The fields that it shows, in order."""
        tags = (part for part in self.parts if isinstance(part, Tag))
        return tuple(dict.fromkeys(tag.name for tag in tags if not tag.sign))


@dataclass(frozen=True)
class Template:
    """Both sides of a card."""

    name: str
    question: Side
    answer: Side


def compiled(name: str, question: str, answer: str) -> Template:
    """A template of HTML; raises `ValueError` beyond `LONGEST`."""
    return Template(name, _side(question), _side(answer))


def _side(source: str) -> Side:
    if len(source) > LONGEST:
        raise ValueError(source[:80])
    tags: list[Tag] = []

    def stand_in(written: re.Match[str]) -> str:
        tags.append(_tag(written[1]))
        return chr(ord(_FIRST) + len(tags) - 1)

    marked = _RULE.sub(_line, _OUR_OWN.sub("", source))
    shown = plain(_TAG.sub(stand_in, marked))
    own = tuple(name for name in shown.pictures if not _STAND_IN.search(name))
    named = "".join(name for name in shown.pictures if _STAND_IN.search(name))
    pictured = (
        replace(tag, filters=(PICTURE,)) for tag in _parts(named, tags) if isinstance(tag, Tag)
    )
    return Side((*_parts(shown.text, tags), *pictured), own)


def _line(rule: re.Match[str]) -> str:
    return ANSWER_LINE if _OF_ANSWER.search(rule[1]) else rule[0]


def _parts(text: str, tags: list[Tag]) -> Iterator[str | Tag]:
    for piece in _STAND_IN.split(text):
        if _STAND_IN.match(piece):
            yield tags[ord(piece) - ord(_FIRST)]
        elif piece:
            yield piece


def _tag(written: str) -> Tag:
    written = written.strip()
    sign = written[:1] if written[:1] in tuple("#^/") else ""
    *filters, name = written.removeprefix(sign).split(":")
    return Tag(sign, tuple(one.strip() for one in filters), name.strip())


def rendered(side: Side, shown: Callable[[Tag], str], filled: Container[str]) -> str:
    """The text of a side: `shown` gives what stands for a tag, conditions ask what is `filled`.

    A condition that is never closed holds to the end, and one closed too often is let go.
    """
    pieces: list[str] = []
    holds: list[bool] = []
    for part in side.parts:
        hidden = not (holds[-1] if holds else True)
        if isinstance(part, str):
            pieces += [] if hidden else [part]
        elif part.sign == "/":
            del holds[-1:]
        elif part.sign:
            holds.append(not hidden and (part.name in filled) == (part.sign == "#"))
        elif not hidden:
            pieces.append(shown(part))
    lines = (line.strip() for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)
