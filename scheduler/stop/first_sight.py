"""Cards that everybody knows at first sight: they cost a learner's time and teach nothing."""

from scheduler.recall import Figure, recall

LEAST_LEARNERS = 20
LEAST_RIGHT = 0.95
LEAST_LOW = 0.80


def known_at_first_sight(learners: int, right: int) -> Figure | None:
    """The share whose very first answer was right, where practically everybody's was; else None.

    At least 20 learners, 95 % of them right, and 80 % the lower bound of Wilson's interval: 20 of
    20 will do, 19 of 20 will not. A bound of 95 % would ask for 73 learners without a slip.
    """
    if learners < LEAST_LEARNERS or right < LEAST_RIGHT * learners:
        return None
    figure = recall([(1, 1)] * right + [(1, 0)] * (learners - right))
    return figure if figure.low is not None and figure.low >= LEAST_LOW else None
