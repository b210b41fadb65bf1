"""One door for course material: what it is follows from its content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from content.exchange.archive import content_of, opened
from content.exchange.reading import Unreadable
from content.language import Language
from content.material.blocks import Block, Passage
from content.material.proposal import Proposal, Remark
from content.material.propose import passages, propose

_ZIP: Final = b"PK\x03\x04"
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF: Final = b"%PDF-"
_PDF_WITHIN: Final = 1024
"""Bytes in front of which a PDF may begin, as readers allow."""
_ENTITIES: Final = b"<!DOCTYPE"
_PASSAGES: Final = 200_000


@dataclass(frozen=True)
class Material:
    """What a file suggests. `passages` hold its text, for whoever may write better cards."""

    proposals: tuple[Proposal, ...] = ()
    remarks: tuple[Remark, ...] = ()
    passages: tuple[Passage, ...] = ()


def read_material(data: bytes, language: Language) -> Material:
    """The cards suggested by slides, a text document or a PDF, whatever its name.

    `language` is that of cards where the material itself does not tell. Raises `Unreadable`, and
    nothing else, for what cannot be read as a whole.
    """
    blocks, remarks = _blocks(data)
    proposals, more = propose(blocks, language)
    if not blocks:
        raise Unreadable("no-text")
    if not proposals:
        remarks.append(Remark("none-found"))
    elif more:
        remarks.append(Remark("more-found", {"count": more, "most": len(proposals)}))
    return Material(tuple(proposals), tuple(remarks), tuple(_within_bounds(passages(blocks))))


def _blocks(data: bytes) -> tuple[list[Block], list[Remark]]:
    # Each reader is loaded only when it is called for: together they take a second.
    if not data:
        raise Unreadable("empty-file")
    if _PDF in data[:_PDF_WITHIN]:
        from content.material import pages

        read, count = pages.read(data)
        return read, _beyond("pages-beyond", count, pages.MOST_PAGES)
    if data.startswith(_OLD_OFFICE):
        raise Unreadable("old-office")
    if not data.startswith(_ZIP):
        raise Unreadable("not-material")
    return _office(data)


def _office(data: bytes) -> tuple[list[Block], list[Remark]]:
    with opened(data) as archive:
        names = set(archive.namelist())
        for name in names:
            # No Office file has one, and what lxml makes of it is not ours to find out.
            if name.endswith((".xml", ".rels")) and _ENTITIES in content_of(archive, name):
                raise Unreadable("unsafe-file")
    if "ppt/presentation.xml" in names:
        from content.material import slides

        read, count = slides.read(data)
        return read, _beyond("slides-beyond", count, slides.MOST_SLIDES)
    if "word/document.xml" in names:
        from content.material import documents

        return documents.read(data), []
    raise Unreadable("not-material")


def _beyond(code: str, count: int, most: int) -> list[Remark]:
    return [Remark(code, {"count": count, "most": most})] if count > most else []


def _within_bounds(found: list[Passage]) -> list[Passage]:
    kept, left = [], _PASSAGES
    for one in found:
        left -= len(one.text)
        if left < 0:
            break
        kept.append(one)
    return kept
