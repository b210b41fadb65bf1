"""The programmes behind dates, worked out once for all installations and shipped.

`scripts/make_programmes.py` makes the file anew when `scheduler.policy.iteration` has changed.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FILE = Path(__file__).with_name("programmes.npz")


def name(horizon: int, price: float, attendance: float) -> str:
    """What a programme is called in the file."""
    return f"{horizon}-{price:g}-{attendance:g}"


def shipped(horizon: int, price: float, attendance: float) -> NDArray[np.int16] | None:
    """The windows of a programme; None for one that is not shipped.

    The file is opened anew each time: processes that fork would share the place in an open one.
    """
    with np.load(FILE) as tables:
        key = name(horizon, price, attendance)
        found: NDArray[np.int16] | None = tables[key].astype(np.int16) if key in tables else None
    return found
