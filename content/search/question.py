"""A question, and what each of its words may mean among the words that the cards have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from rapidfuzz.distance import OSA

from content.search.stems import forms
from content.search.stop_words import STOP_WORDS
from content.search.vocabulary import Vocabulary
from content.search.words import words_of

MOST_WORDS: Final = 8
SHORTEST_PART: Final = 3
FORGIVING_FROM: Final = 4
TWICE_FORGIVING_FROM: Final = 8
MOST_NEAR: Final = 24
MOST_HELD: Final = 100

Halves = tuple[frozenset[str], frozenset[str]]


@dataclass
class Meaning:
    """A word asked for. `near` holds words of the cards that may be meant, 0 to 1 each.

    `halves` are pairs of words that it may be made of.
    """

    text: str
    forms: frozenset[str]
    near: dict[str, float] = field(default_factory=dict)
    halves: list[Halves] = field(default_factory=list)

    @cached_property
    def beginnings(self) -> list[str]:
        """The forms that are long enough to stand for every word that begins so."""
        return sorted(one for one in self.forms if len(one) >= SHORTEST_PART)

    def quality(self, stem: str) -> float:
        """How well a word of a card answers, 0 to 1."""
        if stem in self.forms:
            return 1.0
        return max(self.near.get(stem, 0.0), self._as_part(stem))

    def learn_parts(self, words: Vocabulary) -> None:
        """Takes in words of the cards that hold this word, or that it is made of."""
        holding = {word for one in self.beginnings for word in words.holding(one, MOST_HELD)}
        self._take((word, self._as_part(word)) for word in holding - self.forms)
        known = (tuple(map(words.known, pair)) for pair in self.splits())
        self.halves = [(head, tail) for head, tail in known if head and tail]

    def learn_slips(self, words: Vocabulary) -> None:
        """Takes in words of the cards from which this one differs by a typing error or two."""
        near = {word for one in self.forms for word in words.near(one, slips_forgiven(one))}
        self._take((word, self._as_slip(word)) for word in near - self.forms)

    def splits(self) -> Iterator[Halves]:
        """Every way in which the word may be two."""
        for at in range(SHORTEST_PART, len(self.text) - SHORTEST_PART + 1):
            yield forms(self.text[:at]), forms(self.text[at:])

    def _take(self, found: Iterable[tuple[str, float]]) -> None:
        best = sorted(found, key=lambda one: (-one[1], one[0]))[:MOST_NEAR]
        for word, quality in best:
            for one in forms(word) - self.forms:
                self.near[one] = max(self.near.get(one, 0.0), quality)

    def _as_part(self, word: str) -> float:
        share = 0.0
        for one in self.beginnings:
            if word.startswith(one):
                share = max(share, 0.6 + 0.3 * len(one) / len(word))
            elif one in word:
                share = max(share, 0.45 + 0.3 * len(one) / len(word))
        return share

    def _as_slip(self, word: str) -> float:
        best = 0.0
        for one in self.forms:
            allowed = slips_forgiven(one)
            slips = OSA.distance(one, word, score_cutoff=allowed) if allowed else 1
            if slips <= allowed:
                best = max(best, 0.6 - 0.2 * (slips - 1) - (0.1 if one[0] != word[0] else 0))
        return best


class Qualities(dict[str, float]):
    """How well a stem answers the best of these words; remembered, as most stems come back."""

    def __init__(self, meanings: Iterable[Meaning]) -> None:
        self._meanings = list(meanings)

    def __missing__(self, stem: str) -> float:
        found = max([one.quality(stem) for one in self._meanings], default=0.0)
        self[stem] = found
        return found


def slips_forgiven(word: str) -> int:
    """How many typing errors a word of that length may have: short words differ by one letter."""
    if len(word) < FORGIVING_FROM:
        return 0
    return 2 if len(word) >= TWICE_FORGIVING_FROM else 1


def question_of(text: str) -> list[Meaning]:
    """The words of a question, at most eight; little words only where there are no others."""
    asked: dict[str, None] = {}
    reached = 0
    for word in words_of(text):
        # The parts of a word with hyphens come after it, and say nothing new.
        if word.text and word.start >= reached:
            asked[word.text] = None
            reached = word.end
    telling = [word for word in asked if word not in STOP_WORDS] or list(asked)
    return [Meaning(word, forms(word)) for word in telling[:MOST_WORDS]]
