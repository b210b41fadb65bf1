"""A leech: a card that one learner fails again and again. It rests while its author looks at it."""

from datetime import date, timedelta

from scheduler.memory import Memory

FIRST_LAPSES = 8
FURTHER_LAPSES = 4
LONGEST_REST = timedelta(days=28)
"""An inbox that nobody reads must not take a card away for good."""


def is_leech(memory: Memory) -> bool:
    """Whether the last study day with an answer brought the 8th lapse, or every 4th after it.

    A right answer on a later day ends it: then something did help.
    """
    beyond = memory.lapses - FIRST_LAPSES
    return beyond >= 0 and beyond % FURTHER_LAPSES == 0 and memory.correct_run == 0


def back_on(memory: Memory, *, mended: bool) -> date:
    """The first study day on which a card may be asked: that of its last answer, unless it rests.

    A leech rests until it is `mended`: since the last answer a release changed the card, or its
    author said that it is right as it is. Otherwise it comes back by itself after `LONGEST_REST`.
    """
    if mended or not is_leech(memory):
        return memory.last_study_day
    return memory.last_study_day + LONGEST_REST
