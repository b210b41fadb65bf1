"""Parameters of the memory model: made by night, judged, and kept whatever came of it.

The sums need no database, so whoever runs them reads, ends that transaction, and writes later.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from scheduler.fit.effect import Effect, effect
from scheduler.fit.gate import LEAST_ANSWERS, Examined, Verdict, compare, examine
from scheduler.fit.log import log_of
from scheduler.fit.optimiser import PERSONAL, POOLED
from server.practice.fit_material import Material
from server.store import fit_logs, fit_tasks, organisations, parameter_sets, scope
from server.store.fit_tasks import Kind
from server.store.parameter_sets import ParameterSet, State

GROWTH = 1.5
"""A log is fitted again when it is so many times as long."""
TOO_LARGE = "load"
"""Why a set that foretells better is not in force at once: it would ask too much more."""
TOO_FEW_LEARNERS = "few_learners"


class Decided(Exception):
    """Somebody else was first, or the set never waited."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one fit. `back`: what is in force is worse than doing without it.

    `drawn_from` is as in `Material`.
    """

    examined: Examined
    effect: Effect | None
    learners: int
    back: bool
    drawn_from: int | None = None


def judged(material: Material, *, pooled: bool) -> Outcome:
    """The sums of one fit: a minute at most for a large organisation."""
    log = log_of(material.cards)
    shrinkage = POOLED if pooled else PERSONAL
    in_force, since, back = material.in_force, material.judge_from, False
    if since is not None:
        without = compare(log, in_force, material.below, judge_from=since)
        back = without.verdict is Verdict.ADOPT
    if back:
        # A fit would start from what turned bad, and beat that alone.
        in_force, since = material.below, None
    seen = examine(log, in_force, shrinkage, judge_from=since)
    load = None
    if seen.verdict is Verdict.ADOPT and seen.parameters:
        standings = material.standings(seen.parameters)
        load = effect(standings, material.today, material.in_force, seen.parameters)
    return Outcome(seen, load, material.learners, back, material.drawn_from)


def keep(
    db: Session, person_id: int | None, outcome: Outcome, floor: int, now: datetime
) -> ParameterSet:
    """Keeps what was made, and brings it into force where it may be; the switch is a task apart.

    Where no parameters could be made that is kept as well: it is tried again once the log has
    grown, and not every night.
    """
    _alone(db)
    if outcome.back:
        parameter_sets.retire(db, person_id, now)
        fit_tasks.add(db, Kind.SWITCH, [person_id])
    state, why = _state(person_id, outcome, floor)
    before = parameter_sets.latest(db, person_id)
    one = ParameterSet(
        person_id=person_id,
        version=before.version + 1 if before else 1,
        parameters=list(outcome.examined.parameters or ()),
        n=outcome.examined.answers,
        evaluation=_told(outcome, why),
        state=state.value,
        made_at=now,
    )
    if person_id is None and state in {State.WAITING, State.IN_FORCE}:
        parameter_sets.supersede_waiting(db)
    if state is State.IN_FORCE:
        bring_into_force(db, one, now)
    db.add(one)
    db.flush()
    return one


def bring_into_force(db: Session, one: ParameterSet, now: datetime) -> None:
    """Puts the set in the place of the one in force. Memory follows by a task, learner by learner;
    no due day moves."""
    parameter_sets.retire(db, one.person_id, now)
    one.state, one.adopted_at = State.IN_FORCE.value, now
    fit_tasks.add(db, Kind.SWITCH, [one.person_id])


def decide(db: Session, set_id: int, now: datetime, *, adopt: bool) -> ParameterSet | None:
    """Brings a waiting set into force or puts it away; None where there is no such set.

    Raises `Decided` for one that does not wait.
    """
    _alone(db)
    one = parameter_sets.pooled_one(db, set_id)
    if one is None:
        return None
    if one.state != State.WAITING.value:
        raise Decided
    if adopt:
        bring_into_force(db, one, now)
    else:
        one.state = State.DECLINED.value
    db.flush()
    return one


def _alone(db: Session) -> None:
    """Of two that bring a set into force at once, each would miss the other's: two would be."""
    organisations.locked(db, scope.organisation_of(db))


def plan_personal(db: Session) -> None:
    """Adds a task for each learner whose log is long enough, and longer than at the last fit."""
    fitted = fit_logs.fitted_on(db)
    long = [
        person_id
        for person_id, count in fit_logs.lengths(db)
        if count >= max(LEAST_ANSWERS, GROWTH * fitted.get(person_id, 0))
    ]
    fit_tasks.add(db, Kind.PERSONAL, long)


def pooled_is_due(db: Session) -> bool:
    """The same of the organisation's log: of all of it, however few answers a fit draws from it."""
    total = sum(count for _, count in fit_logs.lengths(db))
    last = parameter_sets.latest(db, None)
    before = last.evaluation.get("drawn_from") or last.n if last else 0
    return total >= max(LEAST_ANSWERS, GROWTH * before)


def _state(person_id: int | None, outcome: Outcome, floor: int) -> tuple[State, str]:
    verdict = outcome.examined.verdict
    if verdict is not Verdict.ADOPT:
        return State.REFUSED, verdict.value
    if person_id is None and outcome.learners < floor:
        return State.REFUSED, TOO_FEW_LEARNERS
    if outcome.effect is not None and outcome.effect.is_large:
        # Nobody but the learner may look at one learner's figures, so nobody could decide.
        return (State.WAITING if person_id is None else State.REFUSED), TOO_LARGE
    return State.IN_FORCE, verdict.value


def _told(outcome: Outcome, why: str) -> dict[str, Any]:
    seen = outcome.examined
    whose = ("candidate", "in_force", "constant")
    return {
        "verdict": why,
        "learners": outcome.learners,
        "drawn_from": outcome.drawn_from,
        "judged": seen.judged,
        "log_loss": {name: seen.log_loss(name) for name in whose},
        "gain_low": seen.gain_low,
        "splits": [asdict(one) for one in seen.splits],
        "load": None if outcome.effect is None else asdict(outcome.effect),
    }
