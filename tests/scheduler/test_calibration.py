from math import log

import pytest

from scheduler.calibration import Bin, calibration


def test_a_model_that_is_right_on_average_has_no_error_over_bins() -> None:
    told = calibration([Bin(16, 100, 0.8, 80), Bin(18, 50, 0.9, 45)])
    assert told is not None
    assert told.n == 150
    assert told.rmse == pytest.approx(0)
    assert told.log_loss < told.constant_log_loss


def test_telling_the_average_each_time_is_as_good_as_the_constant() -> None:
    told = calibration([Bin(15, 40, 0.75, 30)])
    assert told is not None
    assert told.log_loss == pytest.approx(told.constant_log_loss)
    assert told.log_loss == pytest.approx(-(0.75 * log(0.75) + 0.25 * log(0.25)))


def test_a_model_too_sure_of_itself_is_worse_than_the_constant() -> None:
    told = calibration([Bin(19, 100, 0.99, 70)])
    assert told is not None
    assert told.log_loss > told.constant_log_loss
    assert told.rmse == pytest.approx(0.29)


def test_a_surprise_against_certainty_costs_much_but_not_everything() -> None:
    told = calibration([Bin(19, 1, 1.0, 0)])
    assert told is not None
    assert 9 < told.log_loss < 10


def test_without_answers_there_is_nothing_to_tell() -> None:
    assert calibration([]) is None
    assert calibration([Bin(3, 0, 0.0, 0)]) is None
