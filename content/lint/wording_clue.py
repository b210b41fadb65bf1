"""The right choice given away by words: of the question, of grammar, or of certainty."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from content.card import Face
from content.lint.finding import Context, Finding
from content.lint.wording import right_and_wrong, words

LONG_WORD = 8
"""Letters from which a word says something; shorter ones return by chance."""
_TWO = 2
_Words = tuple[str, ...]

_CERTAIN = "altijd nooit iedereen niemand always never everyone everybody nobody"
CERTAIN: Final = frozenset(_CERTAIN.split())
_ARTICLE = re.compile(r"\b(a|an)\W*$", re.IGNORECASE)


def wording_clue(face: Face, _: Context) -> Iterator[Finding]:
    """What tells the right choice from the wrong ones to somebody who knows nothing."""
    sides = right_and_wrong(face)
    if sides is None or len(sides[1]) < _TWO:
        return
    right, wrong = ([words(text) for text in side] for side in sides)
    yield from _echo(words(face.prompt), right, wrong)
    if face.language == "en":
        yield from _article(face.prompt, right, wrong)
    certain = [text for text in wrong if not CERTAIN.isdisjoint(text)]
    surely = any(not CERTAIN.isdisjoint(text) for text in right)
    if len(certain) >= max(_TWO, len(wrong) - 1) and not surely:
        yield Finding("certain-is-wrong", "hint", "choices", {"count": len(certain)})


def _echo(prompt: _Words, right: Sequence[_Words], wrong: Sequence[_Words]) -> Iterator[Finding]:
    elsewhere = {word for text in wrong for word in text}
    for word in dict.fromkeys(prompt):
        if len(word) >= LONG_WORD and word not in elsewhere and all(word in text for text in right):
            yield Finding("word-only-in-right", "hint", "choices", {"text": word})
            return


def _article(prompt: str, right: Sequence[_Words], wrong: Sequence[_Words]) -> Iterator[Finding]:
    article = _ARTICLE.search(prompt)
    if article is None:
        return
    wants_vowel = article[1].lower() == "an"
    fits = [text[:1] and (text[0][0] in "aeiou") == wants_vowel for text in wrong]
    right_fits = all(text[:1] and (text[0][0] in "aeiou") == wants_vowel for text in right)
    if right_fits and not all(fits):
        yield Finding("article-tells", "warning", "choices", {"text": article[1]})
