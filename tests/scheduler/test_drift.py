from random import Random

import pytest

from scheduler.drift import MARGIN, LearnerSum, Verdict, check

LOOKS_A_YEAR = 52


def cohort(
    dice: Random, learners: int, answers: int, *, off_by: float, unlike: float = 0.08
) -> list[LearnerSum]:
    """Learners foretold 0.85 who remember `off_by` more on average, each a bit differently."""
    sums = []
    for _ in range(learners):
        given = dice.randint(1, 2 * answers)
        chance = min(max(0.85 + off_by + dice.gauss(0, unlike), 0), 1)
        right = sum(dice.random() < chance for _ in range(given))
        sums.append(LearnerSum(given, right, 0.85 * given))
    return sums


def test_too_few_learners_are_not_judged() -> None:
    assert check([LearnerSum(100, 10, 90.0)] * 19) is None
    assert check([LearnerSum(4, 0, 3.6)] * 24) is None
    assert check([]) is None


def test_a_model_that_foretells_far_too_much_raises_the_alarm() -> None:
    told = check(cohort(Random(1), 60, 30, off_by=-0.1))
    assert told is not None
    assert told.verdict is Verdict.OFF
    assert told.high < -MARGIN
    assert told.observed < told.predicted


def test_a_model_that_foretells_far_too_little_raises_it_too() -> None:
    told = check([LearnerSum(40, 40, 34.0)] * 30)
    assert told is not None
    assert told.verdict is Verdict.OFF
    assert (told.n, told.learners) == (1200, 30)
    assert told.observed == 1.0
    assert told.predicted == pytest.approx(0.85)


def test_a_difference_that_nobody_would_act_on_is_no_alarm_however_sure_it_is() -> None:
    told = check([LearnerSum(1000, 870, 890.0)] * 200)
    assert told is not None
    assert told.high < 0
    assert told.verdict is Verdict.HOLDS


@pytest.mark.parametrize(
    ("learners", "answers", "off_by"), [(20, 8, -MARGIN), (40, 3, MARGIN), (40, 8, 0.0)]
)
def test_false_alarms_stay_under_one_a_year(learners: int, answers: int, off_by: float) -> None:
    dice = Random(7)
    looks = 600
    checks = [check(cohort(dice, learners, answers, off_by=off_by)) for _ in range(looks)]
    alarms = sum(one is not None and one.verdict is Verdict.OFF for one in checks)
    assert alarms / looks * LOOKS_A_YEAR <= 1
