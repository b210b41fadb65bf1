"""The words that the cards of an organisation have, to look for the one that was meant.

Held by length: words that differ by a typing error are about as long, and the shortest words that
hold another come first.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract_iter

BREAK = "\n"


@dataclass(frozen=True, slots=True)
class _Alike:
    """Words of one length in order, and the same as one text, which is searched as a whole."""

    words: list[str]
    text: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words, each once. Never changes: another one is made with what came in."""

    _by_length: Mapping[int, _Alike] = field(default_factory=dict)

    def __contains__(self, word: str) -> bool:
        alike = self._by_length.get(len(word))
        if alike is None:
            return False
        at = bisect_left(alike.words, word)
        return at < len(alike.words) and alike.words[at] == word

    def __iter__(self) -> Iterator[str]:
        """The words, the shortest first."""
        for length in sorted(self._by_length):
            yield from self._by_length[length].words

    def known(self, words: Iterable[str]) -> frozenset[str]:
        """Those of the words that are there."""
        return frozenset(word for word in words if word in self)

    def size(self) -> int:
        """How many letters there are to keep."""
        return sum(len(alike.text) for alike in self._by_length.values())

    def with_words(self, words: Iterable[str]) -> Vocabulary:
        """These words as well."""
        new: dict[int, set[str]] = {}
        for word in words:
            new.setdefault(len(word), set()).add(word)
        by_length = dict(self._by_length)
        for length, some in new.items():
            before = by_length.get(length)
            known = sorted(some.union(before.words) if before else some)
            by_length[length] = _Alike(known, BREAK.join(known))
        return Vocabulary(by_length)

    def holding(self, part: str, most: int) -> list[str]:
        """Words that have the part in them, the shortest first, so many at most."""
        return list(islice(self._holding(part), most))

    def near(self, word: str, slips: int) -> list[str]:
        """Words from which this one differs by so many typing errors at most."""
        if not slips:
            return []
        return [
            found
            for length in range(len(word) - slips, len(word) + slips + 1)
            if (alike := self._by_length.get(length)) is not None
            for found, _, _ in extract_iter(
                word, alike.words, scorer=OSA.distance, score_cutoff=slips
            )
        ]

    def _holding(self, part: str) -> Iterator[str]:
        for length in sorted(self._by_length):
            alike, step = self._by_length[length], length + len(BREAK)
            at = alike.text.find(part) if length >= len(part) else -1
            while at >= 0:
                number = at // step
                yield alike.words[number]
                at = alike.text.find(part, (number + 1) * step)
