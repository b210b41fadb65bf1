"""Cloze text as people write it: `The {{GDPR|General Data Protection Regulation}} of {{2016}}`.

Between the braces stands what is accepted, separated by `|`, the one to show first.
"""

import re
from itertools import count

from content.exchange import marks
from content.kinds.cloze import GAP

_WRITTEN = re.compile(r"\{\{((?:\\[\s\S]|\{(?!\{)|[^\\{])*?)\}\}")
_SPECIALS = "|{}"


def has_gaps(text: str) -> bool:
    return _WRITTEN.search(text) is not None


def taken_out(text: str) -> tuple[str, tuple[tuple[str, ...], ...]]:
    """The prompt with gaps as `{{1}}`, `{{2}}`…, and what each accepts."""
    numbers = count(1)
    gaps: list[tuple[str, ...]] = []

    def numbered(written: re.Match[str]) -> str:
        # The bar stands in for the closing braces, before which a backslash escapes as well.
        gaps.append(tuple(marks.split(written[1] + "|", "|", plain="{}")))
        return f"{{{{{next(numbers)}}}}}"

    return _WRITTEN.sub(numbered, text), tuple(gaps)


def put_back(prompt: str, gaps: tuple[tuple[str, ...], ...]) -> str:
    """The other way: the text that `taken_out` takes apart into these."""

    def written(gap: re.Match[str]) -> str:
        accepted = [marks.escape(text, _SPECIALS) for text in gaps[int(gap[1]) - 1]]
        return "{{" + marks.before(marks.join(accepted, "|"), "}}")

    return GAP.sub(written, prompt)
