"""Writes server/adapters/programmes.npz: run it after a change to `scheduler.policy.iteration`."""

from itertools import product

import numpy as np

from scheduler.policy.deadline import ATTENDANCES, PRICES
from scheduler.policy.iteration import worked_out
from scheduler.policy.programme import HORIZONS
from server.adapters.programmes import FILE, name


def main() -> None:
    """Works out every programme; a minute of one processor."""
    tables = {
        # Days up to a horizon fit in a byte.
        name(*key): worked_out(*key).windows.astype(np.uint8)
        for key in product(HORIZONS, PRICES, ATTENDANCES)
    }
    np.savez_compressed(FILE, allow_pickle=False, **tables)


if __name__ == "__main__":
    main()
