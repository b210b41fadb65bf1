"""Anki's gaps, `{{c1::answer::hint}}`, for one number at a time: the others show their text.

They may stand within one another, and one may have several numbers, `{{c1,2::answer}}`.
"""

import re
from dataclasses import dataclass, field
from typing import Final

_MARK: Final = re.compile(r"(\{\{c[\d,]{1,40}::|\}\})")
_HINT: Final = "::"
_DEEPEST: Final = 50
"""Gaps within gaps. Anki itself goes a few deep; further in, braces are just text."""


@dataclass
class _Open:
    """A gap that has begun: the mark as written, whether it is asked, and its text so far."""

    mark: str
    asked: bool
    pieces: list[str] = field(default_factory=list)


def gapped(text: str, number: int, gaps: list[str]) -> str:
    """The text with the gaps of a number as `{{1}}`, `{{2}}`… and a hint behind them.

    What belongs in them is added to `gaps`, whose length so far is where the count goes on.
    """
    open_gaps = [_Open("", asked=False)]
    for piece in _MARK.split(text):
        if piece == "}}" and len(open_gaps) > 1:
            gap = open_gaps.pop()
            within = any(one.asked for one in open_gaps)
            open_gaps[-1].pieces.append(_closed(gap, gaps, within=within))
        elif _MARK.fullmatch(piece) and piece != "}}" and len(open_gaps) < _DEEPEST:
            numbers = piece[3:-2].split(",")
            open_gaps.append(_Open(piece, asked=str(number) in numbers))
        else:
            open_gaps[-1].pieces.append(piece)
    return "".join(gap.mark + "".join(gap.pieces) for gap in open_gaps)


def _closed(gap: _Open, gaps: list[str], *, within: bool) -> str:
    """What a gap leaves in the text. One within a gap that is asked is part of its answer."""
    answer, _, hint = "".join(gap.pieces).partition(_HINT)
    if not gap.asked or within or not answer.strip():
        return answer
    gaps.append(answer.strip())
    mark = f"{{{{{len(gaps)}}}}}"
    return f"{mark} ({hint.strip()})" if hint.strip() else mark
