"""The parameters of the memory model that were made, and what came of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from sqlalchemy.orm import Session

from server.store import fit_logs, parameter_sets
from server.store.parameter_sets import ParameterSet, State


@dataclass(frozen=True, slots=True)
class Personal:
    """Learners' own sets that were judged, together: of so many learners, and so many in force.

    The losses are means over the learners.
    """

    examined: int
    in_force: int
    candidate: float
    before: float


@dataclass(frozen=True, slots=True)
class Report:
    """How many answers there are, the organisation's sets from the latest on, and learners' own.

    `personal` is None where too few learners were examined to speak of them.
    """

    answers: int
    sets: Sequence[ParameterSet]
    personal: Personal | None


def report(db: Session, floor: int) -> Report:
    """What the nights brought so far."""
    answers = sum(count for _, count in fit_logs.lengths(db))
    return Report(answers, parameter_sets.pooled(db), _personal(db, floor))


def _personal(db: Session, floor: int) -> Personal | None:
    rows = [row for row in parameter_sets.personal(db) if row.evaluation["judged"]]
    standing = sum(row.state == State.IN_FORCE.value for row in rows)
    # A few in force, or a few not, would be people that a colleague may name.
    if len(rows) < floor or 0 < min(standing, len(rows) - standing) < floor:
        return None
    losses = [row.evaluation["log_loss"] for row in rows]
    return Personal(
        examined=len(rows),
        in_force=standing,
        candidate=fmean(one["candidate"] for one in losses),
        before=fmean(one["in_force"] for one in losses),
    )
