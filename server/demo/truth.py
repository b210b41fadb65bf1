"""What a simulated learner really remembers.

On purpose not the model that schedules: here memory fades exponentially and grows by a rule of its
own, where FSRS has a power law. Practice simulated with FSRS itself would prove it right.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random

FIRST_STRENGTH = 3.0
LEAST_STRENGTH = 0.8
LOST = 0.35
KNOWN_BEFORE_THE_COURSE = 0.25
KNOWN_LONG_SINCE = 20.0
KNOWN_BEFOREHAND = 0.6
AFTER_EXPLANATION = 0.88


@dataclass(slots=True)
class Trace:
    """One card in memory: `strength` is the days until the chance to recall has sunk to 0.9."""

    strength: float
    last: date


@dataclass(slots=True)
class Mind:
    """One learner's memory. `hardness` of a card: 1 for the average, above it fades faster."""

    ability: float
    hardness: Mapping[int, float]
    dice: Random
    traces: dict[int, Trace] = field(default_factory=dict)

    def chance(self, card_id: int, on: date) -> float:
        """The chance, 0 to 1, to recall the card on that study day.

        A card never met may be known from the course; one met today was just explained.
        """
        trace = self.traces.get(card_id)
        if trace is None:
            return min(KNOWN_BEFOREHAND * self._ease(card_id), 0.95)
        days = (on - trace.last).days
        if days == 0:
            return AFTER_EXPLANATION
        return float(0.9 ** (days / trace.strength))

    def recalls(self, card_id: int, on: date) -> bool:
        """Whether the learner knows the answer this time."""
        return self.dice.random() < self.chance(card_id, on)

    def knew(self, card_id: int, on: date) -> bool:
        """Whether the learner knows it before the course; what is known then is no fresh trace."""
        ease = self._ease(card_id)
        known = self.dice.random() < KNOWN_BEFORE_THE_COURSE * min(ease, 1.3)
        if known and card_id not in self.traces:
            self.traces[card_id] = Trace(KNOWN_LONG_SINCE * ease, on)
        return known

    def learn(self, card_id: int, on: date, *, right: bool) -> None:
        """Strengthens the trace after an answer and its explanation.

        Recall that was at risk strengthens more than recall that was certain; a second answer on
        the same day adds nothing.
        """
        ease = self._ease(card_id)
        trace = self.traces.get(card_id)
        if trace is None:
            known = 1.5 if right else 0.7
            self.traces[card_id] = Trace(
                max(FIRST_STRENGTH * ease * known, LEAST_STRENGTH * min(ease, 1.0)), on
            )
            return
        if trace.last == on:
            return
        if right:
            gain = 1.4 + 7.0 * (1 - self.chance(card_id, on))
            trace.strength *= 1 + gain * min(ease, 1.3)
        else:
            trace.strength = max(trace.strength * LOST, LEAST_STRENGTH * min(ease, 1.0))
        trace.last = on

    def _ease(self, card_id: int) -> float:
        return self.ability / self.hardness.get(card_id, 1.0)
