"""All rules in one place, and what they make of a face."""

from collections.abc import Sequence
from typing import Final

from content.card import Face
from content.lint.absolute import absolute
from content.lint.catch_all import catch_all
from content.lint.choices_alike import choices_alike
from content.lint.doubled_word import doubled_word
from content.lint.explanation import explanation, source
from content.lint.finding import ALONE, SEVERITIES, Context, Finding, Rule
from content.lint.gap_clue import gap_clue
from content.lint.length_clue import length_clue
from content.lint.media_words import media_words
from content.lint.negation import negation
from content.lint.one_idea import one_idea
from content.lint.overlap import overlap
from content.lint.reading_level import reading_level
from content.lint.too_long import too_long
from content.lint.typed_answer import typed_answer
from content.lint.vague import vague, yes_no
from content.lint.wording_clue import wording_clue

RULES: Final[Sequence[Rule]] = (
    one_idea, vague, yes_no,
    choices_alike, overlap, catch_all,
    length_clue, wording_clue, gap_clue, absolute,
    negation, typed_answer, too_long, reading_level, doubled_word,
    media_words, explanation, source,
)  # fmt: skip


def findings(face: Face, context: Context = ALONE) -> tuple[Finding, ...]:
    """Everything worth a look in one face, the gravest first. Never raises, fit or unfit."""
    found = [one for rule in RULES for one in rule(face, context)]
    return tuple(sorted(found, key=lambda one: SEVERITIES.index(one.severity)))
