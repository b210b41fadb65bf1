"""Reads QTI: every item a draft, or by name why not."""

import posixpath
from collections.abc import Sequence
from typing import Final
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from content.card import Language
from content.exchange.archive import content_of, opened
from content.exchange.qti.images import NONE, Images, images_of
from content.exchange.qti.item import Item
from content.exchange.qti.names import attribute, name, within
from content.exchange.questions import Questions
from content.exchange.reading import Reading, Unreadable
from content.exchange.xml_tree import parsed
from content.sanitise import clean

ITEM: Final = "assessmentItem"

_MANIFEST: Final = "imsmanifest.xml"
_STOPS: Final = "unsafe-file"
"""What stops a whole package, and not only the item that holds it."""


def is_package(members: Sequence[str]) -> bool:
    return _manifest(members) is not None


def read_item(item: Element, language: Language) -> Reading:
    """One item that came alone."""
    questions = Questions("question")
    questions.at(1, "")
    _take(item, "", questions, language)
    return questions.reading()


def refuse(_root: Element, _language: Language) -> Reading:
    """QTI 1 shares no more than its name with what came after it."""
    raise Unreadable("old-qti")


def read_package(data: bytes, language: Language) -> Reading:
    """The items of a package in the order of its manifest; the title of its test is the topic.

    Raises `Unreadable` for a package of anything but QTI 2 or 3.
    """
    questions = Questions("question", with_media=True)
    archive = opened(data)
    members = frozenset(archive.namelist())
    manifest = _manifest(archive.namelist()) or ""
    resources = list(within(parsed(content_of(archive, manifest)), "resource"))
    folder = posixpath.dirname(manifest)
    tests, items = (
        _hrefs(resources, "imsqti_test", folder),
        _hrefs(resources, "imsqti_item", folder),
    )
    if not items:
        old = any("v1p" in one.get("type", "") for one in resources)
        raise Unreadable("old-qti" if old else "no-questions-in-package")
    titles = (parsed(content_of(archive, one)) for one in tests if one in members)
    topic = next((attribute(one, "title") for one in titles), "")
    for place, href in enumerate(items, start=1):
        questions.at(place, posixpath.basename(href))
        if href not in members:
            questions.problem("item-missing", {"name": href[:80]})
            continue
        try:
            item = parsed(content_of(archive, href))
        except Unreadable as unfit:
            if unfit.code == _STOPS:
                raise
            questions.problem(unfit.code, unfit.values)
        else:
            images = images_of(item, archive, posixpath.dirname(href))
            _take(item, topic, questions, language, images)
    return questions.reading()


def _take(
    element: Element, topic: str, questions: Questions, language: Language, images: Images = NONE
) -> None:
    title = clean(attribute(element, "title")) or attribute(element, "identifier")
    questions.at(questions.number, title)
    if name(element) != ITEM:
        questions.skip(name(element))
        return
    item = Item(element, language, questions, images)
    if face := questions.asked(item.face):
        key = clean(attribute(element, "identifier"))
        questions.take(face, key=key, topic=(topic,), wants=item.wants)
        questions.pictures(one for one in item.pictures if one not in images.sources)


def _manifest(members: Sequence[str]) -> str | None:
    """The manifest nearest to the root."""
    found = [one for one in members if posixpath.basename(one) == _MANIFEST]
    return min(found, key=lambda one: one.count("/"), default=None)


def _hrefs(resources: Sequence[Element], kind: str, folder: str) -> list[str]:
    """The members that hold resources of a kind, in the order of the manifest."""
    named = (one.get("href", "") for one in resources if one.get("type", "").startswith(kind))
    return [posixpath.normpath(posixpath.join(folder, unquote(href))) for href in named]
