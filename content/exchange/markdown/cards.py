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
Lines = list[str]
"""Joined at the end: a text that grows line by line is copied for every line."""

_SHORT: Final = {"q": "prompt", "v": "prompt", "a": "answer"}


@dataclass
class Card:
    """`parts` have the names that tables give them; `items` are those of lists in the question."""

    line: int
    topic: tuple[str, ...]
    parts: dict[str, list[Lines]] = field(default_factory=dict)
    items: list[Lines] = field(default_factory=list)
    current: str = "prompt"

    def begin(self, name: str, rest: str) -> None:
        """Starts a field; of fields but the answer the last counts."""
        self.current = name
        self.parts.setdefault(name, []).append([rest])

    def go_on(self, line: str, *, fenced: bool) -> None:
        """A line more of what was begun last."""
        asks = self.current == "prompt"
        if asks and not fenced and _ITEM.match(line):
            self.items.append([line.strip()])
        elif asks and self.items and line.strip():
            self.items[-1].append(line)
        else:
            self.parts[self.current][-1].append(line)

    def fields(self) -> dict[str, str]:
        """The text of every field but the answer."""
        found = {name: "\n".join(parts[-1]) for name, parts in self.parts.items()}
        found.pop("answer", None)
        return found

    def answers(self) -> list[str]:
        """The text of every answer."""
        return ["\n".join(lines).strip() for lines in self.parts.get("answer", [])]


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
