"""What phones tell about a reminder, and what follows from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from server.reminding import receipts
from server.reminding.receipts import Receipt
from server.store import scope
from server.store.devices import Device
from server.store.due_reminders import DueReminder
from server.store.outbox import State
from server.store.people import Person
from server.store.reminders import Reminder
from server.store.rhythms import Rhythm
from tests.fakes.world import World
from tests.server.firm import Firm, found
from tests.server.reminding import scene
from tests.server.reminding.steps import deliver, ledger, plan, reached

KEY = scene.SETTINGS.secret_key
NEXT_MONDAY = date(2026, 11, 23)


@pytest.fixture
def device(firm: Firm, fatima: Person) -> Device:
    return scene.phone(firm, fatima, "phone")


@pytest.fixture
def sent(firm: Firm, world: World, device: Device) -> Reminder:
    """Fatima's reminder of nine o'clock, which her phone has taken."""
    del device
    [row] = plan(firm, world)
    world.clock.set(row.due_at)
    assert deliver(firm, world, row) == State.SENT
    return ledger(firm)[0]


def ack(world: World) -> str:
    """The token of the latest push."""
    return world.fcm.sent[-1].notice.ack


def tell(firm: Firm, world: World, what: str, token: str | None = None) -> Receipt | None:
    """The phone tells it; afterwards the session works for Fatima's firm again."""
    firm.db.flush()
    told = receipts.apply(firm.db, world.things, KEY, token or ack(world), what)
    firm.db.flush()
    scope.work_for(firm.db, firm.organisation.id)
    return told


@pytest.mark.usefixtures("sent")
def test_a_push_names_what_the_phone_may_tell(world: World) -> None:
    [push] = world.fcm.sent
    assert [one.action for one in push.notice.actions] == ["later", "not-this-week"]
    assert [one.title for one in push.notice.actions] == ["Later vandaag", "Deze week niet"]


def test_it_came_and_was_opened(firm: Firm, world: World, sent: Reminder, device: Device) -> None:
    world.clock.tick(minutes=1)
    assert tell(firm, world, "delivered")
    world.clock.tick(minutes=4)
    assert tell(firm, world, "opened")
    assert tell(firm, world, "delivered")
    [row] = ledger(firm)
    arrived = scene.NINE + timedelta(minutes=1)
    assert (row.id, row.delivered_at, row.opened_at) == (
        sent.id, arrived, arrived + timedelta(minutes=4)
    )  # fmt: skip
    firm.db.refresh(device)
    assert device.acknowledges


@pytest.mark.usefixtures("sent")
def test_what_is_opened_has_come(firm: Firm, world: World) -> None:
    tell(firm, world, "opened")
    assert ledger(firm)[0].delivered_at == scene.NINE


@pytest.mark.usefixtures("sent")
def test_later_is_three_hours_later_on_the_same_day_and_once(firm: Firm, world: World) -> None:
    world.clock.tick(minutes=10)
    for _ in range(2):
        tell(firm, world, "later")
    [row] = ledger(firm)
    at = scene.NINE + timedelta(hours=3, minutes=10)
    assert (row.state, row.due_at, row.reason) == (State.PLANNED, at, receipts.PUT_OFF)
    world.clock.set(at)
    assert deliver(firm, world, row) == State.SENT
    world.clock.tick(minutes=1)
    tell(firm, world, "later")
    assert ledger(firm)[0].state == State.SENT
    assert reached(world) == ["phone", "phone"]
    assert [rhythm.in_week for rhythm in firm.db.query(Rhythm).populate_existing()] == [1]


def test_too_late_for_later_it_stays_as_it_is(firm: Firm, world: World, sent: Reminder) -> None:
    world.clock.set(sent.expires_at - timedelta(hours=2))
    tell(firm, world, "later")
    assert ledger(firm)[0].state == State.SENT


def test_who_practised_meanwhile_is_not_reminded_again(
    firm: Firm, world: World, sent: Reminder, fatima: Person
) -> None:
    tell(firm, world, "later")
    scene.practises(firm, fatima)
    world.clock.set(scene.NINE + timedelta(hours=3))
    assert deliver(firm, world, sent) == State.DROPPED
    assert reached(world) == ["phone"]


def test_a_reminder_put_off_is_not_decided_about_anew(
    firm: Firm, world: World, sent: Reminder
) -> None:
    """Changing the times must not make a second reminder of one that went out already."""
    tell(firm, world, "later")
    assert [row.id for row in plan(firm, world)] == [sent.id]


@pytest.mark.parametrize("days", [0, 3])
def test_not_this_week_is_silent_until_monday(
    firm: Firm, world: World, sent: Reminder, fatima: Person, days: int
) -> None:
    """Told again in the week after, it must not silence that one too."""
    assert sent.study_day == scene.TODAY
    tell(firm, world, "not-this-week")
    world.clock.tick(days=days)
    tell(firm, world, "not-this-week")
    assert fatima.snoozed_until == NEXT_MONDAY


@pytest.mark.usefixtures("sent")
def test_an_old_receipt_changes_nothing(firm: Firm, world: World) -> None:
    world.clock.tick(days=8)
    assert tell(firm, world, "opened")
    [row] = ledger(firm)
    assert (row.delivered_at, row.opened_at) == (None, None)


@pytest.mark.parametrize("token", ["", "x", "WzEsMV0.forged", "é", "x" * 3000])
def test_a_forged_token_is_refused(firm: Firm, world: World, sent: Reminder, token: str) -> None:
    assert not receipts.apply(firm.db, world.things, KEY, token, "opened")
    assert not tell(firm, world, "opened", receipts.make("another key", *_of(firm, sent)))
    assert ledger(firm)[0].opened_at is None


def _of(firm: Firm, row: Reminder) -> tuple[DueReminder, UUID]:
    held = DueReminder(
        row.id, 1, row.organisation_id, row.person_id, row.study_day, row.kind, row.reason,
        None, None, row.due_at, row.expires_at, None, None, None,
    )  # fmt: skip
    return held, firm.db.query(Device).one().id


def test_another_firms_token_tells_of_its_own_reminders_only(
    firm: Firm, world: World, sent: Reminder
) -> None:
    held, _ = _of(firm, sent)
    other = found(firm.db, "elders")
    viktor = scene.learner(other, "Viktor")
    theirs = scene.phone(other, viktor, "theirs")
    for organisation_id, person_id in (
        (other.organisation.id, viktor.id),
        (other.organisation.id, sent.person_id),
        (firm.organisation.id, viktor.id),
    ):
        signed = receipts.make(
            KEY,
            replace(held, organisation_id=organisation_id, person_id=person_id),
            theirs.id,
        )
        assert tell(firm, world, "opened", signed)
    assert ledger(firm)[0].opened_at is None


@pytest.mark.usefixtures("sent")
def test_who_has_left_is_not_written_about(firm: Firm, world: World, fatima: Person) -> None:
    fatima.active = False
    assert tell(firm, world, "not-this-week")
    assert fatima.snoozed_until is None
