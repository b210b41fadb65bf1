"""Whether a campaign has room for its cards, worked out before anybody starts."""

from collections import Counter
from datetime import date, timedelta
from functools import lru_cache

from fsrs.scheduler import DEFAULT_PARAMETERS

from scheduler.memory import Memory, Rating, after
from scheduler.pacing import new_today
from scheduler.policy.aim import within
from scheduler.policy.readiness import days_until

_WEEK = 7
_PRACTISED = 5
"""Days of the week on which people practise."""
_ANY_DAY = date(2000, 1, 3)
_W20 = DEFAULT_PARAMETERS[20]


@lru_cache(maxsize=1024)
def all_introduced(cards: int, days: int, cards_per_day: int, desired_recall: float) -> bool:
    """Whether a learner who practises on working days meets every card within the campaign.

    `cards`: cards of all its sets. `days`: calendar days. As in a session, reviews that are due
    take their place before new cards. Each card is reviewed as after right answers; the share of
    wrong ones, 1 - `desired_recall`, takes as much off each day's number, for it comes back.
    Raises ValueError for a desired recall outside 0.70 to 0.97.
    """
    room_per_day = max(int(cards_per_day * desired_recall), 1)
    intervals = _intervals(days, desired_recall)
    due: list[Counter[int]] = [Counter() for _ in range(days + 1)]
    waiting: Counter[int] = Counter()
    unmet = cards
    for day in range(days):
        waiting += due[day]
        if day % _WEEK >= _PRACTISED:
            continue
        reviews, room = _taken(waiting, room_per_day)
        reviews[-1] = min(new_today(unmet, days - day, 0), room)
        unmet -= reviews[-1]
        for answered, number in reviews.items():
            back = day + intervals[min(answered + 1, len(intervals) - 1)]
            due[min(back, days)][answered + 1] += number
    return unmet == 0


def _taken(waiting: Counter[int], room: int) -> tuple[Counter[int], int]:
    """Takes reviews that wait while there is room; gives them, and the room that is left."""
    taken: Counter[int] = Counter()
    for answered in sorted(waiting):
        taken[answered] = min(waiting[answered], room)
        waiting[answered] -= taken[answered]
        room -= taken[answered]
    return taken, room


def _intervals(days: int, desired_recall: float) -> list[int]:
    """Days to the next review after the first, second… right answer, until they outlast `days`."""
    memory: Memory | None = None
    on = _ANY_DAY
    intervals: list[int] = []
    while (on - _ANY_DAY).days <= days:
        memory = after(memory, on, Rating.GOOD)
        intervals.append(within(days_until(memory.stability, desired_recall, _W20)))
        on += timedelta(days=intervals[-1])
    return intervals
