"""From the lines of a Markdown file to cards, each a few fields and a list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from content.exchange.headers import field_called

_HEADING: Final = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t#]*\Z")
_LABEL: Final = re.compile(r"\**([^\W\d][\w \t]{0,20}?)\**:\**(?:[ \t]+|\Z)(.*)")
_ITEM: Final = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]")
_FENCE: Final = re.compile(r"[ \t]*(?:```|~~~)")
_SHORT: Final = {"q": "prompt", "v": "prompt", "a": "answer"}


@dataclass
class Card:
    """`fields` have the names that tables give them; `items` are lines of lists in the question."""

    line: int
    topic: tuple[str, ...]
    fields: dict[str, str] = field(default_factory=dict)
    answers: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    current: str = "prompt"

    def begin(self, name: str, rest: str) -> None:
        """Starts a field; every answer is one more."""
        self.current = name
        if name == "answer":
            self.answers.append(rest)
        else:
            self.fields[name] = rest

    def go_on(self, line: str, *, fenced: bool) -> None:
        """A line more of what was begun last."""
        if self.current == "answer":
            self.answers[-1] += f"\n{line}"
        elif self.current == "prompt" and not fenced and _ITEM.match(line):
            self.items.append(line.strip())
        elif self.current == "prompt" and self.items and line.strip():
            self.items[-1] += f"\n{line}"
        else:
            self.fields[self.current] += f"\n{line}"


@dataclass
class Cards:
    """What a file holds; `loose` are the lines that belong to no card and are no heading."""

    cards: list[Card] = field(default_factory=list)
    loose: list[int] = field(default_factory=list)


def cards_in(text: str) -> Cards:
    """The cards in order. One runs from its question to the next one or to a heading."""
    found = Cards()
    headings: list[tuple[int, str]] = []
    card: Card | None = None
    for number, line, fenced in _lines(text):
        heading = None if fenced else _HEADING.match(line)
        label = None if fenced else _label(line)
        if heading:
            headings = [one for one in headings if one[0] < len(heading[1])]
            headings.append((len(heading[1]), heading[2]))
            card = None
        elif label and (card or label[0] == "prompt"):
            if card is None or label[0] == "prompt":
                card = Card(number, tuple(name for _, name in headings))
                found.cards.append(card)
            card.begin(*label)
        elif card:
            card.go_on(line, fenced=fenced)
        elif line.strip():
            found.loose.append(number)
    return found


def _label(line: str) -> tuple[str, str] | None:
    """The field that a line begins, and the rest of the line."""
    found = _LABEL.match(line)
    name = found and (_SHORT.get(found[1].lower()) or field_called(found[1]))
    return (name, found[2]) if found and name else None


def _lines(text: str) -> Iterator[tuple[int, str, bool]]:
    """Each line with its number, and whether it is code, in which no sign means anything."""
    fenced = False
    for number, line in enumerate(text.splitlines(), start=1):
        fence = _FENCE.match(line) is not None
        yield number, line, fenced or fence
        fenced = fenced != fence
