"""Why the answer is right, and where that stands."""

from collections.abc import Iterator

from content.card import Choice, Face, MultipleChoice, TrueFalse
from content.lint.finding import Context, Finding


def explanation(face: Face, _: Context) -> Iterator[Finding]:
    """No explanation. It weighs most where a wrong answer can be picked without a reason."""
    if not face.explanation.strip():
        picked = isinstance(face, Choice | MultipleChoice | TrueFalse)
        yield Finding("no-explanation", "warning" if picked else "hint", "explanation")


def source(face: Face, context: Context) -> Iterator[Finding]:
    """No source, neither here nor on the card that this is a variant of."""
    if not face.source.strip() and not (context.own and context.own.source.strip()):
        yield Finding("no-source", "hint", "source")
