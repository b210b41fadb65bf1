"""How simulated learners really forget: as the model has it, or otherwise.

A plan that is judged by its own model looks better than it is. Under the other truth every
parameter is off by a quarter or so for each card, and half of the cards are forgotten by an
exponential law.
"""

from dataclasses import dataclass

import numpy as np
from fsrs.scheduler import DEFAULT_PARAMETERS
from numpy.random import Generator
from numpy.typing import NDArray

from scheduler.bulk.fsrs6 import Bulk, Floats, Ints

OFF_BY = 0.25
EXPONENTIAL_SHARE = 0.5
_SHARE_AT_STABILITY = 0.9


@dataclass(frozen=True, slots=True)
class Truth:
    """The memory of cards as it is, a column of `model` and a flag each."""

    model: Bulk
    exponential: NDArray[np.bool_]

    def of(self, cards: NDArray[np.int64]) -> "Truth":
        """For some of the cards, by index."""
        return Truth(self.model.of(cards), self.exponential[cards])

    def recall(self, stability: Floats, elapsed_days: Ints) -> Floats:
        """The chance that each is known so many days after its last answer."""
        by_law = _SHARE_AT_STABILITY ** (elapsed_days / stability)
        by_model = self.model.recall(stability, elapsed_days)
        found: Floats = np.where(self.exponential, by_law, by_model)
        return found


def as_modelled(cards: int) -> Truth:
    """So many cards that are forgotten as the model has it."""
    return Truth(Bulk(np.array(DEFAULT_PARAMETERS)), np.zeros(cards, np.bool_))


def otherwise(cards: int, dice: Generator) -> Truth:
    """So many cards that go by the other truth."""
    off = np.exp(OFF_BY * dice.standard_normal((len(DEFAULT_PARAMETERS), cards)))
    model = Bulk(np.array(DEFAULT_PARAMETERS)[:, None] * off)
    return Truth(model, dice.random(cards) < EXPONENTIAL_SHARE)
