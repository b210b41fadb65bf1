from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from server.store.card_sets import Card
from server.web.paging import seal
from tests.server.firm import counted
from tests.support import sets
from tests.support.faces import face
from tests.support.phone import Phone, refused
from tests.support.town import Town


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("", None),
        ("helpdesk", {"recall"}),
        ("HELPDESK verdachte", {"recall"}),
        ("helpdesk smishing", set()),
        ("handboek 3", None),  # in every source
        ("toezichthouders", {"cloze"}),
        ("toezichhouder", {"cloze"}),
    ],
)
def test_searching_finds_cards_that_hold_every_word(
    phone: Phone, cards: dict[str, Card], words: str, kinds: set[str] | None
) -> None:
    found = phone.get("/search", q=words)
    expected = {cards[kind].id for kind in cards if kinds is None or kind in kinds}
    assert {one["card_id"] for one in found["items"]} == expected
    assert found["next"] is None


@pytest.mark.parametrize(
    "words",
    ["%", "__", "x" * 200,
     "'", '"', "a' | b:*", '" OR scope:', "NEAR(a b)", "*", "&|!<->", "\\", "½",
     "😀", "क्षि", "İstanbul", "- -", "{{1}}", "ﬁ", "o1r"],
)  # fmt: skip
def test_no_question_upsets_the_index(phone: Phone, cards: dict[str, Card], words: str) -> None:
    assert cards
    assert phone.get("/search", q=words)["next"] is None


def test_a_question_of_little_words_is_looked_up_as_it_is(
    phone: Phone, cards: dict[str, Card]
) -> None:
    found = phone.get("/search", q="bij een")["items"]
    assert cards["recall"].id in {one["card_id"] for one in found}


def test_what_is_found_tells_the_answer_and_where_the_hit_is(
    phone: Phone, cards: dict[str, Card]
) -> None:
    [found] = phone.get("/search", q="verdacht")["items"]
    assert found == {
        "card_id": cards["recall"].id, "card_set_id": cards["recall"].card_set_id,
        "card_set_title": "Phishing", "topic": "recall", "tags": [], "language": "nl", "media": [],
        "prompt": "Wie bel je bij een verdachte mail?", "answer_text": "De helpdesk",
        "explanation": "Daarom.", "source": "Handboek, blz. 3",
        "marks": {"prompt": [[19, 28]]},
    }  # fmt: skip


def test_many_found_cards_come_in_pages(town: Town, phone: Phone) -> None:
    card_set = town.firm.card_set("Groot")
    made = sets.recalls(town.firm, card_set, 45)
    sets.release(town.firm, card_set)
    sets.campaign(town.firm, card_set, people=(town.fatima,))
    for query in ({"q": "vraag"}, {"q": ""}):
        pages: list[Any] = [phone.get("/search", **query)]
        while pages[-1]["next"] is not None:
            pages.append(phone.get("/search", **query, cursor=pages[-1]["next"]))
        seen = [one["card_id"] for page in pages for one in page["items"]]
        assert seen == [card.id for card in made]


def test_a_search_that_cannot_be_is_refused(phone: Phone) -> None:
    for query in ({"q": "x" * 10_000}, {"q": "\x00"}, {"cursor": "x"}, {"cursor": seal(2**70)}):
        refused(phone.ask("GET", "/search", query_string=query), 422)


def test_nobody_finds_cards_of_others(town: Town, cards: dict[str, Card]) -> None:
    assert cards
    for person in (town.viktor, town.noor):
        for words in ("", "helpdesk"):
            assert town.phone(person).get("/search", q=words)["items"] == []


def test_learners_find_what_was_released_and_nothing_newer(
    town: Town, phone: Phone, cards: dict[str, Card]
) -> None:
    changed = sets.set_of(town.firm, cards["recall"])
    cards["recall"].face = face("recall", "Wie bel je bij een spookfactuur?", answer="De balie")
    sets.card(town.firm, changed, face("recall", "Wat is een spooknota?", answer="Een valse"))
    assert phone.get("/search", q="spookfactuur")["items"] == []
    assert len(phone.get("/search", q="verdachte")["items"]) == 1
    sets.release(town.firm, changed)
    assert len(phone.get("/search", q="spookfactuur")["items"]) == 1
    assert phone.get("/search", q="verdachte")["items"] == []
    assert len(phone.get("/search", q="spooknota")["items"]) == 1


