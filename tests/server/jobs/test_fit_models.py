"""The night's fits: from the clock's row to everybody's memory, safe with two and after a kill."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from typing import cast

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from scheduler.fit import effect, gate
from scheduler.fsrs6 import DEFAULT_PARAMETERS
from server.jobs import fit_models as job
from server.jobs.fit_models import do_tasks, fit_models, plan_fits
from server.jobs.sweep import sweep_due
from server.jobs.worker import Hints
from server.practice import fits
from server.practice.rebuild import differences
from server.practice.switch_parameters import switch_parameters
from server.store import fit_tasks, scope
from server.store.card_memory import CardMemory
from server.store.fit_tasks import LEASE, MOST_ATTEMPTS, FitTask, Kind
from server.store.parameter_sets import ParameterSet, State
from server.store.people import Person
from tests.fakes.world import World
from tests.scheduler.fit.learners import FORGETFUL, STURDY
from tests.server.firm import NOW, Firm, found, session_on
from tests.support import long_logs
from tests.support.imports import Ended

DAYS = 20
FEW = 400


@pytest.fixture(autouse=True)
def _short_logs_are_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "LEAST_ANSWERS", FEW)
    monkeypatch.setattr(gate, "LEAST_JUDGED", 100)
    monkeypatch.setattr(fits, "LEAST_ANSWERS", FEW)


@pytest.fixture
def db(database_url: str, world: World) -> Iterator[Session]:
    """Sees what is lasting; each test ends its transactions before the job runs."""
    world.clock.set(NOW)
    with session_on(database_url) as session:
        yield session


def practised(db: Session, truth: tuple[float, ...], *, people: int = 1) -> Firm:
    firm = found(db)
    campaign, cards = long_logs.campaign(firm, DAYS)
    for person in long_logs.learners(firm, people, campaign):
        long_logs.practise(firm, person, cards, truth, DAYS)
    db.commit()
    return firm


def night(app: Flask) -> None:
    plan_fits(app)
    do_tasks(app)


def sets(db: Session) -> list[ParameterSet]:
    found = db.query(ParameterSet).order_by(ParameterSet.id).all()
    db.expunge_all()
    db.rollback()  # on SQLite whoever reads keeps the job from writing
    return found


def going_by(db: Session) -> list[int | None]:
    """The sets by which the people go."""
    found = [row[0] for row in db.query(Person.parameter_set_id).order_by(Person.id)]
    db.rollback()
    return found


def tasks(db: Session) -> int:
    found = db.query(FitTask).count()
    db.rollback()
    return found


def due_days(db: Session) -> list[tuple[int, int, date]]:
    rows = db.query(CardMemory.person_id, CardMemory.card_id, CardMemory.due_on)
    found = [
        (row[0], row[1], row[2]) for row in rows.order_by(CardMemory.person_id, CardMemory.card_id)
    ]
    db.rollback()
    return found


def same_as_the_log(db: Session) -> bool:
    found = list(differences(db, scope.organisation_of(db)))
    db.rollback()
    return not found


def test_a_learner_who_remembers_differently_gets_an_own_set(app: Flask, db: Session) -> None:
    practised(db, STURDY)
    due = due_days(db)
    night(app)
    of_all, own = sets(db)
    assert (of_all.state, of_all.evaluation["verdict"]) == (State.REFUSED, "few_learners")
    assert (own.state, own.evaluation["verdict"]) == (State.IN_FORCE, "adopt")
    assert (own.version, own.adopted_at, own.n > FEW) == (1, NOW, True)
    assert own.evaluation["log_loss"]["candidate"] < own.evaluation["log_loss"]["in_force"]
    assert own.evaluation["load"]["candidate"]["reviews"] > 0
    assert going_by(db) == [None, own.id]
    assert due_days(db) == due
    assert same_as_the_log(db)
    assert tasks(db) == 0


def test_who_remembers_as_everybody_keeps_the_defaults(app: Flask, db: Session) -> None:
    practised(db, DEFAULT_PARAMETERS)
    night(app)
    assert {one.state for one in sets(db)} <= {State.REFUSED.value}
    assert set(going_by(db)) == {None}
    assert same_as_the_log(db)


def test_a_firm_of_enough_people_gets_a_set_for_all(app: Flask, db: Session) -> None:
    practised(db, STURDY, people=8)
    due = due_days(db)
    night(app)
    of_all = sets(db)[0]
    assert (of_all.person_id, of_all.state) == (None, State.IN_FORCE)
    assert of_all.evaluation["learners"] == 8
    assert None not in going_by(db)
    assert due_days(db) == due
    assert same_as_the_log(db)


def test_the_same_log_is_not_fitted_again(app: Flask, db: Session) -> None:
    practised(db, STURDY)
    night(app)
    before = [one.id for one in sets(db)]
    night(app)
    assert [one.id for one in sets(db)] == before


def test_a_load_that_grows_much_waits_for_an_admin(
    app: Flask, db: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    practised(db, STURDY, people=8)
    monkeypatch.setattr(effect, "MOST_GROWTH", 0.1)
    night(app)
    of_all, *own = sets(db)
    assert (of_all.state, of_all.evaluation["verdict"]) == (State.WAITING, "load")
    assert {one.state for one in own} == {State.REFUSED}
    # Some of them do not even stand the test of foretelling; what does is refused for its load.
    assert "load" in {one.evaluation["verdict"] for one in own}


def test_a_set_that_turned_bad_goes_back_to_the_defaults(app: Flask, db: Session) -> None:
    firm = practised(db, DEFAULT_PARAMETERS)
    learner = db.query(Person).filter_by(name="Learner0").one()
    bad = ParameterSet(
        person_id=learner.id, organisation_id=firm.organisation.id, version=1,
        parameters=list(FORGETFUL), n=1, evaluation={}, state=State.IN_FORCE.value,
        made_at=NOW - timedelta(days=DAYS), adopted_at=NOW - timedelta(days=DAYS),
    )  # fmt: skip
    db.add(bad)
    db.flush()
    switch_parameters(db, [learner.id], NOW)
    db.commit()
    db.expunge_all()
    night(app)
    before, made = [one for one in sets(db) if one.person_id]
    assert (before.state, before.retired_at) == (State.RETIRED, NOW)
    assert made.state == State.REFUSED
    assert going_by(db) == [None, None]
    assert same_as_the_log(db)


def test_two_workers_do_each_task_once(app: Flask, db: Session) -> None:
    practised(db, STURDY)
    plan_fits(app)
    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(do_tasks, app) for _ in range(2)]:
            done.result()
    do_tasks(app)
    assert sorted((one.person_id is None, one.version) for one in sets(db)) == [
        (False, 1), (True, 1),
    ]  # fmt: skip


def test_a_worker_that_died_leaves_its_task_to_another(
    app: Flask, db: Session, world: World
) -> None:
    practised(db, STURDY)
    plan_fits(app)
    with scope.across_organisations(db):
        died = fit_tasks.claim(db, NOW)
        db.commit()
        assert died is not None
        do_tasks(app)
        assert sets(db) == []
        world.clock.set(NOW + LEASE)
        do_tasks(app)
        assert len(sets(db)) == 2
        assert not fit_tasks.done(db, died)
        assert not fit_tasks.hold(db, died, NOW)


def test_a_task_that_fells_every_worker_is_given_up(app: Flask, db: Session, world: World) -> None:
    practised(db, STURDY)
    plan_fits(app)
    with scope.across_organisations(db):
        for attempt in range(MOST_ATTEMPTS):
            claimed = fit_tasks.claim(db, NOW + attempt * LEASE)
            assert claimed is not None
            assert (claimed.kind, claimed.attempt) == (Kind.POOLED, attempt + 1)
        db.commit()
        world.clock.set(NOW + MOST_ATTEMPTS * LEASE)
        do_tasks(app)
        assert tasks(db) == 0
    assert sets(db) == []


@pytest.fixture
def waiting_to_switch(db: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three learners and their trainer have to go over, a page each."""
    practised(db, STURDY, people=3)
    db.add(
        ParameterSet(
            version=1, parameters=list(STURDY), n=1, evaluation={}, made_at=NOW,
            state=State.IN_FORCE.value,
        )
    )  # fmt: skip
    fit_tasks.add(db, Kind.SWITCH, [None])
    db.commit()
    monkeypatch.setattr(job, "PEOPLE_A_PAGE", 1)


