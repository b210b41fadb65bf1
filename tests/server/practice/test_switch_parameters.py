"""Other parameters come into force: memory follows, and no card is asked on another day."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Any

import pytest

from scheduler.memory import retrievability
from server.practice.memories import memory_in
from server.practice.plan_session import plan_session
from server.practice.switch_parameters import switch_parameters
from server.practice.take_back import take_back
from server.store import fit_tasks, parameter_sets
from server.store.parameter_sets import ParameterSet, State
from server.store.people import Person
from server.store.reviews import Review
from tests.scheduler.fit.learners import FORGETFUL
from tests.server.firm import NOW, TODAY, Firm, counted
from tests.server.practice.desk import Desk, review_id

STURDY = (*(4 * stability for stability in FORGETFUL[:4]), *FORGETFUL[4:])


def in_force(
    firm: Firm, parameters: tuple[float, ...], person: Person | None = None, version: int = 1
) -> ParameterSet:
    """A set that is in force from now on, for one or for all."""
    person_id = person.id if person else None
    parameter_sets.retire(firm.db, person_id, NOW)
    return firm.add(
        ParameterSet(
            person_id=person_id, version=version, parameters=list(parameters), n=2_000,
            evaluation={}, state=State.IN_FORCE.value, made_at=NOW, adopted_at=NOW,
        )
    )  # fmt: skip


@pytest.fixture
def practised(desk: Desk) -> Desk:
    """Fatima met four cards, and saw two of them again."""
    for card in range(4):
        desk.record(desk.answer(f"first {card}", card, reviewed_at=NOW - timedelta(days=9)))
    for card in range(2):
        moment = NOW - timedelta(days=5, minutes=card)
        desk.record(desk.answer(f"second {card}", card, rating=1 + 2 * card, reviewed_at=moment))
    return desk


def memories(desk: Desk) -> list[dict[str, Any]]:
    return [memory for card in range(5) if (memory := desk.memory(card))]


def test_memory_changes_and_no_due_day_moves(practised: Desk) -> None:
    before = memories(practised)
    in_force(practised.firm, FORGETFUL)
    switch_parameters(practised.firm.db, [practised.fatima.id], NOW)
    after = memories(practised)
    assert [one["due_on"] for one in after] == [one["due_on"] for one in before]
    assert all(a["stability"] < b["stability"] for a, b in zip(after, before, strict=True))
    assert practised.differences() == []


def test_the_next_answer_goes_by_the_new_set_and_says_so(practised: Desk) -> None:
    made = in_force(practised.firm, FORGETFUL)
    switch_parameters(practised.firm.db, [practised.fatima.id], NOW)
    before = practised.memory(2)
    assert before is not None
    practised.record(practised.answer("by the new set", 2))
    review = practised.firm.db.query(Review).filter_by(id=review_id("by the new set")).one()
    assert review.parameter_set_id == made.id
    foretold = practised.first_answers()[-1]
    assert foretold.retrievability == pytest.approx(
        retrievability(memory_in(before), TODAY, FORGETFUL)
    )
    assert practised.differences() == []


def test_what_was_foretold_before_stays_as_it_was_foretold(practised: Desk) -> None:
    before = [(one.card_id, one.retrievability) for one in practised.first_answers()]
    in_force(practised.firm, FORGETFUL)
    switch_parameters(practised.firm.db, [practised.fatima.id], NOW)
    assert [(one.card_id, one.retrievability) for one in practised.first_answers()] == before


def test_twice_is_once(practised: Desk) -> None:
    in_force(practised.firm, FORGETFUL)
    switch_parameters(practised.firm.db, [practised.fatima.id], NOW)
    later = NOW + timedelta(days=1)
    before = memories(practised)
    switch_parameters(practised.firm.db, [practised.fatima.id], later)
    assert memories(practised) == before


def test_the_own_set_goes_before_that_of_all(practised: Desk) -> None:
    db, fatima = practised.firm.db, practised.fatima
    in_force(practised.firm, FORGETFUL)
    own = in_force(practised.firm, STURDY, fatima)
    switch_parameters(db, [fatima.id], NOW)
    assert parameter_sets.of_people(db, [fatima.id]) == {fatima.id: own.id}
    parameter_sets.retire(db, fatima.id, NOW)
    parameter_sets.retire(db, None, NOW)
    switch_parameters(db, [fatima.id], NOW)
    assert parameter_sets.of_people(db, [fatima.id]) == {fatima.id: None}
    assert practised.differences() == []


@pytest.mark.parametrize("seed", range(4))
def test_memory_is_the_fold_of_the_log_whatever_happens_in_whatever_order(
    desk: Desk, seed: int
) -> None:
    dice, db, fatima = Random(seed), desk.firm.db, desk.fatima
    given: list[str] = []
    for number in range(24):
        now = NOW + timedelta(days=number)
        match dice.choice(["answer", "answer", "late", "back", "switch"]):
            case "switch":
                parameters = dice.choice([FORGETFUL, STURDY])
                in_force(desk.firm, parameters, version=number)
                due = {one["card_id"]: one["due_on"] for one in memories(desk)}
                switch_parameters(db, [fatima.id], now)
                assert {one["card_id"]: one["due_on"] for one in memories(desk)} == due
            case "back" if given:
                take_back(db, fatima, review_id(dice.choice(given)), now)
            case what:
                ago = timedelta(days=dice.randint(1, 9) if what == "late" else 0)
                given.append(f"{seed} {number}")
                answer = desk.answer(
                    given[-1], dice.randrange(5), rating=dice.randint(1, 4), reviewed_at=now - ago
                )
                desk.record(answer, now=now)
        assert desk.differences() == []
    stored = memories(desk)
    assert desk.rebuilt(NOW + timedelta(days=30))
    assert [{**one, "changed_at": None} for one in memories(desk)] == [
        {**one, "changed_at": None} for one in stored
    ]


def test_recording_takes_no_more_statements_under_a_set(practised: Desk) -> None:
    db = practised.firm.db
    with counted(db) as before:
        practised.record(practised.answer("under the defaults", 2))
    in_force(practised.firm, FORGETFUL)
    switch_parameters(db, [practised.fatima.id], NOW)
    with counted(db) as after:
        practised.record(practised.answer("under the set", 3))
    assert len(after) == len(before)


def test_the_session_shows_what_the_answer_will_bring_under_the_set(practised: Desk) -> None:
    db, fatima = practised.firm.db, practised.fatima
    plan_session(db, fatima, NOW)  # wordings are kept from now on
    with counted(db) as before:
        plan_session(db, fatima, NOW)
    in_force(practised.firm, FORGETFUL)
    switch_parameters(db, [fatima.id], NOW)
    db.refresh(fatima)
    with counted(db) as after:
        session = plan_session(db, fatima, NOW)
    assert len(after) == len(before)
    asked = next(card for card in session.cards if not card.is_new)
    card = [one.id for one in practised.cards].index(asked.card_id)
    memory = practised.memory(card)
    assert memory is not None
    assert asked.recall == pytest.approx(retrievability(memory_in(memory), TODAY, FORGETFUL))
    practised.record(practised.answer("as shown", card))
    answered = practised.memory(card)
    assert answered is not None
    assert answered["due_on"] == TODAY + timedelta(days=asked.next.good)


def test_who_still_has_to_go_over_is_found_page_by_page(practised: Desk) -> None:
    db = practised.firm.db
    noor = practised.firm.person("Noor", organisation=practised.firm.organisation)
    in_force(practised.firm, FORGETFUL)
    everybody = {practised.firm.daan.id, practised.fatima.id, noor.id}
    found: list[int] = []
    while page := parameter_sets.to_switch(
        db, person_id=None, after=found[-1] if found else 0, limit=2
    ):
        found += page
    assert set(found) == everybody
    assert parameter_sets.to_switch(db, person_id=noor.id, after=0, limit=9) == [noor.id]
    switch_parameters(db, found, NOW)
    assert parameter_sets.to_switch(db, person_id=None, after=0, limit=9) == []


def test_a_task_that_waits_is_not_added_twice(practised: Desk) -> None:
    db = practised.firm.db
    for _ in range(2):
        fit_tasks.add(db, fit_tasks.Kind.SWITCH, [None])
        fit_tasks.add(db, fit_tasks.Kind.PERSONAL, [practised.fatima.id])
        db.flush()
    assert db.query(fit_tasks.FitTask).count() == 2
