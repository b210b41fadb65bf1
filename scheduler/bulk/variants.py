"""Wordings in the order in which they were last seen, of many cards at once."""

import numpy as np

from scheduler.bulk.fsrs6 import Ints
from scheduler.variants import MOST_SEEN


def seen_in(shown: Ints, lengths: Ints) -> list[tuple[int, ...]]:
    """As `scheduler.variants.seen_in` for each card; `shown` has those of one card together."""
    card = np.repeat(np.arange(len(lengths)), lengths)
    known, number = np.unique(shown, return_inverse=True)
    # The first of each from behind is the last time that it was seen.
    _, behind = np.unique((card * len(known) + number)[::-1], return_index=True)
    latest = np.sort(len(shown) - 1 - behind)
    variants = shown[latest].tolist()
    counts = np.bincount(card[latest], minlength=len(lengths))
    ends = np.cumsum(counts)
    starts = np.maximum(ends - counts, ends - MOST_SEEN)
    return [
        tuple(variants[start:end])
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
    ]
