"""XML from outside as a tree: no entities, no documents from elsewhere, no bottomless nesting."""

import re
from io import BytesIO
from typing import Final
from xml.etree.ElementTree import Element, ParseError  # parsed by defusedxml; the names alone

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from content.exchange.reading import Unreadable

MOST_BYTES: Final = 40_000_000
MOST_DEPTH: Final = 100
"""Elements within elements; what people make has a tenth of it."""
MOST_ELEMENTS: Final = 1_000_000
"""Some forty for each question; beyond it the tree would take more memory than there is."""

_START: Final = re.compile(rb"<\?xml\b|<quiz\b|<(?:\w+:)?(?:qti-a|a)ssessment-?[iI]tem\b")
_BEFORE: Final = re.compile(rb"\A[\xef\xbb\xbf\xff\xfe\s\0]*")


def is_xml(data: bytes) -> bool:
    """Whether it begins as XML does, in UTF-8 or UTF-16; a table may well begin with `<b>`."""
    start = _BEFORE.sub(b"", data[:400]).replace(b"\0", b"")
    return _START.match(start) is not None


def parsed(data: bytes) -> Element:
    """The root of the tree. Raises `Unreadable` for what is no sound, harmless XML."""
    if len(data) > MOST_BYTES:
        raise Unreadable("too-big", {"most": MOST_BYTES // 1_000_000})
    root: Element | None = None
    depth = count = 0
    try:
        for event, element in iterparse(BytesIO(data), ("start", "end"), forbid_dtd=True):
            root = element if root is None else root
            depth += 1 if event == "start" else -1
            count += 1
            if count > 2 * MOST_ELEMENTS:
                raise Unreadable("too-heavy")
            if depth > MOST_DEPTH:
                raise Unreadable("too-deep", {"most": MOST_DEPTH})
    except DefusedXmlException as hostile:
        raise Unreadable("unsafe-file") from hostile
    except ParseError as broken:
        raise Unreadable("xml-damaged", {"line": broken.position[0]}) from broken
    except (ValueError, LookupError) as unknown:  # of encodings that nobody has
        raise Unreadable("not-a-table") from unknown
    if root is None:
        raise Unreadable("empty-file")
    return root


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def words(element: Element | None) -> str:
    """All text within an element; nothing where there is none."""
    return "" if element is None else "".join(element.itertext())
