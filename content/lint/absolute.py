"""Statements with "always" or "never": nearly always untrue, and learners know it."""

from collections.abc import Iterator

from content.card import Face, TrueFalse
from content.lint.finding import Context, Finding
from content.lint.wording import unquoted, words
from content.lint.wording_clue import CERTAIN


def absolute(face: Face, _: Context) -> Iterator[Finding]:
    """An untrue statement that gives itself away; a true one surprises, which is fine."""
    if isinstance(face, TrueFalse) and not face.correct:
        for word in words(unquoted(face.prompt)):
            if word in CERTAIN:
                yield Finding("absolute-statement", "hint", "prompt", {"text": word})
                return
