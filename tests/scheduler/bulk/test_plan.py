"""Many learners planned at once are asked what each of them is asked alone."""

from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from scheduler.bulk.fsrs6 import Bulk
from scheduler.bulk.plan import Waiting, plan
from scheduler.fsrs6 import DEFAULT_PARAMETERS
from scheduler.memory import Memory
from scheduler.policy.aim import Aim
from scheduler.policy.booster import Booster
from scheduler.policy.readiness import Readiness
from scheduler.queue import Candidate
from scheduler.queue import plan as plan_one
from tests.scheduler.strategies import quick

TODAY = date(2026, 11, 18)
HOLDS_TO = TODAY + timedelta(days=20)


class Kept(NamedTuple):
    """A card as it may wait: days since the last answer, days overdue, and the rest."""

    new: bool
    stability: float
    since: int
    overdue: int
    correct_run: int
    aim: Aim
    kin: int

    def candidate(self, card_id: int) -> Candidate:
        """The same for the queue of one learner."""
        last = TODAY - timedelta(days=self.since)
        memory = Memory(self.stability, 5.0, last, last, 3, 0, self.correct_run)
        due_on = TODAY - timedelta(days=self.overdue)
        kin = str(self.kin) if self.kin else ""
        return Candidate(
            card_id, None if self.new else memory, None if self.new else due_on, "", (self.aim,),
            holds_to=HOLDS_TO, kin=kin,
        )  # fmt: skip


aims = st.sampled_from([Readiness(0.9), Readiness(0.7), Booster(TODAY)])
kept = st.builds(
    Kept, st.booleans(), st.floats(0.5, 300), st.integers(0, 30), st.integers(-3, 9),
    st.integers(0, 3), aims, st.integers(0, 2),
)  # fmt: skip
learners = st.lists(
    st.tuples(st.lists(kept, max_size=7), st.integers(-1, 5), st.integers(-1, 3)),
    min_size=1,
    max_size=4,
)


@given(learners)
@quick
def test_everybody_is_asked_the_same_as_alone(given: list[tuple[list[Kept], int, int]]) -> None:
    rows = [(number, one) for number, (cards, *_) in enumerate(given) for one in cards]
    candidates = [one.candidate(card_id) for card_id, (_, one) in enumerate(rows)]
    waiting = Waiting(
        learner=np.array([number for number, _ in rows], np.int64),
        card_id=np.arange(len(rows)),
        is_new=np.array([one.new for _, one in rows], np.bool_),
        stability=np.array([one.stability for _, one in rows], np.float64),
        last_study_day=np.array([TODAY.toordinal() - one.since for _, one in rows], np.int64),
        correct_run=np.array([one.correct_run for _, one in rows], np.int64),
        due_on=np.array([TODAY.toordinal() - one.overdue for _, one in rows], np.int64),
        holds_to=np.full(len(rows), HOLDS_TO.toordinal()),
        to_hold=np.array([one.aim.desired_recall or np.nan for _, one in rows], np.float64),
        kin=np.array([one.kin for _, one in rows], np.int64),
    )
    budgets, shares = (np.array([one[place] for one in given]) for place in (1, 2))
    bulk = Bulk(np.array(DEFAULT_PARAMETERS))
    found = plan(waiting, TODAY.toordinal(), budgets, shares, bulk)
    for number, (_, budget, share) in enumerate(given):
        own = [one for one, (of, _) in zip(candidates, rows, strict=True) if of == number]
        asked = {one.card_id for one in own if found.asked[one.card_id]}
        assert asked == set(plan_one(own, TODAY, budget, share))
