import pytest

from scheduler.students_t import quantile


@pytest.mark.parametrize(
    ("level", "freedom", "tabled"),
    [(0.975, 1, 12.706), (0.975, 3, 3.182), (0.975, 4, 2.776), (0.975, 30, 2.042),
     (0.995, 7, 3.499), (0.995, 19, 2.861), (0.995, 200, 2.601)],
)  # fmt: skip
def test_quantiles_are_those_of_the_tables(level: float, freedom: int, tabled: float) -> None:
    assert quantile(level, freedom) == pytest.approx(tabled, rel=0.003)


@pytest.mark.parametrize(("level", "freedom"), [(0.995, 6), (0.975, 0)])
def test_a_level_that_would_be_wrong_for_so_few_is_refused(level: float, freedom: int) -> None:
    with pytest.raises(ValueError, match="degrees of freedom"):
        quantile(level, freedom)
