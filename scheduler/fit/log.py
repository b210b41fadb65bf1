"""The log that a fit learns from, and the answers in it that tell whether a model foretells.

Only the first answer of a later study day is such a trial: the model foretells answers of the same
day worse than a constant does, and a repair in the same sitting says nothing of a night's sleep.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class CardLog:
    """One learner's answers to one card, in order: study days as ordinals, and ratings 1 to 4."""

    learner: int
    days: Sequence[int]
    ratings: Sequence[int]

    def elapsed(self) -> list[int]:
        """Days before each answer; 0 on the first, on the same day, and where a day runs back."""
        last = self.days[0] if self.days else 0
        found = []
        for day in self.days:
            found.append(max(day - last, 0))
            last = max(day, last)
        return found


class Trial(NamedTuple):
    """An answer that tests memory: the `place`-th, from 0, of the `card`-th log."""

    day: int
    card: int
    place: int
    elapsed: int
    right: bool
    learner: int


@dataclass(frozen=True, slots=True)
class Log:
    """Logs of cards, with their trials in order of time."""

    cards: Sequence[CardLog]
    elapsed: Sequence[Sequence[int]]
    trials: Sequence[Trial]

    @property
    def answers(self) -> int:
        """How many answers there are in all."""
        return sum(len(card.days) for card in self.cards)


def log_of(cards: Sequence[CardLog]) -> Log:
    """The log of these cards; those without an answer do no harm."""
    elapsed = [card.elapsed() for card in cards]
    trials = [
        Trial(card.days[place], number, place, days, card.ratings[place] > 1, card.learner)
        for number, card in enumerate(cards)
        for place, days in enumerate(elapsed[number])
        if days > 0
    ]
    return Log(cards, elapsed, sorted(trials))
