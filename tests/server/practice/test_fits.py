"""Sets of parameters that come into force: the newest, and one alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy.orm import Session

from scheduler.fit.gate import Examined, Split, Verdict
from server.practice import fits
from server.practice.fits import Outcome
from server.store import scope
from server.store.parameter_sets import ParameterSet, State
from tests.scheduler.fit.learners import STURDY
from tests.server.firm import NOW, found, session_on

BETTER = Examined(Verdict.ADOPT, 3_000, STURDY, [Split(2_000, 1_000, 0.40, 0.42, 0.5)], 0.01)
ADOPTED = Outcome(BETTER, effect=None, learners=12, back=False)


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
