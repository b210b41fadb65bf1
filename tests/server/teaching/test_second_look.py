"""Noor reads what Daan changed before learners get it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from server.store.card_sets import Card, CardSet
from server.store.people import Person
from server.store.second_looks import SecondLook
from server.teaching import edit_card, second_look
from server.teaching.changes import pending
from server.teaching.refusal import NotThere, Refused
from server.teaching.release import release
from server.teaching.release_plan import plan
from server.teaching.second_look import Answer
from server.teaching.set_settings import change_settings
from tests.server.firm import NOW, Firm
from tests.support import sets

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def noor(firm: Firm) -> Person:
    return firm.person("Noor", "admin", organisation=firm.organisation)


@pytest.fixture(autouse=True)
def card(firm: Firm, card_set: CardSet) -> Card:
    (card,) = sets.recalls(firm, card_set, 1)
    card_set.second_reader = True
    return card


def ask(firm: Firm, card_set: CardSet, note: str = "") -> SecondLook:
    return second_look.ask(firm.db, firm.daan, card_set.id, note, NOW)


def say(
    firm: Firm, card_set: CardSet, look: SecondLook, reader: Person, yes: bool, **more: Any
) -> SecondLook:
    given = {"text_hash": pending(firm.db, card_set.id).text_hash, "remark": "", "remarks": []}
    answer = Answer(approves=yes, **{**given, **more})
    return second_look.answer(firm.db, reader, card_set.id, look.id, answer, now=LATER)


def state(firm: Firm, card_set: CardSet, who: Person) -> str:
    return plan(firm.db, who, card_set.id, NOW).state


def refused(key: str) -> Any:
    return pytest.raises(Refused, match=key)


def test_a_set_that_demands_it_is_not_released_unread(
    firm: Firm, card_set: CardSet, noor: Person
) -> None:
    assert state(firm, card_set, firm.daan) == "draft"
    with refused("release-needs-approval"):
        release(firm.db, firm.daan, card_set.id, "", NOW)
    look = ask(firm, card_set)
    assert state(firm, card_set, noor) == "asked"
    with refused("release-needs-approval"):
        release(firm.db, firm.daan, card_set.id, "", NOW)
    say(firm, card_set, look, noor, True)
    assert state(firm, card_set, firm.daan) == "approved"
    assert release(firm.db, firm.daan, card_set.id, "", LATER).number == 1
    assert state(firm, card_set, firm.daan) == "released"


def test_a_change_after_the_approval_needs_another_look(
    firm: Firm, card_set: CardSet, card: Card, noor: Person
) -> None:
    say(firm, card_set, ask(firm, card_set), noor, True)
    card.topic = "Anders"
    firm.db.flush()
    assert state(firm, card_set, firm.daan) == "draft"
    with refused("release-needs-approval"):
        release(firm.db, firm.daan, card_set.id, "", NOW)
    card.topic = ""
    firm.db.flush()
    assert state(firm, card_set, firm.daan) == "approved"


def test_remarks_per_card_go_back_to_the_author(
    firm: Firm, card_set: CardSet, card: Card, noor: Person
) -> None:
    remarks = [{"card_id": card.id, "remark": "Welk nummer?"}]
    look = say(firm, card_set, ask(firm, card_set), noor, False, remarks=remarks)
    assert (look.state, look.remarks, look.reader) == ("sent_back", remarks, noor)
    assert state(firm, card_set, firm.daan) == "sent_back"
    assert plan(firm.db, firm.daan, card_set.id, NOW).second_look is look


def test_nobody_approves_what_they_asked_for_or_wrote(
    firm: Firm, card_set: CardSet, card: Card, noor: Person
) -> None:
    look = ask(firm, card_set)
    with refused("look-own-text"):
        say(firm, card_set, look, firm.daan, True)
    edit_card.change(
        firm.db, noor, card_set.id, card.id, face=card.face, topic="Melden", tags=[],
        version=card.version, now=NOW,
    )  # fmt: skip
    with refused("look-own-text"):
        say(firm, card_set, look, noor, True)
    assert not plan(firm.db, noor, card_set.id, NOW).may_read


def test_what_changed_while_it_was_read_is_not_approved(
    firm: Firm, card_set: CardSet, card: Card, noor: Person
) -> None:
    look, read = ask(firm, card_set), pending(firm.db, card_set.id).text_hash
    card.face = {**card.face, "prompt": "Anders?"}
    firm.db.flush()
    with refused("look-text-changed"):
        say(firm, card_set, look, noor, True, text_hash=read)


def test_a_look_is_answered_once(firm: Firm, card_set: CardSet, noor: Person) -> None:
    look = ask(firm, card_set)
    say(firm, card_set, look, noor, False, remark="Nog niet")
    with refused("look-answered"):
        say(firm, card_set, look, noor, True)


def test_asking_again_takes_the_place_of_the_first(
    firm: Firm, card_set: CardSet, noor: Person
) -> None:
    first = ask(firm, card_set)
    second = ask(firm, card_set, "Nu echt")
    assert first.state == "replaced"
    with pytest.raises(NotThere):
        say(firm, card_set, first, noor, True)
    assert say(firm, card_set, second, noor, True).state == "approved"


def test_sending_back_says_why(firm: Firm, card_set: CardSet, noor: Person) -> None:
    look = ask(firm, card_set)
    with refused("look-say-what"):
        say(firm, card_set, look, noor, False, remark="  ")
    with refused("look-unknown-card"):
        say(firm, card_set, look, noor, False, remarks=[{"card_id": 999, "remark": "?"}])


def test_there_is_nothing_to_look_at_without_a_change(firm: Firm, card_set: CardSet) -> None:
    card_set.second_reader = False
    release(firm.db, firm.daan, card_set.id, "", NOW)
    with refused("release-nothing-new"):
        ask(firm, card_set)


def test_only_owner_and_admins_do_without_the_second_reader(
    firm: Firm, card_set: CardSet, noor: Person
) -> None:
    tess = firm.person("Tess", "trainer", organisation=firm.organisation)
    with refused("second-reader-not-yours"):
        change_settings(firm.db, tess, card_set.id, {"second_reader": False})
    assert change_settings(firm.db, tess, card_set.id, {"title": "Anders"}).title == "Anders"
    assert not change_settings(firm.db, noor, card_set.id, {"second_reader": False}).second_reader
