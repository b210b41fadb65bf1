"""Card text is plain text: it is shown as it is, never as HTML or Markdown.

So HTML in a card is kept, letter for letter, and escaped by whoever shows it: a card about `<b>`
or `List<String>` stays whole, and there is nothing to let through by mistake.
"""

import re
import unicodedata
from typing import Final

_LINE_ENDS: Final = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")

_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # controls, save tab and line end
    "\u00ad\u200b\u200e\u200f\u2060\ufeff"  # soft hyphen, zero width and direction marks
    "\u202a-\u202e\u2066-\u2069"  # direction overrides, which show text other than it is
    "\ud800-\udfff\ufffe\uffff]"  # half a character, which no database or XML takes
)


def clean(text: str) -> str:
    """The text as people see it: composed (NFC), lines ended by `\\n`, nothing unseen, trimmed.

    Cleaning twice changes nothing. Nothing is cut: length is judged by `card.problems_of`.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    seen = _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))
    return unicodedata.normalize("NFC", seen).strip()
