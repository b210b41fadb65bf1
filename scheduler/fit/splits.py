"""Cutting a log into past and future, several times over."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from scheduler.fit.log import Trial

SPLITS = 4


def cuts_of(trials: Sequence[Trial], judge_from: int | None = None) -> list[int]:
    """Where trials in order of time are cut: what is before a cut is the past of what is up to the
    next one; the last cut is the end.

    The first part is only ever learned from: a fifth at least, and all before day `judge_from`.
    Cuts lie between days, so that no answer is foretold from others of its day.
    """
    days = [one.day for one in trials]
    past = len(days) // (SPLITS + 1)
    if judge_from is not None:
        past = max(past, bisect_left(days, judge_from))
    wanted = [past + (len(days) - past) * number // SPLITS for number in range(SPLITS)]
    between = {bisect_right(days, days[cut - 1]) for cut in wanted if cut}
    return sorted({*between, len(days)})
