"""Cards that were made of one note: two directions, or gap after gap of one sentence.

One tells the answer of the other, so they are not asked on one day.
"""

import re
from collections import Counter
from collections.abc import Iterable

_PART = re.compile(r"^(?P<note>.+)-(?:r|c\d+)$")


def kin_of(keys: Iterable[str]) -> dict[str, str]:
    """The note of each card that has siblings among these keys, by key.

    Keys are as an Anki package gives them: that of the note, with `-r` for the other direction and
    `-c2` for the second gap. A number alone tells nothing: authors number their cards too.
    """
    notes = {key: _note(key) for key in keys}
    counts = Counter(notes.values())
    return {key: note for key, note in notes.items() if counts[note] > 1}


def _note(key: str) -> str:
    part = _PART.match(key)
    return part["note"] if part else key
