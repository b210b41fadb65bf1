"""Where a question stands in a Moodle question bank."""

import re
from typing import Final

_CONTEXT: Final = re.compile(r"\$\w+\$|top")


def category(path: str) -> tuple[str, ...]:
    """The parts of a category; `//` is a slash in a name. Moodle's own roots are left off."""
    parts = [part.replace("\0", "/").strip() for part in path.replace("//", "\0").split("/")]
    while parts and (not parts[0] or _CONTEXT.fullmatch(parts[0])):
        parts = parts[1:]
    return tuple(parts)
