from hypothesis import given
from hypothesis import strategies as st

from scheduler.lift import lift
from scheduler.recall import recall
from tests.scheduler.strategies import quick

NOBODY = recall([])
pairs = st.lists(
    st.integers(1, 12).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n))), min_size=1
)


def test_without_one_of_the_two_there_is_none() -> None:
    some = recall([(4, 2), (5, 5)])
    assert lift(NOBODY, some) is None
    assert lift(some, NOBODY) is None


def test_it_is_the_difference_and_says_how_sure() -> None:
    found = lift(recall([(10, 4)] * 12), recall([(10, 8)] * 12))
    assert found is not None
    assert round(found.lift, 3) == 0.4
    assert 0.2 < found.low < 0.4 < found.high < 0.6


def test_more_learners_say_more() -> None:
    few, many = (lift(recall([(10, 4)] * n), recall([(10, 8)] * n)) for n in (3, 60))
    assert few is not None
    assert many is not None
    assert few.high - few.low > many.high - many.low


@quick
@given(pairs, pairs)
def test_the_interval_holds_the_lift_and_stays_within_what_can_be(
    first: list[tuple[int, int]], now: list[tuple[int, int]]
) -> None:
    found = lift(recall(first), recall(now))
    assert found is not None
    assert -1 <= found.low <= found.lift <= found.high <= 1
