"""Made-up logs for the property tests."""

from datetime import UTC, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st

from scheduler.memory import Event, Rating
from scheduler.policy.aims import strictest
from scheduler.policy.booster import Booster
from scheduler.policy.deadline import PRICES, USUAL_ATTENDANCE, Deadline
from scheduler.policy.readiness import Readiness
from scheduler.study_day import study_day

# Derandomised: a suite that passed here passes there. No deadline: the machine may be busy.
READY = (Readiness(0.9),)

quick = settings(max_examples=60, deadline=None, derandomize=True, database=None)

ZONES = (
    "Europe/Amsterdam",
    "Europe/Helsinki",
    "America/Los_Angeles",
    "America/St_Johns",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
)
START = datetime(2026, 1, 1, tzinfo=UTC)

zones = st.sampled_from(ZONES)
ratings = st.sampled_from(list(Rating))
desired_recalls = st.floats(0.70, 0.97)
readiness = desired_recalls.map(Readiness)
# Two programmes are enough to meet every branch, and each takes half a second to work out.
deadlines = st.builds(
    Deadline,
    st.integers(0, 3 * 365).map(lambda days: START.date() + timedelta(days=days)),
    desired_recalls,
    st.sampled_from([PRICES[2], PRICES[6]]),
    st.just(USUAL_ATTENDANCE),
)
boosters = st.integers(0, 3 * 365).map(lambda days: Booster(START.date() + timedelta(days=days)))
aims = st.lists(readiness | deadlines | boosters, min_size=1, max_size=3).map(strictest)
seeds = st.text("0123456789:", min_size=1, max_size=8)
moments = st.integers(0, 3 * 365 * 24 * 60).map(lambda minutes: START + timedelta(minutes=minutes))


@st.composite
def logs(draw: st.DrawFn, *, min_size: int = 0) -> list[Event]:
    """The log of one card, in order, of a learner who may travel between answers."""
    times = sorted(draw(st.lists(moments, min_size=min_size, max_size=10)))
    return [
        Event(
            at=at,
            id=str(number),
            study_day=study_day(at, draw(zones)),
            rating=draw(ratings),
            aims=draw(aims),
        )
        for number, at in enumerate(times)
    ]
