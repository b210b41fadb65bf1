"""What a provider said, in a form that may stand in a log and in a row.

Its words come from elsewhere: they quote addresses of people, hold what PostgreSQL cannot keep in
a text, or are a whole page of HTML.
"""

from __future__ import annotations

import re
from typing import Final

MOST: Final = 200
_ADDRESS: Final = re.compile(r"[^\s<>]+@[^\s<>]+")


def provider(words: str) -> str:
    """One short line without addresses. Troubles in a row are parted by semicolons: it has none."""
    line = "".join(one if one.isprintable() and one != ";" else " " for one in words[: 2 * MOST])
    return " ".join(_ADDRESS.sub("…", line).split())[:MOST]
