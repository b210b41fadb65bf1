"""Whether the memory model can be believed: what it foretold beside what was remembered."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy.orm import Session

from scheduler import moving_average
from scheduler.calibration import BINS, Bin, Calibration, calibration
from scheduler.recall import Figure, recall
from server.insight.floor import hidden
from server.insight.question import Question
from server.store import figures
from server.store.figures import Foretold


@dataclass(frozen=True, slots=True)
class BinFigure:
    """Answers foretold nearly alike: the mean of what was foretold, and what came out."""

    predicted: float
    observed: Figure


@dataclass(frozen=True, slots=True)
class Report:
    """The measures over all answers, None where too few people gave them, and the bins.

    `moving_average_log_loss` is that of `scheduler.moving_average` over the same answers. `bins`
    pairs the number of each filled bin with its figure; None where too few people are in it.
    """

    total: Calibration | None
    moving_average_log_loss: float | None
    bins: list[tuple[int, BinFigure | None]]


def report(db: Session, asked: Question, floor: int) -> Report:
    """Calibration over the first answers in scope."""
    rows: dict[int, list[Foretold]] = defaultdict(list)
    for row in figures.foretold(db, asked.scope, BINS):
        rows[row.bin].append(row)
    people = {number: {row.person_id for row in found} for number, found in rows.items()}
    unshown = hidden(people, floor)
    bins = [
        (number, None if number in unshown else _figure(found))
        for number, found in sorted(rows.items())
    ]
    if len({person for found in people.values() for person in found}) < floor:
        return Report(None, None, bins)
    return Report(
        calibration(_bin(number, found) for number, found in rows.items()),
        moving_average.log_loss(figures.daily_counts(db, asked.scope)),
        bins,
    )


def _bin(number: int, rows: list[Foretold]) -> Bin:
    n = sum(row.answers for row in rows)
    return Bin(number, n, _predicted(rows), sum(row.right for row in rows))


def _figure(rows: list[Foretold]) -> BinFigure:
    return BinFigure(_predicted(rows), recall((row.answers, row.right) for row in rows))


def _predicted(rows: list[Foretold]) -> float:
    return sum(row.predicted for row in rows) / sum(row.answers for row in rows)
