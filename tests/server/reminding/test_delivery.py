"""The last look before sending, and what becomes of a reminder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from server.ports import Gone, QuestionWords, Refused, TryAgain
from server.reminding.parcel import Parcel
from server.store import devices
from server.store.outbox import LEASE, State
from server.store.people import Person
from server.store.reminders import Reminder
from tests.fakes.world import World
from tests.server.firm import Firm, found
from tests.server.reminding import scene
from tests.server.reminding.steps import claim, deliver, ledger, plan, reached


@pytest.fixture
def due(firm: Firm, world: World, fatima: Person) -> Reminder:
    """Fatima's reminder, at the moment it is due; she has a phone, a browser and mail."""
    scene.phone(firm, fatima, "phone")
    scene.phone(firm, fatima, "browser", "web_push")
    [row] = plan(firm, world)
    world.clock.set(row.due_at)
    return row


def test_it_goes_to_the_phone_once(firm: Firm, world: World, due: Reminder) -> None:
    assert deliver(firm, world, due) == State.SENT
    assert deliver(firm, world, due) is None
    assert reached(world) == ["phone"]
    [row] = ledger(firm)
    assert (row.state, row.sent_channel, row.sent_at) == (State.SENT, "fcm", scene.NINE)


def test_a_locked_screen_tells_nothing_about_the_person(
    firm: Firm, world: World, due: Reminder
) -> None:
    deliver(firm, world, due)
    [push] = world.fcm.sent
    notice = push.notice
    assert (notice.title, notice.url) == ("Je oefening staat klaar", "/app/#/start")
    assert "Fatima" not in notice.title + notice.body
    assert notice.tag == "practice-2026-11-18"
    assert notice.question is None
    assert push.lifetime_s == 8 * 3600  # until the window closes


def test_the_question_is_on_the_screen_only_of_who_wants_it_there(
    firm: Firm, world: World, fatima: Person, due: Reminder
) -> None:
    fatima.question_in_push = True
    firm.db.flush()
    deliver(firm, world, due)
    [push] = world.fcm.sent
    assert push.notice.question == QuestionWords("Waar", "Niet waar", "Goed", "Nog niet")


def test_before_its_moment_nothing_happens(firm: Firm, world: World, due: Reminder) -> None:
    world.clock.tick(seconds=-1)
    assert deliver(firm, world, due) is None
    assert reached(world) == []


def _practises(firm: Firm, fatima: Person) -> None:
    scene.practises(firm, fatima)


def _pauses(firm: Firm, fatima: Person) -> None:
    firm.away(fatima, scene.TODAY, scene.TODAY)


def _mutes(_firm: Firm, fatima: Person) -> None:
    fatima.channels = []


def _leaves(_firm: Firm, fatima: Person) -> None:
    fatima.active = False


@pytest.mark.parametrize(
    ("does", "reason"),
    [(_practises, "done"), (_pauses, "paused"), (_mutes, "muted"), (_leaves, "inactive")],
)
def test_it_is_dropped_when_it_is_no_longer_wanted(
    firm: Firm,
    world: World,
    due: Reminder,
    does: Callable[[Firm, Person], None],
    reason: str,
) -> None:
    does(firm, firm.db.get_one(Person, due.person_id))
    firm.db.flush()
    assert deliver(firm, world, due) == State.DROPPED
    assert ledger(firm)[0].reason == reason
    assert reached(world) == []


def test_it_expires_when_the_window_closes(firm: Firm, world: World, due: Reminder) -> None:
    world.clock.set(due.expires_at)
    assert deliver(firm, world, due) == State.EXPIRED
    assert reached(world) == []


def test_a_window_moved_to_the_afternoon_moves_the_reminder(
    firm: Firm, world: World, fatima: Person, due: Reminder
) -> None:
    fatima.window_from = 13 * 60
    firm.db.flush()
    assert deliver(firm, world, due) == State.PLANNED
    world.clock.set(scene.NINE + timedelta(hours=4))
    assert deliver(firm, world, due) == State.SENT
    assert reached(world) == ["phone"]


def test_a_dead_address_is_forgotten_and_the_next_channel_tried(
    firm: Firm, world: World, fatima: Person, due: Reminder
) -> None:
    world.fcm.troubles.append(Gone("unregistered"))
    assert deliver(firm, world, due) == State.SENT
    assert reached(world) == ["browser"]
    assert [one.channel for one in devices.of_person(firm.db, fatima.id)] == ["web_push"]


def test_mail_comes_last_and_in_the_readers_language(
    firm: Firm, world: World, fatima: Person, due: Reminder
) -> None:
    fatima.language = "en"
    world.fcm.troubles.append(Refused("too long"))
    world.web_push.troubles.append(Refused("wrong key"))
    assert deliver(firm, world, due) == State.SENT
    [letter] = world.mailer.sent
    assert (letter.to, letter.subject) == (fatima.email, "Your practice is ready")
    assert ledger(firm)[0].trouble == "fcm: refused: too long; web_push: refused: wrong key"


def test_a_busy_provider_is_left_alone_for_as_long_as_it_asks(
    firm: Firm, world: World, due: Reminder
) -> None:
    world.fcm.troubles.append(TryAgain("busy", 600))
    assert deliver(firm, world, due) == State.PLANNED
    assert reached(world) == []  # no other channel: it may have taken the message after all
    world.fcm.troubles.clear()
    world.clock.tick(seconds=599)
    assert deliver(firm, world, due) is None
    world.clock.tick(seconds=152)
    assert deliver(firm, world, due) == State.SENT
    assert reached(world) == ["phone"]


def test_it_fails_when_every_channel_refuses(firm: Firm, world: World, due: Reminder) -> None:
    world.fcm.troubles.append(Gone("unregistered"))
    world.web_push.troubles.append(Gone("410"))
    world.mailer.troubles.append(Gone("no such mailbox"))
    assert deliver(firm, world, due) == State.FAILED
    assert deliver(firm, world, due) is None


def test_it_fails_rather_than_come_after_the_window(
    firm: Firm, world: World, due: Reminder
) -> None:
    world.clock.set(due.expires_at - timedelta(seconds=20))
    world.fcm.troubles.append(TryAgain("busy"))
    assert deliver(firm, world, due) == State.FAILED


def test_a_worker_that_dies_is_followed_by_another_after_the_lease(
    firm: Firm, world: World, due: Reminder
) -> None:
    dead = claim(firm, world, due)
    assert isinstance(dead, Parcel)
    world.clock.tick(seconds=LEASE.total_seconds() - 1)
    assert deliver(firm, world, due) is None
    world.clock.tick(seconds=1)
    assert deliver(firm, world, due) == State.SENT
    assert reached(world) == ["phone"]


def test_a_message_that_kills_its_workers_is_given_up(
    firm: Firm, world: World, due: Reminder
) -> None:
    claims = []
    for _ in range(9):
        claims.append(claim(firm, world, due))
        world.clock.tick(seconds=LEASE.total_seconds())
    assert all(isinstance(one, Parcel) for one in claims[:8])
    assert claims[8] == State.FAILED


def test_a_phone_that_changed_hands_does_not_buzz_for_its_former_owner(
    firm: Firm, world: World, due: Reminder
) -> None:
    other = found(firm.db, "elders")
    viktor = scene.learner(other, "Viktor")
    held = firm.db.query(devices.Device)
    firm.db.info["across_organisations"] = True
    held.filter_by(address_key="phone").delete()
    firm.db.info["across_organisations"] = False
    scene.phone(other, viktor, "phone")
    assert deliver(firm, world, due) == State.SENT
    assert reached(world) == ["browser"]
