"""`scripts/bench fits`: a night of fits for ten thousand learners, beside the optimiser alone."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Final, NamedTuple

from flask import Flask
from sqlalchemy import func, select

from scheduler.fit.log import log_of
from scheduler.fit.optimiser import PERSONAL, Library
from scheduler.fit.splits import cuts_of
from scheduler.fsrs6 import DEFAULT_PARAMETERS
from scripts.benches.command import Took, measured
from scripts.benches.figures import Figure, tell
from scripts.benches.fits_world import DAYS, LEARNERS, MADE, truths, world
from scripts.bootstrap.telling import step
from server.jobs.fit_models import plan_fits
from server.jobs.runner import unit_of_work
from server.store import fit_tasks, scope
from server.store.parameter_sets import ParameterSet, State
from tests.scheduler.fit.learners import practised
from tests.servers.beklijf import Beklijf

MOST_SECONDS: Final = 600.0


class _Made(NamedTuple):
    """Learners of whom a set was made, and of whom it came into force."""

    fitted: int
    adopted: int


def run() -> bool:
    """Measures; gives whether the bars hold."""
    with world() as (app, beklijf):
        plan_fits(app)
        with step("fitting"):
            turns = [*_night(app, beklijf)]
        made = _made(app)
    with step("the optimiser alone"):
        alone = _optimiser()
    return tell("fits", list(_figures(turns, made, alone)))


def _night(app: Flask, beklijf: Beklijf) -> Iterator[Took]:
    """Turn after turn, as one worker has them done."""
    while _waits(app):
        yield measured(beklijf, "fit-models")


def _waits(app: Flask) -> bool:
    with unit_of_work(app) as session, scope.across_organisations(session):
        return bool(session.scalar(select(func.count()).select_from(fit_tasks.FitTask)))


def _made(app: Flask) -> _Made:
    own = select(ParameterSet.state).where(ParameterSet.person_id.is_not(None))
    with unit_of_work(app) as session, scope.across_organisations(session):
        states = session.scalars(own).all()
    return _Made(len(states), states.count(State.IN_FORCE.value))


def _optimiser() -> float:
    """Processor seconds of one learner's fits: of the whole log, and of the past of each cut."""
    took = 0.0
    for number, truth in enumerate(truths()):
        log = log_of(practised(number, truth, days=DAYS))
        library = Library(log)
        began = time.process_time()
        for trials in cuts_of(log.trials):
            library.fitted(trials, DEFAULT_PARAMETERS, PERSONAL)
        took += time.process_time() - began
    return took / MADE


def _figures(turns: list[Took], made: _Made, alone: float) -> Iterator[Figure]:
    seconds = sum(one.seconds for one in turns)
    processor = sum(one.processor for one in turns)
    yield Figure("learners", LEARNERS, "")
    yield Figure("of whom a set was made / is in force", made.fitted, f"/ {made.adopted}")
    yield Figure("the night, one worker", seconds, "s", most=MOST_SECONDS)
    yield Figure("learners a second", LEARNERS / seconds, "")
    yield Figure("processor of the worker", processor, "s")
    yield Figure("  a learner with a set", processor / made.fitted * 1000, "ms")
    yield Figure("the optimiser alone, a learner", alone * 1000, "ms")
    yield Figure("processor / the optimiser alone", processor / made.fitted / alone, "")
    yield Figure("most memory", max(one.peak_mb for one in turns), "MB")
