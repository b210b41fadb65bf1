"""A text file of any kind: its letters first, then whose signs are in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from content.card import Language
from content.exchange import csv
from content.exchange.aiken import is_aiken
from content.exchange.aiken import read as read_aiken
from content.exchange.encoding import FALLBACK, decode
from content.exchange.gift.read import is_gift
from content.exchange.gift.read import read as read_gift
from content.exchange.markdown.read import is_markdown, is_our_own
from content.exchange.markdown.read import read as read_markdown
from content.exchange.pace import Told, silent
from content.exchange.quizlet import is_quizlet
from content.exchange.quizlet import read as read_quizlet
from content.exchange.reading import MOST_ROWS, Problem, Reading, Unreadable

MOST_BYTES: Final = 40_000_000
MOST_LINES: Final = 1_000_000

_SAMPLE: Final = 100_000
_MARKUP: Final = ("<!doctype", "<html", "<?xml", "<table")


@dataclass(frozen=True)
class Text:
    """The letters of a file, and how to read them."""

    text: str
    language: Language
    known_keys: frozenset[str]
    told: Told


def _table(file: Text) -> Reading:
    return csv.read(file.text, language=file.language, known_keys=file.known_keys, told=file.told)


_FORMATS: Final[Sequence[tuple[Callable[[str], bool], Callable[[Text], Reading]]]] = (
    (
        is_our_own,
        lambda file: read_markdown(file.text, language=file.language, known_keys=file.known_keys),
    ),
    (csv.has_header, _table),
    (
        is_quizlet,
        lambda file: read_quizlet(file.text, language=file.language, known_keys=file.known_keys),
    ),
    (is_aiken, lambda file: read_aiken(file.text, file.language)),
    (
        is_markdown,
        lambda file: read_markdown(file.text, language=file.language, known_keys=file.known_keys),
    ),
    (is_gift, lambda file: read_gift(file.text, file.language)),
)
"""What knows a text by its beginning, and what then reads it. What nobody knows is a table."""


def read(
    data: bytes,
    *,
    language: Language,
    encoding: str | None,
    known_keys: frozenset[str],
    told: Told = silent,
) -> Reading:
    """The cards in a text file. Raises `Unreadable` when it is empty, too big or no text."""
    if len(data) > MOST_BYTES:
        raise Unreadable("too-big", {"most": MOST_BYTES // 1_000_000})
    text, used = decode(data, encoding)
    if not text.strip():
        raise Unreadable("empty-file")
    if _is_binary(text) or text.lstrip()[:9].lower().startswith(_MARKUP):
        raise Unreadable("not-a-table")
    if max(text.count("\n"), text.count("\r")) > MOST_LINES:
        raise Unreadable("too-many-rows", {"most": MOST_ROWS})
    sample = text[:_SAMPLE].replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > _SAMPLE:
        sample = sample.rpartition("\n")[0] or sample  # whole lines only
    chosen = next((read for knows, read in _FORMATS if knows(sample)), _table)
    reading = chosen(Text(text, language, known_keys, told))
    if used != FALLBACK or encoding is not None:
        return reading
    guessed = Problem("guessed-encoding", values={"encoding": "Windows-1252"})
    return replace(reading, notes=(guessed, *reading.notes))


def _is_binary(text: str) -> bool:
    """Control characters beyond what slips into a text by accident."""
    sample = text[:4096]
    controls = sum(one < " " and one not in "\t\r\n\x0b\x0c" for one in sample)
    return controls > len(sample) / 50
