"""Questions that many answers fit: nobody can say whether the own answer was right."""

import re
from collections.abc import Iterator

from content.card import Face, Recall, Typed
from content.lint.finding import Context, Finding

_VAGUE = re.compile(
    r"(?:wat weet je (?:\w+ )?(?:van|over)|vertel (?:\w+ ){0,2}(?:over|van)|leg \w+ uit\W*$"
    r"|wat kun je (?:zeggen|vertellen) over|wat houdt \w+ in\W*$|omschrijf|beschrijf|bespreek"
    r"|what (?:do|can) you (?:know|tell|say) (?:\w+ )?about|tell (?:\w+ )?(?:more )?about"
    r"|discuss|describe|explain \w+\W*$|what about)\b",
    re.IGNORECASE,
)
_YES_NO = re.compile(r"^(?:ja|nee|yes|no)\b(?=\s*(?:$|[.,;:!–-]))", re.IGNORECASE)


def vague(face: Face, _: Context) -> Iterator[Finding]:
    """A question without an edge."""
    if isinstance(face, Recall | Typed) and (found := _VAGUE.match(face.prompt.strip())):
        yield Finding("vague-prompt", "warning", "prompt", {"text": found[0]})


def yes_no(face: Face, _: Context) -> Iterator[Finding]:
    """Yes or no, to be recalled: half of it is a guess."""
    if "?" not in face.prompt:
        return  # a word to translate, say
    answer = face.answer if isinstance(face, Recall) else ""
    if isinstance(face, Typed) and face.accepted:
        answer = face.accepted[0]
    if found := _YES_NO.match(answer.strip()):
        field = "answer" if isinstance(face, Recall) else "accepted"
        only = len(answer.split()) == 1
        yield Finding("yes-or-no", "warning" if only else "hint", field, {"text": found[0]})
