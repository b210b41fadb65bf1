"""Course material as it reads, whatever file it came from: blocks, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

PlaceKind = Literal["slide", "page", "section"]
PLACE_KINDS: Final[tuple[PlaceKind, ...]] = ("slide", "page", "section")
"""A text that was never laid out on pages has sections: its headings, counted."""


@dataclass(frozen=True, order=True)
class Place:
    """Where in the file, counted from 1; for a section 0 is what stands before any heading."""

    kind: PlaceKind
    number: int


@dataclass(frozen=True)
class Heading:
    text: str
    place: Place


@dataclass(frozen=True)
class Paragraph:
    """Text that runs on. `notes` tells that the speaker reads it, not the room."""

    text: str
    place: Place
    notes: bool = False


@dataclass(frozen=True)
class Listing:
    """Points below one another; `numbered` when their order was meant."""

    items: tuple[str, ...]
    place: Place
    numbered: bool = False


@dataclass(frozen=True)
class Table:
    """Rows of cells, the first of them perhaps a header."""

    rows: tuple[tuple[str, ...], ...]
    place: Place


Block = Heading | Paragraph | Listing | Table


@dataclass(frozen=True)
class Passage:
    """All that was said under one heading, for whoever looks at it whole."""

    place: Place
    heading: str
    text: str


def text_of(block: Block) -> str:
    """The block as plain lines."""
    match block:
        case Heading(text=text) | Paragraph(text=text):
            return text
        case Listing(items=items, numbered=numbered):
            marks = (f"{number}." if numbered else "-" for number, _ in enumerate(items, 1))
            return "\n".join(f"{mark} {item}" for mark, item in zip(marks, items, strict=True))
        case Table(rows=rows):
            return "\n".join(" | ".join(row) for row in rows)
