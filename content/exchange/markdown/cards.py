"""From the lines of a Markdown file to cards, each a few fields and a list."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from content.exchange.markdown import signs

Lines = list[str]
"""Joined at the end: a text that grows line by line is copied for every line."""


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

    def go_on(self, line: str, *, plain: bool) -> None:
        """A line more of what was begun last; in a `plain` one no sign means anything."""
        asks = self.current == "prompt"
        if asks and not plain and signs.is_item(line):
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
    for number, line, plain in _lines(text):
        heading = None if plain else signs.heading(line)
        label = None if plain else signs.label(line)
        if heading:
            headings = [one for one in headings if one[0] < heading[0]]
            headings.append(heading)
            card = None
        elif label and (card or label[0] == "prompt"):
            if card is None or label[0] == "prompt":
                card = Card(number, tuple(name for _, name in headings))
                found.cards.append(card)
            card.begin(*label)
        elif card:
            card.go_on(line, plain=plain)
        elif line.strip():
            found.loose.append(number)
    return found


def _lines(text: str) -> Iterator[tuple[int, str, bool]]:
    """Each line with its number, and whether no sign in it means anything: it is code or escaped.

    Remarks are left out.
    """
    fenced = False
    for number, line in enumerate(text.splitlines(), start=1):
        fence = signs.is_fence(line)
        text_alone = None if fenced else signs.bare(line)
        if text_alone is not None:
            yield number, text_alone, True
        elif fenced or not signs.is_remark(line):
            yield number, line, fenced or fence
        fenced = fenced != fence
