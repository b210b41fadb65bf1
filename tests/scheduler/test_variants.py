import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.variants import MOST_SEEN, OWN, in_turn, seen_after, seen_in
from tests.scheduler.strategies import quick

CASES = json.loads(
    (Path(__file__).parents[1] / "vectors" / "wordings.json").read_text(encoding="utf-8")
)["cases"]

wordings = st.lists(st.integers(OWN, 6), min_size=1, max_size=5, unique=True)
shown = st.lists(st.integers(OWN, 8), max_size=30)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_server_plans_as_phones_go_on(case: dict[str, Any]) -> None:
    assert in_turn(case["wordings"], seen_in(case["before"])) == case["planned"]
    assert in_turn(case["wordings"], seen_in(case["before"] + case["since"])) == case["then"]


def last_shown(log: list[int], variant: int) -> int:
    return max((place for place, one in enumerate(log) if one == variant), default=-1)


@given(wordings, shown)
@quick
def test_whatever_was_shown_and_edited_the_next_is_the_one_unseen_for_longest(
    there: list[int], log: list[int]
) -> None:
    ranked = in_turn(there, seen_in(log))
    assert sorted(ranked) == sorted(there)
    places = [last_shown(log, one) for one in ranked]
    assert places == sorted(places)


@given(shown, shown)
@quick
def test_answer_by_answer_comes_to_the_same_as_the_whole_log(
    before: list[int], since: list[int]
) -> None:
    seen = seen_in(before)
    for one in since:
        seen = seen_after(seen, one)
    assert seen == seen_in([*before, *since])


@given(st.lists(st.integers(0, 40), max_size=80))
@quick
def test_of_many_wordings_the_latest_are_kept(log: list[int]) -> None:
    latest = sorted(set(log), key=lambda one: last_shown(log, one))
    assert list(seen_in(log)) == latest[-MOST_SEEN:]


@given(wordings, st.integers(0, 20))
@quick
def test_shown_in_turn_no_wording_returns_before_all_others_were_seen(
    there: list[int], answers: int
) -> None:
    log: list[int] = []
    for _ in range(answers):
        log.append(in_turn(there, seen_in(log))[0])
    assert log == [there[number % len(there)] for number in range(answers)]


def test_a_wording_that_a_release_adds_comes_first() -> None:
    assert in_turn([31, 32, 33], seen_in([31, 32])) == [33, 31, 32]


def test_a_wording_that_a_release_takes_out_is_passed_over() -> None:
    assert in_turn([31, 33], seen_in([31, 32, 33])) == [31, 33]
