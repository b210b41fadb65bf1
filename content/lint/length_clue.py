"""The right choice that stands out by its length: who knows nothing picks the longest."""

from collections.abc import Iterator

from content.card import Face
from content.lint.finding import Context, Finding
from content.lint.wording import right_and_wrong

LONGER = 1.5
AT_LEAST = 18
"""Characters; between short texts a factor means nothing."""


def length_clue(face: Face, _: Context) -> Iterator[Finding]:
    """Every right choice much longer than every wrong one."""
    sides = right_and_wrong(face)
    if sides is None:
        return
    right, wrong = (sorted(map(len, side)) for side in sides)
    if right[0] > LONGER * wrong[-1] and right[0] - wrong[-1] >= AT_LEAST:
        yield Finding(
            "longest-is-right", "warning", "choices", {"right": right[0], "wrong": wrong[-1]}
        )
