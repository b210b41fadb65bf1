"""What the codes of mail servers say about a mailbox (RFC 3463)."""

from __future__ import annotations

import re
from typing import Final

# No such mailbox, host or address, moved away, takes no mail, closed. A full mailbox or a refusal
# of our standing says nothing about the address.
_DEAD: Final = frozenset(
    ("5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1")
)  # fmt: skip
_CODE = re.compile(r"(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])")


def code_in(words: str) -> str | None:
    """The first code in what a server said."""
    found = _CODE.search(words)
    return found[0] if found else None


def is_dead(code: str) -> bool:
    """Whether mail to the address will never arrive again."""
    return code in _DEAD
