from random import Random

import pytest

from scheduler.recall import Figure, recall


def width(figure: Figure) -> float:
    assert figure.low is not None
    assert figure.high is not None
    return figure.high - figure.low


def test_without_answers_there_is_no_figure() -> None:
    nothing = Figure(0, 0, None, None, None)
    assert recall([]) == nothing
    assert recall([(0, 0), (0, 0)]) == nothing


def test_learners_without_answers_do_not_count() -> None:
    assert recall([(10, 8), (0, 0), (10, 9)]) == recall([(10, 8), (10, 9)])
    assert recall([(10, 8), (0, 0), (10, 9)]).learners == 2


def test_one_learner_gets_the_plain_interval_of_wilson() -> None:
    """The interval of 81 in 263, the worked example of Newcombe (1998)."""
    figure = recall([(263, 81)])
    assert figure.recall_rate == pytest.approx(0.3080, abs=5e-5)
    assert figure.low == pytest.approx(0.2553, abs=5e-5)
    assert figure.high == pytest.approx(0.3662, abs=5e-5)


@pytest.mark.parametrize("learners", [1, 5, 40])
def test_all_right_and_all_wrong_leave_room_for_doubt(learners: int) -> None:
    right, wrong = recall([(10, 10)] * learners), recall([(10, 0)] * learners)
    assert (right.recall_rate, right.high) == (1.0, 1.0)
    assert (wrong.recall_rate, wrong.low) == (0.0, 0.0)
    assert right.low == pytest.approx(1 - (wrong.high or 0))
    assert 0.65 < (right.low or 0) < 1


def test_answers_that_hang_together_say_less() -> None:
    alike = recall([(20, 17)] * 10)
    apart = recall([(20, 20)] * 7 + [(20, 10)] * 3)
    assert alike.recall_rate == apart.recall_rate
    assert width(apart) > 1.5 * width(alike)


def test_more_answers_of_the_same_few_people_hardly_help_but_more_people_do() -> None:
    few = [(20, 20), (20, 19), (20, 14), (20, 12), (20, 18)]
    longer = [(10 * n, 10 * right) for n, right in few]
    assert width(recall(longer)) > 0.9 * width(recall(few))
    assert width(recall(few * 10)) < 0.5 * width(recall(few))


@pytest.mark.parametrize(("learners", "answers"), [(2, 30), (3, 30), (5, 20), (20, 15), (60, 8)])
def test_about_95_in_100_intervals_hold_the_truth(learners: int, answers: int) -> None:
    dice, truth, held, runs = Random(learners), 0.85, 0, 400
    for _ in range(runs):
        shares = [dice.betavariate(truth * 9, (1 - truth) * 9) for _ in range(learners)]
        groups = [(answers, sum(dice.random() < share for _ in range(answers))) for share in shares]
        figure = recall(groups)
        held += (figure.low or 0) <= truth <= (figure.high or 0)
    assert held / runs >= 0.92


@pytest.mark.parametrize("group", [(5, 6), (5, -1), (-1, 0)])
def test_more_right_than_asked_is_refused(group: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="cannot be"):
        recall([group])
