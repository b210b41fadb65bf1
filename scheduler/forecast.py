"""What a learner will be asked of what falls due, day by day, as things stand."""

from collections.abc import Mapping, Sequence


def asked(due: Mapping[int, int], budgets: Sequence[int]) -> list[int]:
    """Cards asked on each of the days of these budgets.

    `due`: cards by the day on which they fall due, 0 is the first. What does not fit in a day, or
    falls on one without a budget, waits for the next that has room; what falls due earlier than
    the first day waits already.
    """
    waiting = sum(cards for day, cards in due.items() if day < 0)
    days: list[int] = []
    for day, budget in enumerate(budgets):
        waiting += due.get(day, 0)
        days.append(min(waiting, budget))
        waiting -= days[-1]
    return days
