"""Pictures, sounds and films without words for who cannot see or hear them."""

from collections.abc import Iterator

from content.card import Face
from content.lint.finding import Context, Finding, Severity


def media_words(face: Face, _: Context) -> Iterator[Finding]:
    """No alt text. In the prompt it is part of the question, so there it is an error."""
    without = [one for one in face.media if not one.alt.strip()]
    if without:
        asked = any(one.place == "prompt" for one in without)
        severity: Severity = "error" if asked else "warning"
        yield Finding("no-alt-text", severity, "media", {"count": len(without)})
