"""A word that stands there twice, as it comes from editing."""

import re
from collections.abc import Iterator

from content.card import Face
from content.lint.finding import Context, Finding

_SMALL = "de|het|een|van|in|op|te|en|is|met|voor|bij|naar|the|a|an|of|to|and|at|for|with|are"
_TWICE = re.compile(rf"\b({_SMALL}) \1\b(?![-'’])", re.IGNORECASE)
"""Only small words, and not "dat dat", "had had", "die die" or "je je", which can be right."""


def doubled_word(face: Face, _: Context) -> Iterator[Finding]:
    """ "De de" in the prompt or the explanation."""
    for field in ("prompt", "explanation"):
        if found := _TWICE.search(getattr(face, field)):
            yield Finding("doubled-word", "warning", field, {"text": found[0]})
