"""What one job of sending does, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from server.jobs.plan import plan_reminders
from server.jobs.send import send_reminders
from server.reminding import learner_day
from server.store.letters import OutgoingLetter
from server.store.people import Person
from tests.fakes.world import World
from tests.server.firm import Firm
from tests.server.jobs.look import states
from tests.server.reminding import scene


@pytest.mark.usefixtures("learners")
def test_a_learner_who_cannot_be_looked_at_holds_up_nobody_else(
    app: Flask, world: World, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan_reminders(app)
    world.clock.set(scene.NINE)

    def at_their_moment(db: Session, people: Sequence[Person], *rest: Any) -> Any:
        if any(one.name == "Learner5" for one in people):
            raise ZeroDivisionError
        return learner_day.at_their_moment(db, people, *rest)

    monkeypatch.setattr("server.reminding.deliver.at_their_moment", at_their_moment)
    send_reminders(app)
    assert states(database_url) == {"sent": 11, "claimed": 1}


def test_somebody_waits_for_a_letter_so_it_goes_before_reminders(
    app: Flask, world: World, fatima: Firm, database_url: str
) -> None:
    plan_reminders(app)
    person = fatima.db.query(Person).filter_by(name="Fatima").one()
    fatima.add(
        OutgoingLetter(
            person_id=person.id, kind="forgotten", values={"link": "https://practice.example/x"},
            due_at=scene.MORNING, expires_at=scene.NINE.replace(hour=23),
        )
    )  # fmt: skip
    fatima.db.commit()
    world.clock.set(scene.NINE)
    order: list[str] = []
    world.fcm.send, world.mailer.send = _noted(order, "push"), _noted(order, "letter")  # type: ignore[method-assign] # notes who was served first
    send_reminders(app)
    assert order == ["letter", "push"]
    assert states(database_url, "outgoing_letters") == {"sent": 1}


def _noted(order: list[str], name: str) -> Any:
    def send(*_given: object) -> None:
        order.append(name)

    return send


def test_one_hint_is_a_batch_and_another_finds_nothing_more(
    app: Flask, world: World, learners: int
) -> None:
    plan_reminders(app)
    world.clock.set(scene.NINE)
    send_reminders(app)
    assert len(world.fcm.sent) == learners
    send_reminders(app)
    assert len(world.fcm.sent) == learners


def test_a_batch_claims_for_its_own_worker_alone(
    app: Flask, world: World, learners: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan_reminders(app)
    world.clock.set(scene.NINE)
    held: list[object] = []
    slow = world.fcm.send

    def meanwhile(*given: Any) -> None:
        held.append(given[0])
        if len(held) == 1:
            send_reminders(app)
        slow(*given)

    monkeypatch.setattr(world.fcm, "send", meanwhile)
    monkeypatch.setattr("server.jobs.send.BATCH", learners // 2)
    send_reminders(app)
    assert len(world.fcm.sent) == learners
    assert len({str(push.address["token"]) for push in world.fcm.sent}) == learners
