"""From the text of a GIFT file to its questions, one block of lines each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from content.exchange.moodle.category import category

_ESCAPED: Final = re.compile(r"\\([\\:#={}~n])")
_STAND_INS: Final = dict(zip("\\:#={}~n", "\x01\x02\x03\x04\x05\x06\x07\x08", strict=True))
_ORIGINALS: Final = str.maketrans({one: "\n" if c == "n" else c for c, one in _STAND_INS.items()})
_RESERVED: Final = str.maketrans(dict.fromkeys([*_STAND_INS.values(), "\ue000"]))

_CATEGORY: Final = re.compile(r"\s*\$CATEGORY:(.*)", re.IGNORECASE)
_COMMENT: Final = re.compile(r"\s*//(.*)")
_LABEL: Final = re.compile(r"\[(id|tag):([^\]]+)\]")
_BRACE: Final = re.compile("[{}]")


@dataclass
class Block:
    """One question: its `text` with what was escaped as stand-ins, and what stood above it."""

    line: int
    topic: tuple[str, ...]
    text: str = ""
    ident: str = ""
    tags: list[str] = field(default_factory=list)


def hidden(text: str) -> str:
    """The text with every escaped character as a stand-in that no reader takes for a sign.

    A backslash before any other character, as in LaTeX, is a backslash.
    """
    return _ESCAPED.sub(lambda one: _STAND_INS[one[1]], text.translate(_RESERVED))


def shown(text: str) -> str:
    """What `hidden` hid, as the characters that were meant; `\\n` as a new line."""
    return text.translate(_ORIGINALS)


def blocks(text: str) -> Iterator[Block]:
    """The questions in order, blank lines between them.

    A blank line within braces ends no question, if what comes next is the brace that closes.
    """
    pieces = list(_pieces(hidden(text).splitlines()))
    following = _first_braces(pieces)
    whole: list[Block] = []
    for block, brace in zip(pieces, following, strict=True):
        whole.append(block)
        if brace != "}" or not _open(block.text, within=len(whole) > 1):
            whole[0].text = "\n\n".join(one.text for one in whole)
            yield whole[0]
            whole = []


def _pieces(lines: Sequence[str]) -> Iterator[Block]:
    """What stands between blank lines and category lines; comments above it name it."""
    topic: tuple[str, ...] = ()
    block = Block(0, topic)
    kept: list[str] = []
    for number, line in enumerate([*lines, ""], start=1):
        named = _CATEGORY.match(line)
        if (named or not line.strip()) and kept:
            block.text = "\n".join(kept)
            yield block
            block, kept = Block(0, topic), []
        if named:
            topic = category(shown(named[1]))
            block = Block(0, topic)
        elif comment := _COMMENT.match(line):
            for kind, name in _LABEL.findall(shown(comment[1])):
                if kind == "id":
                    block.ident = name.strip()
                else:
                    block.tags.append(name)
        elif line.strip():
            block.line = block.line or number
            kept.append(line)


def _first_braces(pieces: Sequence[Block]) -> list[str]:
    """For each piece the first brace in those after it."""
    found: list[str] = []
    first = ""
    for block in reversed(pieces):
        found.append(first)
        brace = _BRACE.search(block.text)
        first = brace[0] if brace else first
    return found[::-1]


def _open(text: str, *, within: bool) -> bool:
    """Whether a brace is still open at the end of a piece, which began `within` one or not."""
    braces = _BRACE.findall(text)
    return braces[-1] == "{" if braces else within
