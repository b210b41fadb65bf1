"""Ranges of numbers that overlap: what lies in two of them has two right answers."""

import re
from collections.abc import Iterator
from itertools import pairwise

from content.card import Choice, Face
from content.lint.finding import Context, Finding

_NUMBER = r"\d{1,6}(?:[.,]\d{1,3})?"
_RANGE = re.compile(
    rf"^(?:tussen|van|ongeveer|between|from|about)?\s*[€$£]?\s*(?P<low>{_NUMBER})\s?\w{{0,8}}"
    r"(?:\s*[-–]\s*|\s(?:tot(?: en met)?|t/m|to|through)\s)"
    rf"[€$£]?\s*(?P<high>{_NUMBER})\D{{0,20}}$",
    re.IGNORECASE,
)
_TWO = 2


def overlap(face: Face, _: Context) -> Iterator[Finding]:
    """Two ranges among the choices that share numbers; touching at an end counts only when
    both ends are said to belong to them ("t/m")."""
    if not isinstance(face, Choice):
        return
    ranges = sorted(found for found in map(_range, face.choices) if found)
    if len(ranges) < max(_TWO, len(face.choices) - 1):
        return
    for (low, high, one), (other_low, _high, other) in pairwise(ranges):
        if other_low < high and low != other_low:
            yield Finding("ranges-overlap", "error", "choices", {"text": one, "other": other})
        elif other_low == high:
            yield Finding("ranges-touch", "warning", "choices", {"text": one, "other": other})


def _range(text: str) -> tuple[float, float, str] | None:
    found = _RANGE.match(text.strip())
    if found is None:
        return None
    low, high = (float(found[end].replace(",", ".")) for end in ("low", "high"))
    return (low, high, text) if low < high else None
