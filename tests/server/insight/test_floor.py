from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from server.insight.floor import hidden


def test_a_group_under_the_floor_is_hidden() -> None:
    groups = {"a": {1, 2}, "b": {3, 4, 5}, "c": {6, 7, 8, 9}, "d": set(range(10, 20))}
    assert "a" in hidden(groups, 5)
    assert "d" not in hidden(groups, 5)


def test_one_small_group_takes_the_next_smallest_with_it() -> None:
    groups = {"small": {1, 2}, "middle": set(range(10, 16)), "large": set(range(20, 40))}
    assert hidden(groups, 5) == {"small", "middle"}


def test_two_small_groups_that_are_too_few_together_take_a_third() -> None:
    groups = {"a": {1}, "b": {2}, "c": set(range(10, 16)), "d": set(range(20, 40))}
    assert hidden(groups, 5) == {"a", "b", "c"}


def test_the_same_few_people_in_two_weeks_are_still_few() -> None:
    weeks = {1: {1, 2, 3}, 2: {1, 2, 3}, 3: set(range(1, 7)), 4: set(range(1, 10))}
    assert hidden(weeks, 5) == {1, 2, 3}


def test_an_empty_group_gives_no_reason_to_hide_others() -> None:
    assert hidden({"nobody": set(), "all": {1, 2, 3, 4, 5}}, 5) == {"nobody"}


@given(
    st.dictionaries(st.integers(0, 9), st.sets(st.integers(0, 30), max_size=12), max_size=8),
    st.integers(2, 8),
)
def test_the_rest_beside_the_total_is_nobody_enough_people_or_everything(
    groups: dict[int, set[int]], floor: int
) -> None:
    unshown = hidden(groups, floor)
    rest = {person for key in unshown for person in groups[key]}
    assert all(len(groups[key]) >= floor for key in groups.keys() - unshown)
    assert not rest or len(rest) >= floor or unshown == set(groups)
