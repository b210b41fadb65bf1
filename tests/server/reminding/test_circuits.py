"""A provider that is down is left alone, and no reminder fails for it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from server.ports import Gone, TryAgain, Unsure
from server.reminding.circuits import FAILURES
from server.store.channel_states import ChannelState
from server.store.outbox import State
from server.store.people import Person
from server.store.reminders import Reminder
from tests.fakes.world import World
from tests.server.firm import Firm
from tests.server.reminding import scene
from tests.server.reminding.steps import circuits, deliver, ledger, plan, reached

AWAY = TryAgain("503")


@pytest.fixture
def due(firm: Firm, world: World, fatima: Person) -> Reminder:
    """Fatima's reminder, at the moment it is due; only her phone is asked."""
    fatima.channels = ["fcm"]
    scene.phone(firm, fatima, "phone")
    [row] = plan(firm, world)
    world.clock.set(row.due_at)
    return row


def fails(firm: Firm, world: World, times: int = FAILURES, after: float | None = None) -> None:
    """Google fails so often, for anybody."""
    circuits(firm, world).tell("fcm", [TryAgain("503", after)] * times)


def standing(firm: Firm) -> ChannelState:
    return firm.db.query(ChannelState).populate_existing().one()


def test_it_opens_after_so_many_failures_in_a_row_and_says_why(firm: Firm, world: World) -> None:
    fails(firm, world, FAILURES - 1)
    assert circuits(firm, world).room("fcm", 100) == 100
    fails(firm, world, 1)
    assert circuits(firm, world).room("fcm", 100) == 0
    now = world.clock.now()
    row = standing(firm)
    assert (row.failures, row.open_since, row.reason) == (FAILURES, now, "503")
    assert row.open_until == now + timedelta(seconds=30)


@pytest.mark.parametrize("answer", [None, Gone("410")])
def test_an_answer_of_any_kind_begins_the_row_anew(
    firm: Firm, world: World, answer: BaseException | None
) -> None:
    for _ in range(3):
        fails(firm, world, FAILURES - 1)
        circuits(firm, world).tell("fcm", [AWAY, answer])
    assert standing(firm).failures == 0
    assert circuits(firm, world).room("fcm", 100) == 100


def test_letters_that_cannot_be_mailed_open_the_circuit_of_mail(
    firm: Firm, world: World, due: Reminder, fatima: Person
) -> None:
    fatima.channels = ["mail"]
    world.mailer.troubles.extend([AWAY, AWAY])
    circuits(firm, world).tell("mail", [AWAY] * (FAILURES - 1))
    for seconds in (30, 60):  # the second is a trial
        assert deliver(firm, world, due) == State.PLANNED
        assert standing_until(firm) == world.clock.now() + timedelta(seconds=seconds)
        world.clock.tick(seconds=60)


def test_a_fault_of_ours_says_nothing_of_a_provider(firm: Firm, world: World) -> None:
    fails(firm, world)
    circuits(firm, world).tell("fcm", [ZeroDivisionError()])
    circuits(firm, world).tell("fcm", [])
    assert standing(firm).failures == FAILURES


def test_while_it_is_open_a_reminder_waits_and_spends_no_try(
    firm: Firm, world: World, due: Reminder
) -> None:
    waits = 0
    for _ in range(40):
        fails(firm, world)
        waits += deliver(firm, world, due) == State.PLANNED
        world.clock.tick(seconds=29)
    [row] = ledger(firm)
    assert waits >= 5
    assert (row.state, row.attempts, reached(world)) == (State.PLANNED, 0, [])
    world.clock.tick(minutes=6)
    assert deliver(firm, world, due) == State.SENT
    assert standing(firm).open_until is None


def test_while_it_is_open_a_reminder_takes_the_next_way(
    firm: Firm, world: World, due: Reminder, fatima: Person
) -> None:
    fatima.channels = ["fcm", "web_push", "mail"]
    scene.phone(firm, fatima, "browser", "web_push")
    fails(firm, world)
    assert deliver(firm, world, due) == State.SENT
    assert reached(world) == ["browser"]


def test_what_a_channel_may_have_taken_goes_no_other_way(
    firm: Firm, world: World, due: Reminder, fatima: Person
) -> None:
    """By mail nobody could tell that the phone has shown it already."""
    fatima.channels = ["fcm", "mail"]
    world.fcm.troubles.append(Unsure("no answer"))
    assert deliver(firm, world, due) == State.PLANNED
    fails(firm, world)
    world.clock.set(standing_until(firm) - timedelta(seconds=1))
    assert deliver(firm, world, due) in {State.PLANNED, None}
    world.clock.tick(minutes=10)
    assert deliver(firm, world, due) == State.SENT
    assert reached(world) == ["phone"]
    assert ledger(firm)[0].trouble == "fcm: unsure"


def standing_until(firm: Firm) -> datetime:
    until = standing(firm).open_until
    assert until is not None
    return until


def test_of_many_workers_one_tries_it_with_one_message(firm: Firm, world: World) -> None:
    fails(firm, world)
    world.clock.set(standing_until(firm))
    first, second = circuits(firm, world), circuits(firm, world)
    assert (first.room("fcm", 100), second.room("fcm", 100)) == (1, 0)
    assert first.room("fcm", 100) == 0
    first.tell("fcm", [None])
    assert first.room("fcm", 100) == 100
    assert circuits(firm, world).room("fcm", 100) == 100


def test_a_trial_that_fails_opens_it_for_longer(firm: Firm, world: World) -> None:
    fails(firm, world)
    for seconds in (30, 60, 120, 240, 300, 300):
        world.clock.set(standing_until(firm))
        trying = circuits(firm, world)
        assert trying.room("fcm", 100) == 1
        trying.tell("fcm", [AWAY])
        assert standing_until(firm) - world.clock.now() == timedelta(seconds=seconds)


def test_a_provider_is_left_alone_for_as_long_as_it_asks(firm: Firm, world: World) -> None:
    fails(firm, world, after=900)
    assert standing_until(firm) == world.clock.now() + timedelta(seconds=900)


def test_one_channel_says_nothing_of_another(firm: Firm, world: World) -> None:
    fails(firm, world)
    assert circuits(firm, world).room("web_push", 100) == 100