@pytest.mark.usefixtures("waiting_to_switch")
def test_a_switch_that_takes_long_is_gone_on_with_by_the_next_process(
    app: Flask, db: Session, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(session: Session, people: list[int], now: datetime) -> None:
        switch_parameters(session, people, now)
        world.clock.tick(seconds=job.TURN.total_seconds() / 2)

    monkeypatch.setattr(job, "switch_parameters", slowly)
    over = []
    for _ in range(3):
        do_tasks(app)
        over.append(sum(one is not None for one in going_by(db)))
    assert (over, tasks(db)) == ([2, 4, 4], 0)
    assert same_as_the_log(db)


@pytest.mark.usefixtures("waiting_to_switch")
def test_a_process_killed_half_way_leaves_each_learner_on_one_set(
    app: Flask, db: Session, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone: list[int] = []

    def killed(session: Session, people: list[int], now: datetime) -> None:
        switch_parameters(session, people, now)
        if gone:
            raise KeyboardInterrupt
        gone.extend(people)

    monkeypatch.setattr(job, "switch_parameters", killed)
    with pytest.raises(KeyboardInterrupt):
        do_tasks(app)
    monkeypatch.setattr(job, "switch_parameters", switch_parameters)
    assert sum(one is not None for one in going_by(db)) == 1
    assert same_as_the_log(db)
    world.clock.set(NOW + LEASE)
    do_tasks(app)
    assert None not in going_by(db)
    assert same_as_the_log(db)


def test_the_clock_tells_workers_what_waits(app: Flask, db: Session) -> None:
    practised(db, STURDY)
    plan_fits(app)
    told: list[int] = []
    nobody = cast("list[int]", []).append
    sweep_due(app, Hints(nobody, nobody, nobody, nobody, told.append))
    assert len(told) == tasks(db) == 1


def test_one_process_at_a_time_in_each_worker(app: Flask) -> None:
    started: list[int] = []

    def start() -> subprocess.Popen[bytes]:
        started.append(1)
        fit_models(app, 2, start)
        return cast("subprocess.Popen[bytes]", Ended(0))

    fit_models(app, 1, start)
    assert started == [1]
