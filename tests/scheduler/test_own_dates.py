from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from scheduler.fsrs6 import DEFAULT_PARAMETERS
from scheduler.memory import Memory
from scheduler.own_dates import with_dates
from scheduler.policy.deadline import PRICES, Deadline
from scheduler.policy.programme import EVE
from scheduler.queue import Candidate
from tests.scheduler.strategies import READY, quick

TODAY = date(2028, 2, 29)
EXAM = Deadline(TODAY + timedelta(days=30), 0.9, PRICES[4])


def card(stability: float, ago: int, due_in: int, topic: str = "phishing") -> Candidate:
    day = TODAY - timedelta(days=ago)
    memory = Memory(stability, 5.0, day, day, reviews=2, lapses=0, correct_run=2)
    return Candidate(1, memory, TODAY + timedelta(days=due_in), topic, READY)


def dated(one: Candidate, aim: Deadline = EXAM) -> Candidate:
    [found] = with_dates([one], {"phishing": aim}, DEFAULT_PARAMETERS)
    return found


@quick
@given(st.floats(1, 20), st.integers(0, 20), st.integers(31, 365))
def test_a_card_that_would_come_after_the_date_comes_before_it(
    stability: float, ago: int, due_in: int
) -> None:
    found = dated(card(stability, ago, due_in))
    assert found.due_on is not None
    assert found.due_on <= EXAM.on - timedelta(days=EVE)
    assert EXAM in found.aims


@quick
@given(st.floats(0.1, 900), st.integers(0, 60), st.integers(-30, 365), st.integers(-10, 200))
def test_a_date_never_puts_a_card_off(stability: float, ago: int, due_in: int, left: int) -> None:
    one = card(stability, ago, due_in)
    found = dated(one, Deadline(TODAY + timedelta(days=left), 0.9, PRICES[4]))
    assert one.due_on is not None
    assert found.due_on is not None
    assert found.due_on <= one.due_on


def test_a_topic_without_a_date_stays_as_it_is() -> None:
    other = card(9.0, 3, 90, topic="passwords")
    assert dated(other) == other


def test_a_card_never_met_aims_at_the_date_too_and_stays_new() -> None:
    unmet = Candidate(1, None, None, "phishing", READY)
    found = dated(unmet)
    assert (found.memory, found.due_on) == (None, None)
    assert set(found.aims) == {*READY, EXAM}
