"""A short bad day: processes are killed, the provider errs, and each reminder comes once."""

from __future__ import annotations

import pytest

from scripts.disorder.__main__ import Wanted, trial
from scripts.disorder.provider import bad_day
from server.reminding.settle import MAX_ATTEMPTS

REMINDERS = 300


@pytest.mark.servers
@pytest.mark.postgres
def test_none_is_lost_and_none_comes_twice_without_a_reason() -> None:
    with bad_day(seed=7) as provider:
        found, killed = trial(Wanted(0.2, REMINDERS, seed=7, hurry=True), provider)
    assert killed
    assert found.states == {"sent": REMINDERS}
    assert (found.lost, found.twice, found.other_tags, found.dead_left) == (0, 0, 0, 0)
    # A provider that takes a message and hangs up may do so at each attempt; more there are not.
    assert found.most_for_one <= MAX_ATTEMPTS
