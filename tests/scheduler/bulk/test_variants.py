import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from scheduler import variants
from scheduler.bulk.variants import seen_in
from tests.scheduler.strategies import quick

logs = st.lists(st.lists(st.integers(0, 25), max_size=60), max_size=6)


@given(logs)
@quick
def test_each_card_was_seen_in_the_wordings_of_its_own_log(shown: list[list[int]]) -> None:
    together = np.array([one for log in shown for one in log], np.int64)
    found = seen_in(together, np.array([len(log) for log in shown], np.int64))
    assert found == [variants.seen_in(log) for log in shown]
