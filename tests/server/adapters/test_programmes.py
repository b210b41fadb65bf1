"""The shipped programmes are those that the scheduler would work out."""

from __future__ import annotations

from itertools import product

import pytest

from scheduler.policy import programme, programmes
from scheduler.policy.deadline import ATTENDANCES, PRICES, USUAL_ATTENDANCE
from scheduler.policy.iteration import worked_out
from scheduler.policy.programme import EVE, HORIZONS
from server.adapters.programmes import shipped


def test_every_price_attendance_and_horizon_is_shipped() -> None:
    for horizon, price, attendance in product(HORIZONS, PRICES, ATTENDANCES):
        found = shipped(horizon, price, attendance)
        assert found is not None
        assert found.shape[:2] == (2, horizon + 1)
        assert not found[:, : EVE + 1].any()


def test_what_is_shipped_is_not_out_of_date() -> None:
    key = (HORIZONS[0], PRICES[4], USUAL_ATTENDANCE)
    kept = shipped(*key)
    # Another processor may round a tie to the neighbouring day.
    same = worked_out(*key).windows == kept
    assert same.mean() > 0.999, "run scripts/make_programmes.py"


def test_what_is_not_shipped_is_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shipped(7, 4.0, 1.0) is None
    monkeypatch.setattr(programme, "HORIZONS", (7,))
    programmes.look_in(shipped)
    assert programmes.programme(5, 4.0, 1.0).horizon == 7
