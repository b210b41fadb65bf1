"""Fitting the memory model by night, in a process beside all others.

The library that fits holds the interpreter while it works and may bring its process down. What is
to do stands in rows; a process claims one, reads, does its sums outside any transaction, and writes
what came of it in one. Killed half-way it leaves a row that another claims.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import structlog
from flask import Flask
from sqlalchemy.orm import Session

from server.jobs.beside import Beside, Start
from server.jobs.runner import unit_of_work, world_of
from server.practice import fits
from server.practice.fit_material import Material, of_everybody, of_learner
from server.practice.switch_parameters import switch_parameters
from server.store import fit_tasks, organisations, parameter_sets, scope
from server.store.database import of_one_moment
from server.store.fit_tasks import Claimed, Kind

# Then the process ends, and the clock starts another: a server that stops waits for its jobs.
TURN = timedelta(seconds=40)
PEOPLE_A_PAGE = 10
"""Their uploads wait while their memory goes over: half a second with long logs."""
_process = Beside("fit-models")

log = structlog.get_logger()


def plan_fits(app: Flask) -> None:
    """Gives each organisation its task for the night; what to do for learners follows from it."""
    with unit_of_work(app) as session:
        firms = [one.id for one in organisations.all_of_them(session)]
    for organisation_id in firms:
        with unit_of_work(app) as session:
            scope.work_for(session, organisation_id)
            fit_tasks.add(session, Kind.POOLED, [None])


def fit_models(_app: Flask, _task_id: int, start: Start | None = None) -> None:
    """Has the waiting tasks done. Safe to call any number of times."""
    _process.run(start)


def do_tasks(app: Flask) -> None:
    """Does task after task, each lasting by itself, until none waits or it is time for others."""
    things, _ = world_of(app)
    until = things.clock.now() + TURN
    while things.clock.now() < until:
        with unit_of_work(app) as session, scope.across_organisations(session):
            for worn in fit_tasks.give_up(session, things.clock.now()):
                log.warning("fit given up", task_id=worn)
            task = fit_tasks.claim(session, things.clock.now())
        if task is None:
            return
        if task.kind is Kind.SWITCH:
            _switch(app, task, until)
        else:
            _fit(app, task, things.clock.now())


def _fit(app: Flask, task: Claimed, now: datetime) -> None:
    with unit_of_work(app) as session:
        scope.work_for(session, task.organisation_id)
        of_one_moment(session)
        material = _material(session, task, now)
    outcome = fits.judged(material, pooled=task.person_id is None) if material else None
    with unit_of_work(app) as session:
        scope.work_for(session, task.organisation_id)
        if not fit_tasks.done(session, task):
            return
        if outcome is not None:
            floor = organisations.floor_of(session, task.organisation_id)
            fits.keep(session, task.person_id, outcome, floor, now)
        if task.kind is Kind.POOLED:
            # People who came since the last night go by the set of all as well.
            fit_tasks.add(session, Kind.SWITCH, [None])
            fits.plan_personal(session)


def _material(session: Session, task: Claimed, now: datetime) -> Material | None:
    if task.person_id is not None:
        return of_learner(session, task.person_id, now)
    return of_everybody(session, now) if fits.pooled_is_due(session) else None


def _switch(app: Flask, task: Claimed, until: datetime) -> None:
    """A few learners at a time, committed together; who has gone over is not looked at again."""
    things, _ = world_of(app)
    after = 0
    while people := _page(app, task, after):
        with unit_of_work(app) as session:
            scope.work_for(session, task.organisation_id)
            switch_parameters(session, people, things.clock.now())
        after = people[-1]
        with unit_of_work(app) as session, scope.across_organisations(session):
            if things.clock.now() >= until:
                fit_tasks.give_back(session, task)
                return
            if not fit_tasks.hold(session, task, things.clock.now()):
                return
    with unit_of_work(app) as session, scope.across_organisations(session):
        fit_tasks.done(session, task)


def _page(app: Flask, task: Claimed, after: int) -> list[int]:
    with unit_of_work(app) as session:
        scope.work_for(session, task.organisation_id)
        of_one_moment(session)
        return parameter_sets.to_switch(
            session, person_id=task.person_id, after=after, limit=PEOPLE_A_PAGE
        )
