"""Which lines of a Markdown file are signs to us, and how one is written that is only text.

A backslash before such a line makes it text, as before a sign anywhere in Markdown. Only there does
it mean anything, so that a line like `\\\\server\\share` in somebody's file stays what it is.
"""

import re
from typing import Final

from content.exchange.headers import field_called

_HEADING: Final = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t#]*\Z")
_LABEL: Final = re.compile(r"\**([^\W\d][\w \t]{0,20}?)\**:\**(?:[ \t]+|\Z)(.*)")
_ITEM: Final = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]")
_FENCE: Final = re.compile(r"[ \t]*(?:```|~~~)")
_REMARK: Final = re.compile(r"\[//\]: #")
_ESCAPED: Final = re.compile(r"\\+")

_SHORT: Final = {"q": "prompt", "v": "prompt", "a": "answer"}


def heading(line: str) -> tuple[int, str] | None:
    """The level of a heading and its text."""
    found = _HEADING.match(line)
    return (len(found[1]), found[2]) if found else None


def label(line: str) -> tuple[str, str] | None:
    """The field that a line begins, and the rest of the line."""
    found = _LABEL.match(line)
    name = found and (_SHORT.get(found[1].lower()) or field_called(found[1]))
    return (name, found[2]) if found and name else None


def is_item(line: str) -> bool:
    """Whether it begins an item of a list."""
    return _ITEM.match(line) is not None


def is_fence(line: str) -> bool:
    """Whether code begins or ends with it."""
    return _FENCE.match(line) is not None


def is_remark(line: str) -> bool:
    """Whether it is for who reads the source, and shown nowhere."""
    return _REMARK.match(line) is not None


def escaped(line: str) -> str:
    """A line of text so that it is read as text."""
    return f"\\{line}" if _is_sign(line.lstrip("\\")) else line


def bare(line: str) -> str | None:
    """An escaped line as the text that it stands for; None for any other line."""
    slashes = _ESCAPED.match(line)
    return line[1:] if slashes and _is_sign(line[slashes.end() :]) else None


def _is_sign(line: str) -> bool:
    return bool(heading(line) or label(line) or is_item(line) or is_fence(line) or is_remark(line))
