"""PDF as blocks: the lines of each page, put together again to what they were."""

from __future__ import annotations

import logging
import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Final

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from content.exchange.reading import Unreadable
from content.material.blocks import Block, Place
from content.material.lines import blocks_of

MOST_PAGES: Final = 400
MOST_STREAM: Final = 2_000_000
"""Bytes of drawing on one page; beyond it a page is a map or a plan, and takes seconds."""
BROKEN: Final = (
    PyPdfError, LookupError, ValueError, TypeError, AttributeError, RecursionError, OSError,
    ArithmeticError, AssertionError, struct.error, zlib.error,
    NotImplementedError,  # pypdf's word for a filter or a cipher that it does not know
)  # fmt: skip
"""What pypdf raises on objects that are missing, twisted or cut off."""

_REPEATED: Final = 3
_EDGE: Final = 2


def read(data: bytes) -> tuple[list[Block], int]:
    """The blocks of the first `MOST_PAGES` pages, and how many pages there are.

    Raises `Unreadable`: `damaged`, `password` for one that opens with a password only, and
    `only-pictures` for a scan.
    """
    # What pypdf finds amiss it works around; there is nobody at this end to read about it.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("password")
        pages = len(reader.pages)
        texts = [_lines(reader.pages[at]) for at in range(min(pages, MOST_PAGES))]
    except BROKEN as broken:
        raise Unreadable("damaged") from broken
    if not any(texts):
        raise Unreadable("only-pictures" if pages else "no-text")
    return list(_blocks(texts)), pages


def _lines(page: PageObject) -> list[str]:
    try:
        contents = page.get_contents()
        if contents is None or len(contents.get_data()) > MOST_STREAM:
            return []
        return [line.strip() for line in page.extract_text().splitlines()]
    except BROKEN:
        return []  # one page that cannot be read is no reason to leave the others


def _blocks(texts: Sequence[Sequence[str]]) -> Iterator[Block]:
    repeated = _running_lines(texts)
    for number, lines in enumerate(texts, 1):
        body = [line for line in lines if _without_digits(line) not in repeated]
        yield from blocks_of(body or lines, Place("page", number))


def _running_lines(texts: Sequence[Sequence[str]]) -> set[str]:
    """Lines at the edge of page after page, but for their numbers: headers and footers."""
    seen = Counter(
        edge
        for lines in texts
        for edge in {_without_digits(one) for one in [*lines[:_EDGE], *lines[-_EDGE:]] if one}
    )
    return {edge for edge, times in seen.items() if times >= max(_REPEATED, len(texts) // 3)}


def _without_digits(line: str) -> str:
    return "".join("0" if one.isdigit() else one for one in line)
