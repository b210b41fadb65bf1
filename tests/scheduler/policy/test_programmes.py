from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray

from scheduler.policy import programme, programmes
from scheduler.policy.grid import GRID
from scheduler.policy.programmes import look_in


@pytest.fixture
def tables_put_back() -> Iterator[None]:
    before = list(programmes._tables)
    yield
    programmes._tables[:] = before
    programmes._programme.cache_clear()


@pytest.mark.usefixtures("tables_put_back")
def test_a_programme_is_taken_from_the_tables_that_have_it_and_worked_out_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(programme, "HORIZONS", (5,))
    always_two = np.full((2, 6, *GRID), 2, np.int16)

    def tables(_horizon: int, price: float, _attendance: float) -> NDArray[np.int16] | None:
        return always_two if price == 4.0 else None

    look_in(tables)
    assert programmes.programme(5, 4.0, 1.0).window(5, 3.0, 5.0) == (2, 2)
    assert programmes.programme(5, 6.0, 1.0).window(1, 3.0, 5.0) == (0, 0)
