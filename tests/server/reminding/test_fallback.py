"""Mail follows a push that did not arrive, once, and only where it still helps."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.channels import MAIL
from server.ports import Refused, TryAgain
from server.reminding import receipts
from server.reminding.parcel import Parcel
from server.reminding.settle import settle
from server.store import reminders, scope
from server.store.outbox import State
from server.store.people import Person
from server.store.reminders import Reminder
from tests.fakes.world import World
from tests.server.firm import Firm
from tests.server.reminding import scene
from tests.server.reminding.steps import claim, deliver, ledger, plan, posted, reached

HOUR = timedelta(minutes=60)


@pytest.fixture
def sent(firm: Firm, world: World, fatima: Person) -> Reminder:
    """A reminder on a phone that has told of arrivals before."""
    scene.phone(firm, fatima, "phone").acknowledges = True
    [row] = plan(firm, world)
    world.clock.set(row.due_at)
    assert deliver(firm, world, row) == State.SENT
    return ledger(firm)[0]


def follow(firm: Firm, world: World, row: Reminder) -> State | None:
    """The sweep, and a worker after it."""
    with scope.across_organisations(firm.db):
        reminders.fall_back(firm.db, world.clock.now(), MAIL)
    return deliver(firm, world, row)


def test_mail_follows_after_an_hour_of_silence_and_once(
    firm: Firm, world: World, sent: Reminder, fatima: Person
) -> None:
    assert sent.fallback_at == scene.NINE + HOUR
    world.clock.tick(minutes=59)
    assert follow(firm, world, sent) is None
    world.clock.tick(minutes=1)
    assert follow(firm, world, sent) == State.SENT
    world.clock.tick(hours=2)
    assert follow(firm, world, sent) is None
    assert reached(world) == ["phone", fatima.email]
    [row] = ledger(firm)
    assert (row.state, row.sent_channel, row.fallback_at) == (State.SENT, MAIL, None)


@pytest.mark.parametrize("what", ["delivered", "opened"])
def test_a_push_that_arrived_is_enough(firm: Firm, world: World, sent: Reminder, what: str) -> None:
    arrives(firm, world, what)
    world.clock.tick(hours=2)
    assert follow(firm, world, sent) is None
    assert reached(world) == ["phone"]


def test_a_push_that_arrived_at_the_last_moment_is_enough(
    firm: Firm, world: World, sent: Reminder
) -> None:
    world.clock.tick(hours=1)
    with scope.across_organisations(firm.db):
        reminders.fall_back(firm.db, world.clock.now(), MAIL)
    arrives(firm, world, "delivered")
    assert deliver(firm, world, sent) is None
    assert (reached(world), ledger(firm)[0].state) == (["phone"], State.SENT)


def test_a_phone_that_tells_before_the_sending_is_written_down_gets_no_mail(
    firm: Firm, world: World, fatima: Person
) -> None:
    scene.phone(firm, fatima, "phone").acknowledges = True
    [row] = plan(firm, world)
    world.clock.set(row.due_at)
    parcel = claim(firm, world, row)
    assert isinstance(parcel, Parcel)
    done = posted(firm, world, [parcel])
    arrives(firm, world, "delivered")
    settle(firm.db, done, world.clock.now())
    world.clock.tick(hours=2)
    assert follow(firm, world, row) is None
    assert reached(world) == ["phone"]


def arrives(firm: Firm, world: World, what: str) -> None:
    """The phone tells of the push."""
    token = world.fcm.sent[0].notice.ack
    receipts.apply(firm.db, world.things, scene.SETTINGS.secret_key, token, what)
    firm.db.flush()


def test_who_practised_gets_no_mail_and_the_push_stays_sent(
    firm: Firm, world: World, sent: Reminder, fatima: Person
) -> None:
    scene.practises(firm, fatima)
    world.clock.tick(hours=1)
    assert follow(firm, world, sent) == State.DROPPED
    [row] = ledger(firm)
    assert (row.state, row.sent_channel, row.trouble) == (State.SENT, "fcm", "done")
    assert reached(world) == ["phone"]


def test_after_the_window_no_mail_follows(firm: Firm, world: World, sent: Reminder) -> None:
    world.clock.set(sent.expires_at)
    assert follow(firm, world, sent) == State.EXPIRED
    assert ledger(firm)[0].state == State.SENT


def test_a_mail_server_that_is_away_is_tried_again_and_nothing_else(
    firm: Firm, world: World, sent: Reminder, fatima: Person
) -> None:
    world.clock.tick(hours=1)
    world.mailer.troubles.append(TryAgain("away"))
    assert follow(firm, world, sent) == State.PLANNED
    world.clock.tick(minutes=5)
    assert deliver(firm, world, sent) == State.SENT
    assert reached(world) == ["phone", fatima.email]


def test_a_mail_that_is_refused_leaves_the_push_as_it_was(
    firm: Firm, world: World, sent: Reminder
) -> None:
    world.clock.tick(hours=1)
    world.mailer.troubles.append(Refused("no"))
    assert follow(firm, world, sent) == State.FAILED
    [row] = ledger(firm)
    assert (row.state, row.sent_channel) == (State.SENT, "fcm")


@pytest.mark.parametrize("acknowledges", [True, False])
def test_silence_says_nothing_of_a_device_that_never_spoke_or_of_who_wants_no_mail(
    firm: Firm, world: World, fatima: Person, acknowledges: bool
) -> None:
    scene.phone(firm, fatima, "phone").acknowledges = acknowledges
    if acknowledges:
        fatima.channels = ["fcm"]
    [row] = plan(firm, world)
    world.clock.set(row.due_at)
    assert deliver(firm, world, row) == State.SENT
    assert ledger(firm)[0].fallback_at is None
