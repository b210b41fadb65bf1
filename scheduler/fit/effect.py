"""What other parameters do to the load of the coming weeks, looked at before they come into force.

Due days stay where they are when parameters change; what differs is how far each next answer moves
its card. So the coming weeks are lived through twice, with the same luck.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from scheduler.fit.optimiser import Parameters
from scheduler.load import fraction
from scheduler.memory import Memory, Rating, after, retrievability
from scheduler.policy.aim import Aim
from scheduler.policy.schedule import schedule

DAYS = 28
MOST_GROWTH = 1.25
"""Of all reviews in those days. Beyond it a person decides."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One card in memory: as the parameters in force have it, and as the candidate has it."""

    seed: str
    due_on: date
    aims: tuple[Aim, ...]
    in_force: Memory
    candidate: Memory


@dataclass(frozen=True, slots=True)
class Load:
    """Reviews in the coming weeks, and on the largest day of them."""

    reviews: int
    largest_day: int


@dataclass(frozen=True, slots=True)
class Effect:
    """The load under the parameters in force, and under the candidate."""

    in_force: Load
    candidate: Load

    @property
    def is_large(self) -> bool:
        """Whether somebody should look at it before it happens."""
        return self.candidate.reviews > MOST_GROWTH * self.in_force.reviews


def effect(
    cards: Iterable[Standing], today: date, in_force: Parameters, candidate: Parameters
) -> Effect:
    """The load of the coming weeks under both. The candidate, which foretold better, is the truth
    in both: what differs is when cards are asked."""
    before: Counter[date] = Counter()
    then: Counter[date] = Counter()
    for card in cards:
        before.update(_days(card, card.in_force, today, in_force, candidate))
        then.update(_days(card, card.candidate, today, candidate, candidate))
    return Effect(_load(before), _load(then))


def _load(days: Counter[date]) -> Load:
    return Load(days.total(), max(days.values(), default=0))


def _days(
    card: Standing, believed: Memory, today: date, parameters: Parameters, truth: Parameters
) -> Iterator[date]:
    """The days on which the card is asked when every day is kept."""
    on, fact = max(card.due_on, today), card.candidate
    while on < today + timedelta(days=DAYS):
        yield on
        # Luck of its own: the number that spreads the days would forget those that come late.
        if fraction(f"{card.seed}:{fact.reviews}:luck") >= retrievability(fact, on, truth):
            # A wrong card comes back in the same sitting.
            believed = after(believed, on, Rating.AGAIN, parameters)
            fact = after(fact, on, Rating.AGAIN, truth)
        fact = after(fact, on, Rating.GOOD, truth)
        believed, on = schedule(
            believed, on, Rating.GOOD, card.aims, card.seed, parameters=parameters
        )
