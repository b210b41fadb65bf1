"""Deadline: what is known counts on a date, and the way there costs as few reviews as it can."""

from dataclasses import dataclass
from datetime import date

from scheduler.policy.aim import MAX_INTERVAL_DAYS, Strength, Wait, checked, within
from scheduler.policy.programme import EVE, FLOOR
from scheduler.policy.programmes import programme
from scheduler.policy.readiness import days_until

PRICES = (4.0, 6.0, 9.0, 13.0, 20.0, 30.0, 45.0, 68.0, 100.0)
"""Reviews that one more card remembered on the date may cost; each half as much again."""
ATTENDANCES = (0.25, 0.5, 0.75, 1.0)
USUAL_ATTENDANCE = 0.75


@dataclass(frozen=True, slots=True)
class Deadline:
    """Reaches `desired_recall`, 0.70 to 0.97, on the study day `on`.

    `price` is the least of `PRICES` that reaches it; `attendance`, one of `ATTENDANCES`, the share
    of days with something due on which the learner practises. Few values, for each pair is a
    programme to be worked out. Raises ValueError for others.
    """

    on: date
    desired_recall: float
    price: float
    attendance: float = USUAL_ATTENDANCE

    def __post_init__(self) -> None:
        checked(self.desired_recall)
        if self.price not in PRICES or self.attendance not in ATTENDANCES:
            raise ValueError(f"no programme for {self.price} and {self.attendance}")

    def __str__(self) -> str:
        return f"deadline:{self.on}:{self.desired_recall!r}:{self.price!r}:{self.attendance!r}"

    def wait(self, card: Strength) -> Wait:
        """As the programme has it, never below the floor as far as days can hold it."""
        left = (self.on - card.on).days
        most = left - EVE
        if most < 1:
            return self._afterwards(card, left)
        plan = programme(left, self.price, self.attendance)
        earliest, latest = plan.window(left, card.stability, card.difficulty)
        # The grid rounds, and the learner's own parameters may forget faster.
        held = max(int(days_until(card.stability, FLOOR, card.w20)), 1)
        if latest == 0 and held >= left:
            return self._afterwards(card, left)
        most = min(most, held, MAX_INTERVAL_DAYS)
        return Wait(min(earliest or most, most), min(latest or most, most), most)

    def _afterwards(self, card: Strength, left: int) -> Wait:
        """After the date the floor is held, for whoever still practises."""
        held = days_until(card.stability, FLOOR, card.w20)
        days = within(max(held, left + 1))
        return Wait(days, days, MAX_INTERVAL_DAYS)


def attendance_of(practised: int, days: int) -> float:
    """The nearest of `ATTENDANCES` for a learner who practised on so many of `days` with cards due.

    Below two weeks of such days it is the usual one: a slow start is no habit.
    """
    if days < 14:  # noqa: PLR2004 - two weeks, as told above
        return USUAL_ATTENDANCE
    share = practised / days
    return min(ATTENDANCES, key=lambda one: abs(one - share))
