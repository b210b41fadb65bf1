"""Lines of a page that know nothing of each other, put together to headings, lists and texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from content.material.blocks import Block, Heading, Listing, Paragraph, Place
from content.material.texts import one_line

_BULLET: Final = re.compile(r"^[•●▪◦‣∙·*–—\-➢✓►\uf0b7\uf0a7]\s+(?=\S)")
_NUMBER: Final = re.compile(r"^(?:stap |step )?(\d{1,2})[.):]\s+(?=\S)", re.IGNORECASE)
_ENDS: Final = (".", "!", "?", ":", ";", "…")
_SHORTEST, _HEADING = 3, 80
_FULL: Final = 45
"""Characters from which on a line is taken to be one that was broken off at the margin."""


def blocks_of(lines: Sequence[str], place: Place) -> Iterator[Block]:
    """The blocks of one page."""
    at = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        numbered = _NUMBER.match(lines[at]) is not None
        mark = _NUMBER if numbered else _BULLET
        if mark.match(lines[at]):
            points, at = _points(lines, at, mark)
            if numbered and not _counts(points):
                yield from (Paragraph(_bare(text, mark), place) for text in points)
            else:
                yield Listing(tuple(_bare(text, mark) for text in points), place, numbered)
        elif _is_heading(lines, at):
            yield Heading(one_line(lines[at]), place)
            at += 1
        else:
            text, at = _paragraph(lines, at)
            yield Paragraph(text, place)


def _points(lines: Sequence[str], at: int, mark: re.Pattern[str]) -> tuple[list[str], int]:
    points: list[str] = []
    while at < len(lines):
        line = lines[at]
        if mark.match(line):
            points.append(line)
        elif points and _goes_on(lines[at - 1], line):
            points[-1] = _joined(points[-1], line)
        else:
            break
        at += 1
    return points, at


def _paragraph(lines: Sequence[str], at: int) -> tuple[str, int]:
    text = lines[at]
    at += 1
    while at < len(lines) and not _marked(lines[at]) and lines[at]:
        full = len(lines[at - 1]) >= _FULL
        if not (_goes_on(lines[at - 1], lines[at]) or (full and not _is_heading(lines, at))):
            break
        text = _joined(text, lines[at])
        at += 1
    return one_line(text), at


def _goes_on(before: str, line: str) -> bool:
    """Whether the line is the rest of the one before it."""
    if not line or _marked(line):
        return False
    return (line[0].islower() and not before.endswith(_ENDS)) or before.endswith("-")


def _is_heading(lines: Sequence[str], at: int) -> bool:
    line = lines[at]
    following = next((one for one in lines[at + 1 :] if one), "")
    short = _SHORTEST <= len(line) <= _HEADING and not line.endswith((".", ";", ",", ":", "-"))
    begins = line[0].isupper() or line[0].isdigit()
    goes_on = following and not _marked(following) and following[0].islower()
    return short and begins and not goes_on and bool(following)


def _joined(text: str, line: str) -> str:
    """A word that was broken off at the margin is whole again."""
    if text.endswith("-") and line[:1].islower():
        return text[:-1] + line
    return f"{text} {line}"


def _marked(line: str) -> bool:
    return bool(_BULLET.match(line) or _NUMBER.match(line))


def _bare(text: str, mark: re.Pattern[str]) -> str:
    return one_line(mark.sub("", text))


def _counts(points: Sequence[str]) -> bool:
    """Whether the numbers run from 1 without a hole; others number chapters or articles."""
    numbers = [int(found[1]) for text in points if (found := _NUMBER.match(text))]
    return numbers == list(range(1, len(numbers) + 1))
