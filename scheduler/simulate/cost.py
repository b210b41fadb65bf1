"""What a campaign would cost each learner, and what would be known: expected, and how surely.

The expected figures are those of learners who come on three days in four and forget as the model
has it. The range is over those who come on every second day and on each, and over learners who
forget otherwise. Learners are simulated with the same luck in every case, so that a change of the
plan shows and not a change of luck.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np

from scheduler.bulk.fsrs6 import Floats
from scheduler.policy.booster import Booster
from scheduler.policy.deadline import Deadline
from scheduler.policy.readiness import Readiness
from scheduler.simulate.cohort import Cohort, Course, Group
from scheduler.simulate.truth import as_modelled, otherwise
from scheduler.simulate.waits import windows

USUAL_ATTENDANCE = 0.75
SELDOM, ALWAYS = 0.5, 1.0
WEEK = 7
MOST_CARDS = 1_000
Planned = Readiness | Deadline | Booster
_CARDS_IN_ALL = 2_000
_LEAST_LEARNERS, _MOST_LEARNERS = 4, 100
_SEED = 2026


@dataclass(frozen=True, slots=True)
class Plan:
    """A campaign that is thought of: `budgets` are the cards of each of its days, from the start.

    `until`: the last day that counts, the date of a deadline or the last day of the campaign.
    `others`: aims to compare it with.
    """

    aim: Planned
    others: tuple[Readiness | Deadline, ...]
    cards: int
    starts_on: date
    budgets: tuple[int, ...]
    until: date


@dataclass(frozen=True, slots=True)
class Span:
    """A figure and the range that it may well have."""

    expected: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days: the answers of one learner, and the share known at their end."""

    answers: Span
    recall: Span


@dataclass(frozen=True, slots=True)
class Choice:
    """Another aim: answers on a day on which a learner comes, and the share known at the end."""

    aim: Readiness | Deadline
    answers_a_day: float
    recall: float


@dataclass(frozen=True, slots=True)
class Cost:
    """Answers are of one learner on average, repairs counted. `met`: cards met in the end.

    `answers_a_day` is on a day on which the learner comes; `fullest_day` the expected answers of
    the fullest such day. `recall` is of the cards met, on the last day that counts.
    """

    answers: Span
    answers_a_day: Span
    fullest_day: float
    recall: Span
    met: Span
    weeks: tuple[Week, ...]
    choices: tuple[Choice, ...]


@lru_cache(maxsize=256)
def cost(plan: Plan) -> Cost:
    """Tries the plan out. 1 to `MOST_CARDS` cards, and one day at least."""
    attendances = (USUAL_ATTENDANCE, SELDOM, ALWAYS, USUAL_ATTENDANCE)
    last = min(max((plan.until - plan.starts_on).days, 0), len(plan.budgets) - 1)
    looks = sorted({last, *_ends(len(plan.budgets))})
    own = [Group(windows(plan.aim), attendance) for attendance in attendances]
    others = [Group(windows(aim), USUAL_ATTENDANCE) for aim in plan.others]
    modelled = _tried(plan, [*own[:3], *others], looks, other_truth=False)
    off = _tried(plan, own[3:], looks, other_truth=True)
    answers = np.concatenate([modelled.answers[:3], off.answers])
    recall = {day: np.concatenate([modelled.recall[day][:3], off.recall[day]]) for day in looks}
    days = max(sum(budget > 0 for budget in plan.budgets), 1)
    return Cost(
        answers=_span(answers.sum(axis=1)),
        answers_a_day=_span(answers.sum(axis=1) / (days * np.array(attendances))),
        fullest_day=float(answers[0].max() / USUAL_ATTENDANCE),
        recall=_span(recall[last]),
        met=_span(np.concatenate([modelled.met[:3], off.met])),
        weeks=tuple(
            Week(_span(answers[:, end - end % WEEK : end + 1].sum(axis=1)), _span(recall[end]))
            for end in _ends(len(plan.budgets))
        ),
        choices=tuple(
            Choice(
                aim,
                float(modelled.answers[row].sum() / (days * USUAL_ATTENDANCE)),
                float(modelled.recall[last][row]),
            )
            for row, aim in enumerate(plan.others, start=3)
        ),
    )


def _tried(plan: Plan, groups: list[Group], looks: list[int], *, other_truth: bool) -> Course:
    learners = min(max(_CARDS_IN_ALL // plan.cards, _LEAST_LEARNERS), _MOST_LEARNERS)
    size = learners * plan.cards * len(groups)
    # The same dice each time, the truth's own apart: the luck is then that of the other cases.
    truth = otherwise(size, np.random.default_rng(_SEED + 1)) if other_truth else as_modelled(size)
    cohort = Cohort(groups, learners, plan.cards, truth)
    return cohort.go(plan.starts_on, plan.budgets, looks, np.random.default_rng(_SEED))


def _ends(days: int) -> list[int]:
    """The last day of each week, and the last of all."""
    return [min(start + WEEK, days) - 1 for start in range(0, days, WEEK)]


def _span(cases: Floats) -> Span:
    return Span(float(cases[0]), float(min(cases)), float(max(cases)))
