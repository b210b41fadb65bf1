from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray

from scheduler.policy import programme
from scheduler.policy.programme import DIFFICULTIES, STABILITIES, look_in


@pytest.fixture
def tables_put_back() -> Iterator[None]:
    before = list(programme._tables)
    yield
    programme._tables[:] = before
    programme._programme.cache_clear()


@pytest.mark.usefixtures("tables_put_back")
def test_a_programme_is_taken_from_the_tables_that_have_it_and_worked_out_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(programme, "HORIZONS", (5,))
    always_two = np.full((2, 6, len(STABILITIES), len(DIFFICULTIES)), 2, np.int16)

    def tables(_horizon: int, price: float, _attendance: float) -> NDArray[np.int16] | None:
        return always_two if price == 4.0 else None

    look_in(tables)
    assert programme.programme(5, 4.0, 1.0).window(5, 3.0, 5.0) == (2, 2)
    assert programme.programme(5, 6.0, 1.0).window(1, 3.0, 5.0) == (0, 0)
