"""Cards that lack a language which most cards of their set have."""

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from content.language import LANGUAGES, Language
from content.lint.finding import Finding


def expected(spoken: Sequence[AbstractSet[Language]]) -> tuple[Language, ...]:
    """The languages that more than half of the cards are in; `spoken` holds those of each card."""
    counted = Counter(language for languages in spoken for language in languages)
    return tuple(one for one in LANGUAGES if counted[one] * 2 > len(spoken))


def untranslated(languages: AbstractSet[Language], asked: Sequence[Language]) -> Iterator[Finding]:
    """A finding per language in `asked` that a card has not."""
    for one in asked:
        if one not in languages:
            yield Finding("untranslated", "hint", "language", {"spoken": one})
