"""How long a card takes a learner, from the latest answers; and a budget in minutes as cards."""

from collections.abc import Sequence
from statistics import median

USUAL_SECONDS = 18.0
_ENOUGH = 10
"""With fewer answers one slow morning would halve the day."""
_READING = 5.0
"""Seconds with what the answer was; the time measured ends when the answer is given."""
_LEAST, _MOST = 6.0, 90.0
MOST_CARDS = 60


def seconds_a_card(took_ms: Sequence[int]) -> float:
    """Seconds from card to card, by the median: a phone put down in between changes little.

    The usual time where there are too few answers to tell.
    """
    if len(took_ms) < _ENOUGH:
        return USUAL_SECONDS
    return min(max(median(took_ms) / 1000 + _READING, _LEAST), _MOST)


def cards_in(minutes: int, seconds: float) -> int:
    """The cards that fit in so many minutes, 1 to 60."""
    return min(max(int(minutes * 60 / seconds), 1), MOST_CARDS)
