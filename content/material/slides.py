"""PowerPoint slides as blocks: the title as heading, points as lists, tables, notes."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import groupby
from typing import Any, Final
from zipfile import BadZipFile

from pptx import Presentation
from pptx.exc import PythonPptxError
from pptx.util import Length

from content.exchange.reading import Unreadable
from content.material.blocks import Block, Heading, Listing, Paragraph, Place, Table
from content.material.texts import one_line

MOST_SLIDES: Final = 500
BROKEN: Final = (
    PythonPptxError, SyntaxError, LookupError, ValueError, TypeError, AttributeError,
    AssertionError, BadZipFile, zlib.error, EOFError,
    NotImplementedError,  # python-pptx's word for a shape of a kind that it does not know
)  # fmt: skip
"""What python-pptx and lxml raise on parts that are missing, twisted or cut off."""

_FOOTERS: Final = frozenset({"DATE", "FOOTER", "SLIDE_NUMBER", "HEADER"})
_NUMBERED: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}buAutoNum"


def read(data: bytes) -> tuple[list[Block], int]:
    """The blocks of all slides that are shown, and how many slides there are.

    Raises `Unreadable` for a file that is no sound presentation.
    """
    try:
        slides = list(Presentation(BytesIO(data)).slides)
        blocks = [
            block
            for number, slide in enumerate(slides[:MOST_SLIDES], 1)
            if slide.element.get("show") != "0"
            for block in _blocks(slide, Place("slide", number))
        ]
    except BROKEN as broken:
        raise Unreadable("damaged") from broken
    return blocks, len(slides)


def _blocks(slide: Any, place: Place) -> Iterator[Block]:
    title = slide.shapes.title
    if title is not None and (text := one_line(title.text_frame.text)):
        yield Heading(text, place)
    for shape in sorted(_flat(slide.shapes), key=_top):
        if title is not None and shape.shape_id == title.shape_id:
            continue
        if shape.has_text_frame and not _is_footer(shape):
            yield from _of_frame(shape.text_frame, place)
        elif getattr(shape, "has_table", False) and shape.has_table:
            rows = shape.table.rows
            yield Table(
                tuple(tuple(one_line(one.text) for one in row.cells) for row in rows), place
            )
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        for line in slide.notes_slide.notes_text_frame.text.splitlines():
            if text := one_line(line):
                yield Paragraph(text, place, notes=True)


def _of_frame(frame: Any, place: Place) -> Iterator[Block]:
    """A text alone is a paragraph; several are points, numbered where the slide numbers them."""
    told = [one for one in frame.paragraphs if one_line(one.text)]
    for numbered, group in groupby(told, key=_is_numbered):
        points = [one_line(one.text) for one in group if one.level == 0 or numbered]
        if len(points) == 1 and not numbered:
            yield Paragraph(points[0], place)
        elif points:
            yield Listing(tuple(points), place, numbered)


def _is_numbered(paragraph: Any) -> bool:
    properties = paragraph._p.pPr  # python-pptx has no name of its own for the marks of a list
    return properties is not None and properties.find(_NUMBERED) is not None


def _is_footer(shape: Any) -> bool:
    return shape.is_placeholder and shape.placeholder_format.type.name in _FOOTERS


def _flat(shapes: Iterable[Any]) -> Iterator[Any]:
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _flat(shape.shapes)
        else:
            yield shape


def _top(shape: Any) -> Length:
    """Read from top to bottom; a placeholder without a place of its own keeps its turn."""
    return shape.top if shape.top is not None else Length(0)
