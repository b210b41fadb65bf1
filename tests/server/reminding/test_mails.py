"""What stands in the mails, and the way out of them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.ports import Letter, TryAgain
from server.reminding import unsubscribe
from server.reminding.letters import claim_letter
from server.reminding.parcel import Parcel
from server.reminding.settle_letters import settle_letter
from server.store import scope
from server.store.letters import OutgoingLetter
from server.store.outbox import State
from server.store.people import Person
from tests.fakes.world import World
from tests.server.firm import Firm, found
from tests.server.reminding import scene
from tests.server.reminding.scene import SETTINGS
from tests.server.reminding.steps import deliver, plan, posted

KEY = SETTINGS.secret_key


@pytest.fixture
def invitation(firm: Firm, fatima: Person) -> OutgoingLetter:
    return firm.add(
        OutgoingLetter(
            person_id=fatima.id, kind="invitation", values={"link": "https://practice.example/x"},
            due_at=scene.MORNING, expires_at=scene.MORNING + timedelta(days=30),
        )
    )  # fmt: skip


def reminder_mail(firm: Firm, world: World) -> Letter:
    [row] = plan(firm, world)
    world.clock.set(row.due_at)
    deliver(firm, world, row)
    [letter] = world.mailer.sent
    return letter


def test_a_reminder_can_be_stopped_in_one_click(firm: Firm, world: World, fatima: Person) -> None:
    letter = reminder_mail(firm, world)
    link = letter.headers["List-Unsubscribe"].strip("<>")
    assert letter.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert link in letter.text
    assert link in letter.html
    unsubscribe.apply(firm.db, link.rpartition("/")[2], KEY)
    assert fatima.channels == ["fcm", "web_push"]


@pytest.mark.usefixtures("fatima")
def test_a_mail_says_it_in_the_words_that_were_picked(firm: Firm, world: World) -> None:
    """Which words serve is learned from mails too."""
    [row] = plan(firm, world)
    row.wording = "one-card"
    world.clock.set(row.due_at)
    deliver(firm, world, row)
    [letter] = world.mailer.sent
    assert "Begin met één kaart." in letter.text


@pytest.mark.usefixtures("fatima")
def test_the_same_reminder_keeps_its_message_id(firm: Firm, world: World) -> None:
    letter = reminder_mail(firm, world)
    assert letter.headers["Message-ID"].endswith("@practice.example>")
    assert letter.headers["Auto-Submitted"] == "auto-generated"


def test_a_name_cannot_bring_markup_into_the_mail(firm: Firm, world: World, fatima: Person) -> None:
    fatima.name = "<img src=x>"
    letter = reminder_mail(firm, world)
    assert "<img" not in letter.html
    assert "&lt;img src=x&gt;" in letter.html


def test_stopping_twice_changes_nothing(firm: Firm, fatima: Person) -> None:
    token = unsubscribe.make(KEY, fatima)
    for _ in range(2):
        unsubscribe.apply(firm.db, token, KEY)
    assert fatima.channels == ["fcm", "web_push"]


@pytest.mark.parametrize("token", ["", "nonsense", "WzEsMV0.forged"])
def test_a_forged_link_stops_nothing(firm: Firm, fatima: Person, token: str) -> None:
    assert unsubscribe.apply(firm.db, token, KEY) is None
    assert "mail" in fatima.channels


def test_a_link_of_another_organisation_finds_nobody_here(firm: Firm, fatima: Person) -> None:
    viktor = scene.learner(found(firm.db, "elders"), "Viktor")
    assert unsubscribe.apply(firm.db, unsubscribe.make(KEY, viktor), KEY) is viktor
    assert "mail" in fatima.channels


def send(firm: Firm, world: World, row: OutgoingLetter) -> State | None:
    state = claim_letter(firm.db, world.things, SETTINGS, row.id)
    if isinstance(state, Parcel):
        [(parcel, outcome)] = posted(firm, world, [state])
        state = settle_letter(firm.db, parcel, outcome, world.clock.now())
    scope.work_for(firm.db, firm.organisation.id)
    firm.db.expire(row)
    return state


def test_an_invitation_is_mailed_once_and_its_link_forgotten(
    firm: Firm, world: World, invitation: OutgoingLetter
) -> None:
    assert send(firm, world, invitation) == State.SENT
    assert send(firm, world, invitation) is None
    [letter] = world.mailer.sent
    assert letter.subject == "Molenwerk nodigt je uit om te oefenen met Beklijf"
    assert "https://practice.example/x" in letter.text
    assert "18 december 2026" in letter.text
    assert invitation.values == {}


def test_a_mail_server_that_is_away_is_tried_again_with_the_link(
    firm: Firm, world: World, invitation: OutgoingLetter
) -> None:
    world.mailer.troubles.append(TryAgain("away"))
    assert send(firm, world, invitation) == State.PLANNED
    world.mailer.troubles.clear()
    world.clock.tick(minutes=1)
    assert send(firm, world, invitation) == State.SENT


def test_an_invitation_that_ran_out_is_not_mailed(
    firm: Firm, world: World, invitation: OutgoingLetter
) -> None:
    world.clock.tick(days=30)
    assert send(firm, world, invitation) == State.EXPIRED
    assert (world.mailer.sent, invitation.values) == ([], {})
