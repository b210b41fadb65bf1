"""Word documents as blocks: headings by their style, lists by their numbering, tables."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Final
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import OpcError
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from content.exchange.reading import Unreadable
from content.material.blocks import Block, Heading, Listing, Paragraph, Place, Table
from content.material.texts import one_line

BROKEN: Final = (
    OpcError, ParseError, SyntaxError, LookupError, ValueError, TypeError, AttributeError,
    AssertionError, BadZipFile, zlib.error, EOFError,
)  # fmt: skip
"""What python-docx and lxml raise on parts that are missing, twisted or cut off."""

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LAID_OUT: Final = f"{_W}lastRenderedPageBreak"
_BREAK: Final = f"{_W}br"
_TYPE: Final = f"{_W}type"


def read(data: bytes) -> list[Block]:
    """The blocks, by page as Word last laid them out; else by heading.

    Raises `Unreadable` for a file that is no sound document.
    """
    try:
        document = Document(BytesIO(data))
        body = document.element.body
        reading = _Reading(paged=next(body.iter(_LAID_OUT), None) is not None)
        for one in document.iter_inner_content():
            reading.take(one)
        return list(reading.finished())
    except BROKEN as broken:
        raise Unreadable("damaged") from broken


@dataclass
class _Reading:
    """Where the reader is, and the list that may still go on."""

    paged: bool
    number: int = 0
    blocks: list[Block] = field(default_factory=list)
    points: list[str] = field(default_factory=list)
    numbered: bool = False

    def take(self, one: WordParagraph | WordTable) -> None:
        if isinstance(one, WordTable):
            self.close()
            rows = [tuple(one_line(cell.text) for cell in row.cells) for row in one.rows]
            self.blocks.append(Table(tuple(rows), self.place))
            self.number += self.paged and _pages_in(one._element)
            return
        self.number += self.paged and _pages_in(one._p)
        if text := one_line(one.text):
            self._text(text, one)

    def _text(self, text: str, one: WordParagraph) -> None:
        name = (one.style.name if one.style and one.style.name else "").lower()
        if name.startswith(("heading", "kop ", "title")):
            self.close()
            self.number += not self.paged
            self.blocks.append(Heading(text, self.place))
        elif (numbered := _list_kind(one, name)) is not None:
            if numbered != self.numbered:
                self.close()
            self.numbered = numbered
            self.points.append(text)
        else:
            self.close()
            self.blocks.append(Paragraph(text, self.place))

    @property
    def place(self) -> Place:
        return Place("page", self.number + 1) if self.paged else Place("section", self.number)

    def close(self) -> None:
        """Ends the list at hand."""
        if self.points:
            self.blocks.append(Listing(tuple(self.points), self.place, self.numbered))
            self.points = []

    def finished(self) -> Iterator[Block]:
        self.close()
        return iter(self.blocks)


def _pages_in(element: Any) -> int:
    """Pages that end within; a break that was asked for is laid out as one as well."""
    laid_out = sum(1 for _ in element.iter(_LAID_OUT))
    return laid_out or sum(one.get(_TYPE) == "page" for one in element.iter(_BREAK))


def _list_kind(one: WordParagraph, style: str) -> bool | None:
    """Whether a point of a list is numbered; None for what is no point."""
    if style.startswith(("list number", "lijstnummering")):
        return True
    if style.startswith(("list bullet", "lijst opsom", "list paragraph", "lijstalinea")):
        return _format(one) not in (None, "bullet", "none")
    if one._p.pPr is not None and one._p.pPr.numPr is not None:
        return _format(one) not in (None, "bullet", "none")
    return None


def _format(one: WordParagraph) -> str | None:
    """How the numbering of this paragraph counts, as the part with numberings says."""
    # python-docx has no names of its own for numbering.
    properties: Any = one._p.pPr.numPr if one._p.pPr is not None else None
    if properties is None or properties.numId is None:
        return None
    try:
        part: Any = one.part
        numbering = part.numbering_part.element
    except (KeyError, NotImplementedError):  # python-docx cannot make the part where none is
        return None
    number = int(properties.numId.val)
    kind = numbering.xpath(f'w:num[@w:numId="{number}"]/w:abstractNumId/@w:val')
    if not kind:
        return None
    found = numbering.xpath(
        f'w:abstractNum[@w:abstractNumId="{int(kind[0])}"]/w:lvl[1]/w:numFmt/@w:val'
    )
    return str(found[0]) if found else None
