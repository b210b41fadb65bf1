"""Daan goes through what his slides suggest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pytest
from werkzeug.test import TestResponse

from content.card import Language, Recall
from content.material.blocks import Passage, Place
from content.material.proposal import Proposal
from server.ports import Written
from server.store.database import db
from server.web.bodies import LARGEST_FILE
from tests.server.console_api.editing import asking, change, prompts
from tests.support.material import locked, pdf, slides
from tests.support.phone import Phone, ok, places, refused
from tests.support.town import Town

ALL = 6
"""What the slides of the fixture suggest."""


@pytest.fixture
def daan(town: Town) -> Phone:
    return town.phone(town.daan)


@pytest.fixture
def drafts(daan: Phone) -> str:
    """The path of the drafts of a new set."""
    made = daan.post("/card-sets", {"title": "AVG", "language": "nl"})
    return f"/card-sets/{made['id']}/drafts"


def send(phone: Phone, drafts: str, data: bytes | None = None, **form: str) -> TestResponse:
    file = (BytesIO(slides() if data is None else data), form.pop("name", "avg.pptx"))
    return phone.ask("POST", drafts, data={"file": file, **form})


def listed(phone: Phone, drafts: str, **query: str) -> list[Any]:
    return list(phone.get(drafts, **query)["items"])


def cards_of(drafts: str) -> str:
    return drafts.replace("/drafts", "/cards")


def test_slides_become_drafts_with_their_slide_and_nothing_is_in_the_set(
    daan: Phone, drafts: str
) -> None:
    assert ok(send(daan, drafts)) == {"created": ALL, "known": 0, "problems": []}
    first = listed(daan, drafts)[0]
    assert first["place"] == {"kind": "slide", "number": 3, "text": "dia 3"}
    assert first["face"]["source"] == "avg.pptx, dia 3"
    assert first["quote"] == "Meld een datalek binnen 72 uur bij de toezichthouder."
    assert prompts(daan, cards_of(drafts)) == []


def test_a_deck_full_of_pictures_may_be_larger_than_other_uploads(
    daan: Phone, drafts: str, town: Town
) -> None:
    town.app.config["MAX_CONTENT_LENGTH"] = 1000
    assert ok(send(daan, drafts))["created"] == ALL
    town.app.config[LARGEST_FILE] = 1000
    refused(send(daan, drafts), 413)


def test_the_place_is_worded_for_the_reader(town: Town, drafts: str) -> None:
    english = town.phone(town.daan, **{"Accept-Language": "en"})
    send(english, drafts)
    assert listed(english, drafts)[0]["place"]["text"] in {"slide 3", "dia 3"}


def test_a_kept_draft_is_a_card_of_the_set_that_waits_for_a_release(
    daan: Phone, drafts: str
) -> None:
    send(daan, drafts)
    first = listed(daan, drafts)[0]
    kept = daan.post(f"{drafts}/{first['id']}/keep", {})
    assert (kept["state"], kept["decided_by"]["name"]) == ("kept", "Daan")
    (card,) = daan.get(cards_of(drafts))["items"]
    assert (card["id"], card["topic"]) == (kept["card_id"], "Datalekken")
    assert card["face"]["prompt"] == first["face"]["prompt"]
    assert daan.get(drafts.removesuffix("/drafts"))["live_release"] is None


def test_it_may_be_kept_otherwise_than_it_was_suggested(daan: Phone, drafts: str) -> None:
    send(daan, drafts)
    first = listed(daan, drafts)[0]
    body = {"face": asking("Wie bel je dan?"), "topic": "Melden", "tags": ["avg"]}
    daan.post(f"{drafts}/{first['id']}/keep", body)
    (card,) = daan.get(cards_of(drafts))["items"]
    assert (card["face"]["prompt"], card["topic"], card["tags"]) == (
        "Wie bel je dan?", "Melden", ["avg"],
    )  # fmt: skip


def test_a_face_that_is_no_card_leaves_the_draft_open(daan: Phone, drafts: str) -> None:
    send(daan, drafts)
    path = f"{drafts}/{listed(daan, drafts)[0]['id']}/keep"
    for face in (asking(""), {"kind": "essay"}, {}, asking("x" * 5000)):
        problem = refused(daan.ask("POST", path, json={"face": face}), 422)
        assert places(problem)[0].startswith("face.")
    refused(daan.ask("POST", path, json={"face": "x"}), 422)
    assert daan.get(drafts)["files"] == [
        {"file_name": "avg.pptx", "open": ALL, "kept": 0, "dropped": 0}
    ]


def test_pressed_twice_it_is_one_card(daan: Phone, drafts: str) -> None:
    send(daan, drafts)
    first = listed(daan, drafts)[0]
    daan.post(f"{drafts}/{first['id']}/keep", {})
    for verb in ("keep", "drop"):
        problem = refused(daan.ask("POST", f"{drafts}/{first['id']}/{verb}", json={}), 409)
        assert problem["draft"]["state"] == "kept"
    assert len(prompts(daan, cards_of(drafts))) == 1


def test_the_same_file_again_doubles_nothing_that_is_open_kept_or_dropped(
    daan: Phone, drafts: str
) -> None:
    send(daan, drafts)
    kept, dropped, *_ = listed(daan, drafts)
    daan.post(f"{drafts}/{kept['id']}/keep", {})
    daan.post(f"{drafts}/{dropped['id']}/drop", {})
    again = ok(send(daan, drafts, name="avg (2).pptx"))
    assert (again["created"], again["known"]) == (0, ALL)
    states = [one["state"] for one in listed(daan, drafts)]
    assert states == ["kept", "dropped", *["open"] * (ALL - 2)]


def test_a_decision_can_be_taken_back_with_the_card_that_it_made(daan: Phone, drafts: str) -> None:
    send(daan, drafts)
    path = f"{drafts}/{listed(daan, drafts)[0]['id']}"
    for _ in range(2):
        daan.post(f"{path}/keep", {})
        assert len(prompts(daan, cards_of(drafts))) == 1
        assert daan.post(f"{path}/reopen", {})["state"] == "open"
        assert prompts(daan, cards_of(drafts)) == []
    daan.post(f"{path}/drop", {})
    assert daan.post(f"{path}/reopen", {})["decided_by"] is None


def test_a_card_that_was_edited_since_stays(daan: Phone, drafts: str) -> None:
    send(daan, drafts)
    path = f"{drafts}/{listed(daan, drafts)[0]['id']}"
    daan.post(f"{path}/keep", {})
    (card,) = daan.get(cards_of(drafts))["items"]
    change(daan, cards_of(drafts), card, "Nu anders?")
    refused(daan.ask("POST", f"{path}/reopen"), 422)
    assert prompts(daan, cards_of(drafts)) == ["Nu anders?"]


def test_open_drafts_of_a_file_can_be_forgotten_and_had_again(daan: Phone, drafts: str) -> None:
    send(daan, drafts)
    send(daan, drafts, pdf(["Blussen", "Houd altijd 2 meter afstand van het vuur."]), name="b.pdf")
    daan.post(f"{drafts}/{listed(daan, drafts)[0]['id']}/drop", {})
    gone = daan.ask("DELETE", drafts, query_string={"file_name": "avg.pptx"})
    assert ok(gone) == {"removed": ALL - 1}
    assert [one["file_name"] for one in listed(daan, drafts, state="open")] == ["b.pdf"]
    assert ok(send(daan, drafts))["created"] == ALL - 1


def test_a_long_list_comes_in_pages(daan: Phone, drafts: str) -> None:
    letters = [chr(97 + at) for at in range(12)]
    deck = [
        {"title": f"Blad {one}", "table": [("Begrip", "Betekenis")] + [
            (f"Term {one} {other}", f"uitleg {one} {other}") for other in letters
        ]}
        for one in letters[:5]
    ]  # fmt: skip
    assert ok(send(daan, drafts, slides(deck)))["created"] == 60
    page = daan.get(drafts, state="open")
    rest = daan.get(drafts, state="open", cursor=page["next"])
    assert (len(page["items"]), len(rest["items"]), rest["next"]) == (50, 10, None)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "leeg"),
        (b"vraag;antwoord", ".pptx"),
        (locked(pdf(["Geheim"])), "wachtwoord"),
        (pdf([]), "plaatjes"),
        (slides()[:-100], "beschadigd"),
        (b"%PDF-" + bytes(200_000), "beschadigd"),
    ],
)
def test_a_file_that_cannot_be_read_says_what_to_do(
    daan: Phone, drafts: str, data: bytes, words: str
) -> None:
    problem = refused(send(daan, drafts, data), 422)
    ((place, message),) = [(one["where"], one["message"]) for one in problem["errors"]]
    assert place == "het bestand"
    assert words in message
    assert listed(daan, drafts) == []


def test_a_form_without_a_file_and_odd_questions_are_refused(daan: Phone, drafts: str) -> None:
    refused(daan.ask("POST", drafts, data={}), 422)
    refused(send(daan, drafts, ask_writer="perhaps"), 422)
    refused(daan.ask("GET", drafts, query_string={"state": "lost"}), 422)
    refused(daan.ask("GET", drafts, query_string={"cursor": "x"}), 422)
    refused(daan.ask("POST", f"{drafts}/{2**63}/keep", json={}), 404)
    refused(daan.ask("POST", "/card-sets/999/drafts/1/drop"), 404)


def test_a_name_is_shown_without_its_folders(daan: Phone, drafts: str) -> None:
    send(daan, drafts, name="../daan/les\u202e.pptx")
    assert {one["file_name"] for one in listed(daan, drafts)} == {"les.pptx"}


@dataclass
class Scribe:
    """A service that was set; `seen` is what left the house."""

    written: Written
    host: str = "schrijver.example"
    model: str = "molen-1"
    seen: list[Passage] = field(default_factory=list)

    def write(self, passages: Sequence[Passage], language: Language) -> Written:
        assert not db.session().in_transaction(), language
        self.seen += passages
        return self.written


FOUND = Proposal(
    Recall(language="nl", prompt="Wie is de FG?", answer="Noor"), Place("slide", 6), "writer", "FG"
)


def scribe(town: Town, written: Written) -> Scribe:
    made = Scribe(written)
    town.world.writer = made
    town.app.extensions["beklijf_things"] = town.world.things
    return made


def test_text_leaves_the_house_only_when_its_author_says_so(
    town: Town, daan: Phone, drafts: str
) -> None:
    made = scribe(town, Written([FOUND]))
    assert daan.get(drafts)["writer"] == {"host": "schrijver.example", "model": "molen-1"}
    assert ok(send(daan, drafts))["created"] == ALL
    assert made.seen == []
    assert ok(send(daan, drafts, ask_writer="1"))["created"] == 1
    assert any("72 uur" in one.text for one in made.seen)
    assert [one["origin"] for one in listed(daan, drafts)][-1] == "molen-1"


@pytest.mark.parametrize("trouble", ["key", "busy", "slow", "away", "nonsense"])
def test_when_the_service_fails_it_is_told_and_the_own_suggestions_remain(
    town: Town, daan: Phone, drafts: str, trouble: str
) -> None:
    scribe(town, Written(trouble=trouble, unfit=1, unsent=2))
    told = ok(send(daan, drafts, ask_writer="1"))
    assert told["created"] == ALL
    assert len(told["problems"]) == 3
    assert all("schrijver.example" in one["message"] for one in told["problems"])


def test_where_no_service_is_set_nobody_can_ask_for_one(daan: Phone, drafts: str) -> None:
    assert daan.get(drafts)["writer"] is None
    assert places(refused(send(daan, drafts, ask_writer="1"), 422)) == ["ask_writer"]
    assert listed(daan, drafts) == []


def test_learners_and_managers_stay_out(town: Town, drafts: str) -> None:
    for person in (town.fatima, town.marit):
        phone = town.phone(person)
        refused(phone.ask("GET", drafts), 403)
        refused(send(phone, drafts), 403)
