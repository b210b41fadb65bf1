"""Whether the memory model can be believed: what it foretold beside what was remembered."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy.orm import Session

from scheduler.calibration import BINS, Bin, Calibration, calibration
from server.insight.floor import hidden
from server.insight.question import Question
from server.store import figures
from server.store.figures import Foretold


@dataclass(frozen=True, slots=True)
class Report:
    """The measures over all answers, None where too few people gave them, and the bins.

    `bins` pairs the number of each filled bin with its counts; None where too few people are in it.
    """

    total: Calibration | None
    bins: list[tuple[int, Bin | None]]


def report(db: Session, asked: Question, floor: int) -> Report:
    """Calibration over the first answers in scope."""
    rows: dict[int, list[Foretold]] = defaultdict(list)
    for row in figures.foretold(db, asked.scope, BINS):
        rows[row.bin].append(row)
    people = {number: {row.person_id for row in found} for number, found in rows.items()}
    bins = {number: _bin(number, found) for number, found in sorted(rows.items())}
    unshown = hidden(people, floor)
    everyone = {person for found in people.values() for person in found}
    return Report(
        calibration(bins.values()) if len(everyone) >= floor else None,
        [(number, None if number in unshown else one) for number, one in bins.items()],
    )


def _bin(number: int, rows: list[Foretold]) -> Bin:
    n = sum(row.answers for row in rows)
    predicted = sum(row.predicted for row in rows) / n
    return Bin(number, n, predicted, sum(row.right for row in rows))
