"""Which of the cards found come first. Both databases find; the order is made here, for both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import Final

from content.search.question import Meaning, Qualities
from content.search.texts import Texts

WEIGHTS: Final = (1.0, 0.6, 0.3, 0.2)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One language of a card, as the index has it."""

    card_id: int
    language: str
    texts: Texts


def ranked(question: Sequence[Meaning], found: Iterable[Candidate]) -> list[Candidate]:
    """One candidate per card, best first: the more words, the rarer, the nearer the prompt.

    Cards that miss words stay out where another has more, and where they miss half of them.
    """
    scorers = [_Scorer(meaning) for meaning in question]
    scored = [(one, [scorer.of(one.texts) for scorer in scorers]) for one in found]
    rarity = [
        log(1 + len(scored) / (1 + sum(1 for _, scores in scored if scores[at])))
        for at in range(len(scorers))
    ]
    best: dict[int, tuple[int, float, Candidate]] = {}
    for one, scores in scored:
        covered = sum(1 for score in scores if score)
        worth = sum(score * rare for score, rare in zip(scores, rarity, strict=True))
        before = best.get(one.card_id)
        if covered and (before is None or (covered, worth) > before[:2]):
            best[one.card_id] = (covered, worth, one)
    most = max((covered for covered, _, _ in best.values()), default=0)
    if 2 * most <= len(scorers):
        return []
    fit = [entry for entry in best.values() if entry[0] == most]
    fit.sort(key=lambda entry: (-round(entry[1], 6), entry[2].card_id))
    return [candidate for _, _, candidate in fit]


class _Scorer:
    """Scores texts for one word."""

    def __init__(self, meaning: Meaning) -> None:
        self._meaning = meaning
        self._qualities = Qualities([meaning])
        parts = meaning.beginnings
        whole = [word for word in meaning.forms | meaning.near.keys()
                 if not any(part in word for part in parts)]  # fmt: skip
        self._tokens = [*parts, *whole]

    def of(self, texts: Texts) -> float:
        fields = (texts.prompt, texts.answer, texts.explanation, texts.rest)
        return max(
            weight * self._field(field) for weight, field in zip(WEIGHTS, fields, strict=True)
        )

    def _field(self, field: str) -> float:
        # Most texts have nothing of the word: taking those apart would be most of the work.
        said = any(map(field.__contains__, self._tokens))
        if not said and not self._meaning.halves:
            return 0.0
        stems = field.split()
        best = max(map(self._qualities.__getitem__, stems), default=0.0) if said else 0.0
        if not best and self._meaning.halves:
            best = 0.75 if any(map(self._is_made_of, pairwise(stems))) else 0.0
        # The word weighs more in a short text than in passing in a long one.
        return best * (1 + 1 / (2 + len(stems)))

    def _is_made_of(self, pair: tuple[str, str]) -> bool:
        first, second = pair
        return any(first in head and second in tail for head, tail in self._meaning.halves)
