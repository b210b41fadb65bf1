"""Whether a campaign has room for its cards, worked out before anybody starts."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from fsrs.scheduler import DEFAULT_PARAMETERS

from scheduler.days_off import Calendar
from scheduler.memory import Memory, Rating, after
from scheduler.pacing import new_today
from scheduler.policy.aim import within
from scheduler.policy.readiness import days_until

MOST_CARDS_PER_DAY = 60
MOST_DAYS = 730
_ANY_DAY = date(2000, 1, 3)
_W20 = DEFAULT_PARAMETERS[20]


@dataclass(frozen=True, slots=True)
class Room:
    """What a campaign has room for.

    `met`: how many of the `cards` a learner meets before it ends; `study_days`: its days that ask
    something. What would do, the other left as it is: `cards_per_day` and `days`; None where
    nothing within bounds does, and where all are met anyway.
    """

    cards: int
    met: int
    study_days: int
    cards_per_day: int | None
    days: int | None

    @property
    def fits(self) -> bool:
        """Whether every card is met in time."""
        return self.met == self.cards


@lru_cache(maxsize=1024)
def room(
    cards: int, calendar: Calendar, starts_on: date, days: int, *, cards_per_day: int, recall: float
) -> Room:
    """How far a learner of that calendar comes in a campaign of so many days.

    `cards`: cards of all its sets. `cards_per_day`: those of a full day. `recall`: the desired
    one; raises ValueError outside 0.70 to 0.97.
    """

    def found(days: int, cards_per_day: int) -> int:
        dates = (starts_on + timedelta(days=number) for number in range(days))
        return met(cards, [calendar.budget(day, cards_per_day) for day in dates], recall)

    here = found(days, cards_per_day)
    study_days = sum(calendar.budget(starts_on + timedelta(days=n), 1) for n in range(days))
    if here == cards:
        return Room(cards, here, study_days, None, None)
    return Room(
        cards, here, study_days,
        cards_per_day=_least(
            cards_per_day, MOST_CARDS_PER_DAY, lambda tried: found(days, tried) == cards
        ),
        days=_least(days, MOST_DAYS, lambda tried: found(tried, cards_per_day) == cards),
    )  # fmt: skip


def met(cards: int, budgets: list[int], recall: float) -> int:
    """How many of so many cards are met on days of these budgets.

    Reviews that are due take their place before new cards: stricter than a session, which keeps
    places for new ones, so that where all are met here no review has to wait for it either. Each
    card is reviewed as after right answers; the share of wrong ones, 1 - `recall`, takes as much
    off each day's number, for it comes back.
    """
    days = len(budgets)
    left = _left(budgets)
    intervals = _intervals(days, recall)
    due: list[Counter[int]] = [Counter() for _ in range(days + 1)]
    waiting: Counter[int] = Counter()
    unmet = cards
    for day, budget in enumerate(budgets):
        waiting += due[day]
        if budget == 0:
            continue
        reviews, room_left = _taken(waiting, max(int(budget * recall), 1))
        reviews[-1] = min(new_today(unmet, left[day], 0), room_left)
        unmet -= reviews[-1]
        for answered, number in reviews.items():
            back = day + intervals[min(answered + 1, len(intervals) - 1)]
            due[min(back, days)][answered + 1] += number
    return cards - unmet


def _left(budgets: list[int]) -> list[int]:
    """How many days that ask something are left, from each day on."""
    left: list[int] = []
    for budget in reversed(budgets):
        left.append((left[-1] if left else 0) + (budget > 0))
    return left[::-1]


def _least(low: int, high: int, does: Callable[[int], bool]) -> int | None:
    """The least number above `low`, up to `high`, that does; None where not even `high` does."""
    if low >= high or not does(high):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if does(middle) else (middle, high)
    return high


def _taken(waiting: Counter[int], room_left: int) -> tuple[Counter[int], int]:
    """Takes reviews that wait while there is room; gives them, and the room that is left."""
    taken: Counter[int] = Counter()
    for answered in sorted(waiting):
        taken[answered] = min(waiting[answered], room_left)
        waiting[answered] -= taken[answered]
        room_left -= taken[answered]
    return taken, room_left


@lru_cache(maxsize=256)
def _intervals(days: int, recall: float) -> list[int]:
    """Days to the next review after the first, second… right answer, until they outlast `days`."""
    memory: Memory | None = None
    on = _ANY_DAY
    intervals: list[int] = []
    while (on - _ANY_DAY).days <= days:
        memory = after(memory, on, Rating.GOOD)
        intervals.append(within(days_until(memory.stability, recall, _W20)))
        on += timedelta(days=intervals[-1])
    return intervals
