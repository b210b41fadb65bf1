"""A push service that is down stops nothing of the others."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.ports import TryAgain, Unsure
from server.reminding.circuits import FAILURES
from server.reminding.deliver import look
from server.store import due_reminders, scope
from server.store.campaigns import Campaign
from server.store.channel_states import ChannelState
from server.store.outbox import State
from server.store.people import Person
from server.store.reminders import Reminder
from tests.fakes.world import World
from tests.server.firm import Firm
from tests.server.reminding import scene
from tests.server.reminding.steps import circuits, deliver, ledger, plan, posted, reached

FIREFOX, CHROME = "updates.push.services.mozilla.com", "fcm.googleapis.com"
DOWN = f"web_push/{FIREFOX}"


@pytest.fixture
def due(firm: Firm, world: World, fatima: Person) -> Reminder:
    """Fatima's reminder, at its moment; she has been using Firefox last, and Chrome before."""
    fatima.channels = ["web_push"]
    for name, service in (("chrome", CHROME), ("firefox", FIREFOX)):
        device = scene.phone(firm, fatima, name, "web_push")
        device.address = {"token": name, "service": service}
        device.updated_at += timedelta(minutes=service == FIREFOX)
    [row] = plan(firm, world)
    world.clock.set(row.due_at)
    return row


def goes_down(firm: Firm, world: World) -> None:
    circuits(firm, world).tell(DOWN, [TryAgain("503")] * FAILURES)


def test_a_service_that_fails_is_the_only_one_left_alone(
    firm: Firm, world: World, due: Reminder
) -> None:
    circuits(firm, world).tell(DOWN, [TryAgain("503")] * (FAILURES - 1))
    world.web_push.troubles.append(TryAgain("503"))
    assert deliver(firm, world, due) == State.PLANNED
    [row] = firm.db.query(ChannelState).populate_existing()
    assert (row.channel, row.failures) == (DOWN, FAILURES)
    left = circuits(firm, world)
    assert (left.room(DOWN, 100), left.room(f"web_push/{CHROME}", 100)) == (0, 100)


def test_a_reminder_takes_the_browser_whose_service_works(
    firm: Firm, world: World, due: Reminder
) -> None:
    goes_down(firm, world)
    assert deliver(firm, world, due) == State.SENT
    assert reached(world) == ["chrome"]


def test_in_one_batch_who_is_on_another_service_is_reached_and_one_is_tried(
    firm: Firm, world: World, campaign: Campaign
) -> None:
    for number, service in enumerate([FIREFOX, CHROME] * 3):
        person = scene.learner(firm, f"Learner{number}", campaign=campaign, channels=["web_push"])
        device = scene.phone(firm, person, f"browser-{number}", "web_push")
        device.address = {"token": f"browser-{number}", "service": service}
    plan(firm, world)
    world.clock.set(scene.NINE)
    goes_down(firm, world)
    world.clock.tick(seconds=30)
    world.web_push.troubles.append(TryAgain("503"))  # what the trial meets
    with scope.across_organisations(firm.db):
        held = due_reminders.take(firm.db, world.clock.now(), 100)
    looked = look(firm.db, world.things, scene.SETTINGS, held)
    done = posted(firm, world, looked.parcels)
    assert sorted(reached(world)) == ["browser-1", "browser-3", "browser-5"]
    waits = {parcel.claim.person_id: one.idle_until is not None for parcel, one in done}
    assert sorted(waits.values()) == [False] * 4 + [True] * 2


def test_what_a_service_may_have_taken_goes_by_no_other(
    firm: Firm, world: World, due: Reminder
) -> None:
    """The two browsers could not tell that it is the same reminder."""
    world.web_push.troubles.append(Unsure("no answer"))
    assert deliver(firm, world, due) == State.PLANNED
    world.clock.set(ledger(firm)[0].due_at)
    goes_down(firm, world)
    assert deliver(firm, world, due) == State.PLANNED
    world.clock.tick(minutes=10)
    assert deliver(firm, world, due) == State.SENT
    assert reached(world) == ["firefox"]
