"""Who may read hears of a second look by mail, and who asked hears what came of it."""

from __future__ import annotations

from typing import Any

import pytest

from server.jobs.send import send_letter
from server.store.letters import OutgoingLetter
from tests.server.console_api.uploads import filled_set
from tests.support.phone import refused
from tests.support.town import Town


@pytest.fixture
def filled(town: Town) -> int:
    """A set that Daan filled."""
    return filled_set(town.phone(town.daan), "Brandveiligheid")


def ask(town: Town, card_set_id: int, note: str = "") -> int:
    path = f"/card-sets/{card_set_id}/looks"
    return int(town.phone(town.daan).post(path, {"note": note})["id"])


def answer(town: Town, card_set_id: int, look_id: int, verdict: str, remark: str) -> Any:
    noor = town.phone(town.noor)
    text_hash = noor.get(f"/card-sets/{card_set_id}/changes")["text_hash"]
    body = {"text_hash": text_hash, "remark": remark}
    return noor.ask("POST", f"/card-sets/{card_set_id}/looks/{look_id}/{verdict}", json=body)


def sent(town: Town) -> list[tuple[str, str, str]]:
    """To whom, subject and text of the letters that wait, in their order."""
    town.settle()
    ids = [row.id for row in town.firm.db.query(OutgoingLetter).order_by(OutgoingLetter.id)]
    town.settle()
    town.world.mailer.sent.clear()
    for letter_id in ids:
        send_letter(town.app, letter_id)
    return [(one.to, one.subject, one.text) for one in town.world.mailer.sent]


def test_others_who_may_read_are_written_to(town: Town, filled: int) -> None:
    ask(town, filled, "Klopt kaart 2?")
    ((to, subject, text),) = sent(town)
    assert to == town.noor.email
    assert subject == "Daan vraagt een tweede blik op “Brandveiligheid”"
    assert "Er staat bij: “Klopt kaart 2?”" in text
    assert f"/console/#/sets/{filled}/changes" in text


def test_neither_an_author_nor_who_left_is_written_to(town: Town, filled: int) -> None:
    town.noor.active = False
    town.settle()
    ask(town, filled)
    assert sent(town) == []


@pytest.mark.parametrize(
    ("verdict", "subject"),
    [("approve", "“Brandveiligheid” is approved"), ("send-back", "“Brandveiligheid” comes back")],
)
def test_the_asker_hears_once_what_came_of_it(
    town: Town, filled: int, verdict: str, subject: str
) -> None:
    town.daan.language = "en"
    town.settle()
    look_id = ask(town, filled)
    sent(town)
    assert answer(town, filled, look_id, verdict, "See card 2").status_code == 200
    refused(answer(town, filled, look_id, verdict, "See card 2"), 422)
    ((to, told, text),) = sent(town)
    assert (to, told[: len(subject)]) == (town.daan.email, subject)
    assert "Noor" in text
    assert "The note says: “See card 2”" in text


def test_without_a_note_there_is_no_word_of_one(town: Town, filled: int) -> None:
    ask(town, filled)
    ((_, _, text),) = sent(town)
    assert "Er staat bij" not in text
