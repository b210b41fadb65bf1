"""Choices that speak of the other choices, while the phone shows choices in another order."""

import re
from collections.abc import Iterator

from content.card import Choice, Face, MultipleChoice
from content.lint.finding import Context, Finding

_PLACE = re.compile(
    r"\b(?:boven(?:staande|genoemde)|hierboven|(?:the|of|de|het) above)\b"
    r"|^(?:both|zowel|beide|antwoord(?:en)?|answers?|optie)?\s*[a-f]\s*(?:,\s*[a-f]\s*)*"
    r"(?:en|and|&|\+)\s*[a-f]\b(?!\w)",
    re.IGNORECASE,
)
_ALL_OR_NONE = re.compile(
    r"^(?:(?:geen|alle|elk) (?:van )?(?:deze|beide|alle|antwoorden|opties)\b.*"
    r"|allemaal|allebei|(?:all|none|neither|both|either) of (?:these|them)"
    r"|all answers.*|no answer.*|neither|both)\W*$",
    re.IGNORECASE,
)


def catch_all(face: Face, _: Context) -> Iterator[Finding]:
    """ "All of the above" and "A and B", which point at places; "none of these", which tests
    nothing but the rest."""
    if not isinstance(face, Choice | MultipleChoice):
        return
    for choice in face.choices:
        if _PLACE.search(choice.strip()):
            yield Finding("choice-names-place", "error", "choices", {"text": choice})
        elif _ALL_OR_NONE.match(choice.strip()):
            yield Finding("catch-all", "warning", "choices", {"text": choice})
