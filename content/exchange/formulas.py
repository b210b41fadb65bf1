"""Cells that a spreadsheet would run as a formula, on their way out and back in.

A cell that starts like a formula goes out with an apostrophe before it, which spreadsheets take
as "this is text". Coming in, that one apostrophe is taken off again. A text that itself starts
with an apostrophe and then such a character gets one more, so that every text comes back whole.
"""

import re
from typing import Final

_STARTS: Final = "=+\\-@\t\r\n＝＋－＠"
_RISKY: Final = re.compile(rf"'*[{_STARTS}]")
_GUARDED: Final = re.compile(rf"'+[{_STARTS}]")


def guard(cell: str) -> str:
    return f"'{cell}" if _RISKY.match(cell) else cell


def unguard(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell
