"""What admins see of the nightly fits, and what they decide."""

from __future__ import annotations

from typing import Any

import pytest

from server.store.fit_tasks import FitTask
from server.store.parameter_sets import ParameterSet, State
from server.store.people import Person
from tests.scheduler.fit.learners import STURDY
from tests.server.firm import NOW, Firm
from tests.support.phone import Phone, ok, refused
from tests.support.town import Town

LOSS = {"candidate": 0.40, "in_force": 0.42, "constant": 0.5}
LOAD = {
    "in_force": {"reviews": 100, "largest_day": 9},
    "candidate": {"reviews": 140, "largest_day": 12},
}


def made(firm: Firm, state: State, person: Person | None = None, version: int = 1) -> ParameterSet:
    told = {"verdict": "load", "learners": 12, "judged": 900, "log_loss": LOSS, "load": LOAD}
    return firm.add(
        ParameterSet(
            person_id=person.id if person else None, version=version, parameters=list(STURDY),
            n=2_500, evaluation=told, state=state.value, made_at=NOW,
        )
    )  # fmt: skip


@pytest.fixture
def noor(town: Town) -> Phone:
    return town.phone(town.noor)


def shown(noor: Phone) -> dict[str, Any]:
    return dict(noor.get("/parameter-sets"))


def test_a_new_firm_has_none_and_hears_from_when_on(noor: Phone) -> None:
    assert shown(noor) == {
        "answers": 0, "least_answers": 2_000, "min_group_size": 5, "items": [], "personal": None,
    }  # fmt: skip


def test_each_set_shows_its_figures_and_why(town: Town, noor: Phone) -> None:
    made(town.firm, State.REFUSED)
    made(town.firm, State.WAITING, version=2)
    town.settle()
    made(town.elsewhere, State.IN_FORCE)
    latest, first = shown(noor)["items"]
    assert (latest["version"], latest["state"], first["version"]) == (2, "waiting", 1)
    assert (latest["verdict"], latest["n"], latest["learners"], latest["judged"]) == (
        "load", 2_500, 12, 900,
    )  # fmt: skip
    assert (latest["log_loss"], latest["coming_load"]) == (LOSS, LOAD)


def test_an_admin_brings_a_waiting_set_into_force(town: Town, noor: Phone) -> None:
    before = made(town.firm, State.IN_FORCE)
    waiting = made(town.firm, State.WAITING, version=2)
    answer = ok(noor.ask("POST", f"/parameter-sets/{waiting.id}/adopt"))
    assert answer["state"] == "in_force"
    assert [one["state"] for one in shown(noor)["items"]] == ["in_force", "retired"]
    assert town.firm.db.query(FitTask.kind).all() == [("switch",)]
    town.settle()
    for path in (f"{waiting.id}/adopt", f"{waiting.id}/decline", f"{before.id}/adopt"):
        refused(noor.ask("POST", f"/parameter-sets/{path}"), 409)


def test_or_puts_it_away(town: Town, noor: Phone) -> None:
    waiting = made(town.firm, State.WAITING)
    assert ok(noor.ask("POST", f"/parameter-sets/{waiting.id}/decline"))["state"] == ("declined")
    assert town.firm.db.query(FitTask).count() == 0


def test_sets_of_others_and_of_one_learner_are_not_there(town: Town, noor: Phone) -> None:
    theirs = made(town.elsewhere, State.WAITING)
    town.settle()
    own = made(town.firm, State.WAITING, town.fatima)
    for set_id in (theirs.id, own.id, 2**62):
        refused(noor.ask("POST", f"/parameter-sets/{set_id}/adopt"), 404)


@pytest.mark.parametrize(
    ("standing", "told"), [(0, (10, 0)), (4, None), (5, (10, 5)), (7, None), (10, (10, 10))]
)
def test_of_learners_it_tells_numbers_and_never_of_a_few(
    town: Town, noor: Phone, standing: int, told: tuple[int, int] | None
) -> None:
    for number in range(10):
        state = State.IN_FORCE if number < standing else State.REFUSED
        made(town.firm, state, town.firm.person(f"Learner{number}"))
    personal = shown(noor)["personal"]
    assert (personal and (personal["examined"], personal["in_force"])) == told


def test_learners_of_whose_logs_nothing_could_be_made_are_not_counted(
    town: Town, noor: Phone
) -> None:
    for number in range(6):
        one = made(town.firm, State.REFUSED, town.firm.person(f"Learner{number}"))
        if number == 0:
            one.evaluation = {**one.evaluation, "judged": 0, "log_loss": dict.fromkeys(LOSS)}
    personal = shown(noor)["personal"]
    assert (personal["examined"], personal["before"]) == (5, pytest.approx(LOSS["in_force"]))


def test_one_or_two_learners_are_not_spoken_of(town: Town, noor: Phone) -> None:
    made(town.firm, State.REFUSED, town.fatima)
    assert shown(noor)["personal"] is None
