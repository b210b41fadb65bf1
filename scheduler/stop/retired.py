"""Retired: a card that will still be known when its campaign ends, without another answer."""

from datetime import date

from scheduler.fsrs6 import DEFAULT_PARAMETERS
from scheduler.memory import Memory, retrievability

RIGHT_DAYS = 2
"""One right answer may be luck, and the first one was often given minutes after the course."""


def is_retired(
    memory: Memory,
    last_day: date,
    desired_recall: float | None,
    parameters: tuple[float, ...] = DEFAULT_PARAMETERS,
) -> bool:
    """Whether recall on `last_day` will be `desired_recall` or more without further practice.

    At least the last two study days with an answer must have been right at first. It is about the
    memory as it stands: a wrong answer, or a campaign that lasts longer, brings the card back.
    None stands for a policy that asks on fixed days, whatever is known.
    """
    if desired_recall is None or memory.correct_run < RIGHT_DAYS:
        return False
    return retrievability(memory, last_day, parameters) >= desired_recall