def test_a_card_that_was_taken_out_is_lost_with_the_next_release(
    town: Town, phone: Phone, cards: dict[str, Card]
) -> None:
    daan = town.phone(town.daan)
    path = f"/card-sets/{cards['recall'].card_set_id}"
    assert daan.ask("DELETE", f"{path}/cards/{cards['recall'].id}").status_code == 204
    assert daan.get("/card-sets/search", q="helpdesk")["items"] == []
    assert len(phone.get("/search", q="helpdesk")["items"]) == 1
    daan.post(f"{path}/releases", {"note": ""})
    assert phone.get("/search", q="helpdesk")["items"] == []


def test_statements_do_not_grow_with_what_is_found(town: Town, phone: Phone) -> None:
    card_set = town.firm.card_set("Groot")
    sets.recalls(town.firm, card_set, 30)
    sets.release(town.firm, card_set)
    sets.campaign(town.firm, card_set, people=(town.fatima,))
    phone.get("/search", q="vraag 1")
    counts = []
    for words in ("vraag", "vraag 7 ja"):
        with counted(town.firm.db) as statements:
            phone.get("/search", q=words)
        counts.append(len(statements))
    assert max(counts) <= 12


def test_a_search_without_a_result_reaches_the_trainers_once(town: Town, phone: Phone) -> None:
    asked = {"id": str(uuid4()), "q": " Wat is Quishing ", "note": "Stond op een poster"}
    first = phone.post("/search/requests", asked)
    assert phone.post("/search/requests", asked) == first
    assert phone.post("/search/requests", {"id": str(uuid4()), "q": "wat is quishing"}) == first
    town.phone(town.marit).post("/search/requests", {"id": str(uuid4()), "q": "wat is QUISHING"})
    [waiting] = town.phone(town.daan).get("/search/requests")["items"]
    assert (waiting["question"], waiting["people"]) == ("Wat is Quishing", 2)
    assert waiting["notes"] == ["Stond op een poster"]


def test_an_answer_goes_to_everybody_who_asked(town: Town, phone: Phone) -> None:
    daan = town.phone(town.daan)
    for one in (phone, town.phone(town.marit)):
        one.post("/search/requests", {"id": str(uuid4()), "q": "quishing"})
    [waiting] = daan.get("/search/requests")["items"]
    path = f"/search/requests/{waiting['id']}/answer"
    assert daan.ask("POST", path, json={"text": "Phishing met een QR-code"}).json == {"people": 2}
    [mine] = phone.get("/me/search-requests")["items"]
    assert (mine["q"], mine["answer"]) == ("quishing", "Phishing met een QR-code")
    assert daan.get("/search/requests")["items"] == []
    refused(daan.ask("POST", path, json={"text": "Nog eens"}), 404)
    assert town.phone(town.viktor).get("/search/requests")["items"] == []


@pytest.mark.parametrize(
    "body", [{}, {"q": "x"}, {"id": "x", "q": "x"}, {"id": str(uuid4()), "q": " "},
             {"id": str(uuid4()), "q": "x" * 201}, {"id": str(uuid4()), "q": ["x"]}],
)  # fmt: skip
def test_a_question_that_cannot_be_is_refused(phone: Phone, body: dict[str, Any]) -> None:
    refused(phone.ask("POST", "/search/requests", json=body), 422)
    assert phone.get("/me/search-requests")["items"] == []


def test_what_is_found_shows_its_picture(phone: Phone, town: Town) -> None:
    card_set = town.firm.card_set()
    helmet = {"file": "a" * 64, "type": "image/webp", "place": "answer", "alt": "", "bytes": 9}
    said = face("recall", "Wat draag je op de steiger?", answer="Een helm", media=[helmet])
    sets.card(town.firm, card_set, said)
    sets.release(town.firm, card_set)
    sets.campaign(town.firm, card_set, people=(town.fatima,))
    [found] = phone.get("/search", q="steiger")["items"]
    assert found["media"] == [helmet]
