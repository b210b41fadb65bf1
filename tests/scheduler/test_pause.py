from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from scheduler.pause import Pause, merged, stretch, stretched
from tests.scheduler.strategies import quick

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
    assert stretched(day(3), [second, AUGUST]) == day(17)  # touching: the first day back
    assert stretched(day(3), []) == day(3)


def test_ill_in_a_holiday_is_away_once() -> None:
    ill = Pause(day(10), day(20))
    assert merged([ill, AUGUST]) == [Pause(day(3), day(20))]
    assert stretched(day(4), [AUGUST, ill]) == day(22)


def test_pauses_in_a_row_are_one_absence_and_keep_the_order() -> None:
    leave = Pause(day(15), day(21))
    moved = [stretched(day(number), [leave, AUGUST]) for number in range(3, 22)]
    assert moved == [day(22) + timedelta(days=number) for number in range(19)]


def test_pauses_apart_stay_apart() -> None:
    later = Pause(day(16), day(17))
    assert merged([later, AUGUST]) == [AUGUST, later]


away = st.lists(
    st.builds(lambda first, more: Pause(day(1) + timedelta(days=first),
                                        day(1) + timedelta(days=first + more)),
              st.integers(0, 60), st.integers(0, 20)),
    max_size=5,
)  # fmt: skip


@given(away, st.integers(0, 90))
@quick
def test_nothing_is_asked_in_a_pause_nor_earlier_than_it_was_due(
    pauses: list[Pause], number: int
) -> None:
    due_on = day(1) + timedelta(days=number)
    moved = stretched(due_on, pauses)
    assert moved >= due_on
    assert not any(pause.covers(moved) for pause in pauses)
    away_days = sum((one.last_day - one.first_day).days + 1 for one in merged(pauses))
    assert (moved - due_on).days <= away_days


@given(away)
@quick
def test_each_absence_at_most_doubles_a_day_after_it(pauses: list[Pause]) -> None:
    dues = [day(1) + timedelta(days=number) for number in range(120)]
    crowd = Counter(stretched(due_on, pauses) for due_on in dues)
    assert sum(crowd.values()) == 120
    assert max(crowd.values()) <= 2 ** len(merged(pauses))
