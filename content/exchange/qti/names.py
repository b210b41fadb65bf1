"""One set of names for both: QTI 3 writes `qti-simple-choice` where QTI 2 has `simpleChoice`."""

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from content.exchange.xml_tree import local

_HYPHEN: Final = re.compile(r"-([a-z])")
_HUMP: Final = re.compile("([A-Z])")


def name(element: Element) -> str:
    """The name of an element as QTI 2 has it."""
    given = local(element)
    return _joined(given.removeprefix("qti-")) if given.startswith("qti-") else given


def attribute(element: Element, called: str) -> str:
    """An attribute by its QTI 2 name, empty where it is not there."""
    hyphened = _HUMP.sub(lambda hump: f"-{hump[1].lower()}", called)
    return element.get(called) or element.get(hyphened) or ""


def children(element: Element, called: str) -> list[Element]:
    return [child for child in element if name(child) == called]


def within(element: Element, called: str) -> Iterator[Element]:
    """Every element of that name, however deep."""
    return (one for one in element.iter() if name(one) == called)


def _joined(hyphened: str) -> str:
    return _HYPHEN.sub(lambda part: part[1].upper(), hyphened)
