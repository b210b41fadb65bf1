import pytest

from scheduler.stop.first_sight import known_at_first_sight


@pytest.mark.parametrize(("learners", "right"), [(19, 19), (20, 19), (40, 37), (200, 189), (0, 0)])
def test_few_learners_or_more_than_a_slip_say_nothing(learners: int, right: int) -> None:
    assert known_at_first_sight(learners, right) is None


@pytest.mark.parametrize(("learners", "right"), [(20, 20), (40, 38), (200, 190)])
def test_what_practically_everybody_knew_comes_with_its_interval(learners: int, right: int) -> None:
    figure = known_at_first_sight(learners, right)
    assert figure is not None
    assert (figure.n, figure.recall_rate) == (learners, right / learners)
    assert figure.low is not None
    assert 0.8 <= figure.low <= right / learners
