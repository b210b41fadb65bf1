"""Several texts in one cell: separators, marks, and how a text that holds one is written.

A backslash before a separator or mark makes it an ordinary character. Only there does a
backslash mean anything, so that `C:\\map` in somebody's file stays what it is: of a run of
backslashes right before such a character two stand for one, and an odd one escapes it.
"""

import re
from collections.abc import Iterable
from functools import cache

MARK = "\0"
"""A mark that was not escaped, in the pieces that `split` gives. No clean text holds it."""


def split(text: str, separators: str, mark: str = "", plain: str = "") -> list[str]:
    """The pieces between separators, trimmed and unescaped; an empty last piece is dropped.

    A bare `mark` comes out as `MARK`. Characters of `plain` may be escaped but mean nothing.
    """
    if not text:
        return []
    pieces = [""]
    end = 0
    for special in _special(separators + mark + plain).finditer(text):
        slashes, character = special.groups()
        pieces[-1] += text[end : special.start()] + "\\" * (len(slashes) // 2)
        escaped = len(slashes) % 2 == 1
        if character in separators and not escaped:
            pieces.append("")
        else:
            pieces[-1] += MARK if character in mark and not escaped else character
        end = special.end()
    pieces[-1] += text[end:]
    pieces = [piece.strip() for piece in pieces]
    return pieces if pieces[-1] else pieces[:-1]


def escape(text: str, specials: str) -> str:
    """The text so that `split` gives it back, as the last thing in its cell."""
    return _special(specials).sub(r"\1\1\\\2", text)


@cache
def _special(characters: str) -> re.Pattern[str]:
    """One of the characters, with the backslashes right before it."""
    return re.compile(rf"(\\*)([{re.escape(characters)}])")


def before(text: str, special: str) -> str:
    """An escaped text with a separator or mark behind it: its last backslashes are doubled."""
    return re.sub(r"(\\+)\Z", r"\1\1", text) + special


def join(texts: Iterable[str], separator: str) -> str:
    """Texts, escaped already, into one cell."""
    *first, last = texts
    return "".join(before(text, separator) for text in first) + last
