"""Drawings: only what draws is left of them."""

from io import BytesIO
from typing import Final
from xml.etree.ElementTree import Element, ParseError  # parsed by defusedxml; the names alone

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse
from py_svg_hush import filter_svg

from content.files.unfit import UnfitFile

MOST_BYTES: Final = 1_000_000
MOST_DEPTH: Final = 60
"""The cleaner indents what it writes: without a bound, deep levels would fill all memory."""

_OF_PICTURES: Final = {"image": ["png", "jpeg", "gif", "webp"]}


def cleaned(data: bytes) -> tuple[bytes, int | None, int | None]:
    """The drawing without scripts, links and whatever comes from elsewhere; width and height."""
    if len(data) > MOST_BYTES:
        raise UnfitFile("too-big", {"most": MOST_BYTES // 1_000_000})
    root = _checked(data)
    try:
        clean = filter_svg(data, keep_data_url_mime_types=_OF_PICTURES)
    except ValueError as broken:
        raise UnfitFile("damaged") from broken
    if len(clean) > 2 * MOST_BYTES:
        raise UnfitFile("unsafe")
    return clean, _pixels(root.get("width", "")), _pixels(root.get("height", ""))


def _checked(data: bytes) -> Element:
    root: Element | None = None
    depth = 0
    try:
        for event, element in iterparse(BytesIO(data), ("start", "end")):
            root = element if root is None else root
            depth += 1 if event == "start" else -1
            if depth > MOST_DEPTH:
                raise UnfitFile("unsafe")
    except DefusedXmlException as hostile:
        raise UnfitFile("unsafe") from hostile
    except (ParseError, ValueError, LookupError) as broken:
        raise UnfitFile("damaged") from broken
    if root is None or str(root.tag) != "{http://www.w3.org/2000/svg}svg":
        raise UnfitFile("damaged")
    return root


def _pixels(length: str) -> int | None:
    """A length in pixels; lengths in other units depend on who shows the drawing."""
    number = length.removesuffix("px")
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 6 else None  # noqa: PLR2004 - a size that fits a screen
