import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.load import picked, spread_bounds
from tests.scheduler.strategies import quick, seeds


@pytest.mark.parametrize(
    ("interval", "bounds"),
    [
        (1, (1, 1)),
        (2, (2, 2)),
        (3, (2, 4)),
        (7, (5, 9)),
        (10, (8, 12)),
        (20, (17, 23)),
        (100, (93, 107)),
    ],
)
def test_the_bounds_are_those_that_anki_uses(interval: int, bounds: tuple[int, int]) -> None:
    assert spread_bounds(interval) == bounds


@pytest.mark.parametrize("interval", [1, 3, 10, 50])
def test_every_day_within_the_bounds_comes_up_and_none_outside(interval: int) -> None:
    shortest, longest = spread_bounds(interval)
    days = {picked(shortest, longest, f"7:{card}") for card in range(500)}
    assert days == set(range(shortest, longest + 1))


@given(seeds, st.integers(1, 400))
@quick
def test_a_longer_interval_never_ends_before_a_shorter_one(seed: str, interval: int) -> None:
    sooner, later = (picked(*spread_bounds(days), seed) for days in (interval, interval + 1))
    assert sooner <= later


def test_another_process_spreads_the_same() -> None:
    program = "from scheduler.load import picked; print([picked(50, 70, str(n)) for n in range(9)])"
    other = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONHASHSEED": "1", "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert other.stdout.strip() == str([picked(50, 70, str(n)) for n in range(9)])
