"""Sets of parameters that come into force: the newest, and one alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest
from sqlalchemy.orm import Session

from scheduler.fit.gate import Examined, Split, Verdict
from server.practice import fits
from server.practice.fits import Outcome
from server.store import fit_logs, scope
from server.store.fit_tasks import FitTask
from server.store.parameter_sets import ParameterSet, State
from tests.scheduler.fit.learners import STURDY
from tests.server.firm import NOW, found, session_on

BETTER = Examined(Verdict.ADOPT, 3_000, STURDY, [Split(2_000, 1_000, 0.40, 0.42, 0.5)], 0.01)
ADOPTED = Outcome(BETTER, effect=None, learners=12, back=False)
NOTHING = Outcome(Examined(Verdict.UNFIT, 3_000), effect=None, learners=1, back=False)


@pytest.fixture
def waiting(database_url: str) -> tuple[int, int]:
    """The firm, and a set of it that waits for Noor."""
    with session_on(database_url) as db:
        firm = found(db)
        one = firm.add(
            ParameterSet(
                version=1, parameters=list(STURDY), n=2_500, evaluation={},
                state=State.WAITING.value, made_at=NOW,
            )
        )  # fmt: skip
        db.commit()
        return firm.organisation.id, one.id


def states(url: str, firm: int) -> Counter[str]:
    with session_on(url) as db:
        scope.work_for(db, firm)
        return Counter(one.state for one in db.query(ParameterSet))


def test_a_set_that_waits_is_put_away_when_a_newer_one_comes_into_force(
    database_url: str, waiting: tuple[int, int]
) -> None:
    firm, _ = waiting
    with session_on(database_url) as db:
        scope.work_for(db, firm)
        fits.keep(db, None, ADOPTED, 5, NOW)
        db.commit()
    assert states(database_url, firm) == {State.DECLINED: 1, State.IN_FORCE: 1}


def test_one_is_in_force_though_noor_and_the_night_decide_at_once(
    database_url: str, waiting: tuple[int, int]
) -> None:
    firm, set_id = waiting
    ready = Barrier(2)

    def noor(db: Session) -> None:
        try:
            fits.decide(db, set_id, NOW, adopt=True)
        except fits.Decided:
            db.rollback()

    def night(db: Session) -> None:
        fits.keep(db, None, ADOPTED, 5, NOW)

    def run(does: Callable[[Session], None]) -> None:
        with session_on(database_url) as db:
            scope.work_for(db, firm)
            ready.wait()
            does(db)
            db.commit()

    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(run, one) for one in (noor, night)]:
            done.result()
    assert states(database_url, firm)[State.IN_FORCE] == 1


@pytest.mark.parametrize(("answers", "again"), [(4_499, False), (4_500, True)])
def test_a_log_that_nothing_could_be_made_of_waits_until_it_has_grown_by_half(
    database_url: str, monkeypatch: pytest.MonkeyPatch, answers: int, again: bool
) -> None:
    with session_on(database_url) as db:
        fatima = found(db).person("Fatima")
        kept = fits.keep(db, fatima.id, NOTHING, 5, NOW)
        assert (kept.state, kept.evaluation["verdict"]) == (State.REFUSED, "unfit")
        monkeypatch.setattr(fit_logs, "lengths", lambda _: [(fatima.id, answers)])
        fits.plan_personal(db)
        assert [one.person_id for one in db.query(FitTask)] == [fatima.id] * again


@pytest.mark.parametrize(("answers", "again"), [(1_499_999, False), (1_500_000, True)])
def test_of_a_large_firm_all_answers_count_and_not_those_that_were_drawn(
    database_url: str, monkeypatch: pytest.MonkeyPatch, answers: int, again: bool
) -> None:
    with session_on(database_url) as db:
        fatima = found(db).person("Fatima")
        fits.keep(db, None, replace(ADOPTED, drawn_from=1_000_000), 5, NOW)
        monkeypatch.setattr(fit_logs, "lengths", lambda _: [(fatima.id, answers)])
        assert fits.pooled_is_due(db) == again
