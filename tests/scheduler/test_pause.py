from collections import Counter
from datetime import date, timedelta

from scheduler.pause import Pause, stretch, stretched

AUGUST = Pause(date(2026, 8, 3), date(2026, 8, 14))


def day(number: int, month: int = 8) -> date:
    return date(2026, month, number)


def test_a_pause_includes_its_first_and_last_day() -> None:
    covered = [day(n) for n in range(1, 31) if AUGUST.covers(day(n))]
    assert (covered[0], covered[-1], len(covered)) == (day(3), day(14), 12)


def test_a_card_due_outside_the_pause_stays_where_it_is() -> None:
    for due_on in (day(2), day(15)):
        assert stretch(due_on, AUGUST.first_day, AUGUST.last_day) == due_on


def test_what_falls_due_in_a_pause_comes_after_it_without_a_wall() -> None:
    dues = [day(3) + timedelta(days=n % 12) for n in range(36)]
    moved = Counter(stretch(due_on, AUGUST.first_day, AUGUST.last_day) for due_on in dues)
    assert sum(moved.values()) == 36
    assert min(moved) == day(15)
    assert max(moved.values()) == 3


def test_a_card_moved_out_of_one_pause_is_moved_out_of_the_next_too() -> None:
    second = Pause(day(15), day(16))
    assert stretched(day(3), [second, AUGUST]) == day(17)
    assert stretched(day(3), []) == day(3)
