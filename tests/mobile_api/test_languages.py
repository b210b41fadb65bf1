"""From a file with translations to the faces that Fatima is asked."""

from __future__ import annotations

from tests.server.console_api.uploads import campaign_of, upload
from tests.support.phone import ok
from tests.support.town import Town

FILE = (
    "sleutel;vraag;antwoord;taal;variant_van\n"
    "a;Wie bel je?;De helpdesk;;\n"
    "a-en;Who do you call?;The help desk;en;a\n"
    "b;Wanneer?;Meteen;;\n"
)


def test_a_translation_in_a_file_is_asked_of_who_speaks_that_language(town: Town) -> None:
    daan, fatima = town.phone(town.daan), town.phone(town.fatima)
    made = daan.post("/card-sets", {"title": "Phishing", "language": "nl"})["id"]
    assert ok(upload(daan, made, FILE))["created"] == 3
    (card, _) = daan.get(f"/card-sets/{made}/cards")["items"]
    assert [face["language"] for face in (card["face"], *card["variants"])] == ["nl", "en"]
    daan.post(f"/card-sets/{made}/releases", {})
    campaign = daan.post("/campaigns", campaign_of(made))["id"]
    people = {"people": [{"email": town.fatima.email}]}
    daan.post(f"/campaigns/{campaign}/enrolments", people)

    def asked() -> list[str]:
        return sorted(one["prompt"] for one in fatima.get("/session")["cards"])

    assert asked() == ["Wanneer?", "Wie bel je?"]
    fatima.patch("/me", {"language": "en"})
    assert asked() == ["Wanneer?", "Who do you call?"]
    today, *_ = fatima.get("/session/ahead")["days"]
    assert sorted(one["prompt"] for one in today["cards"]) == asked()
    for one in fatima.get("/session")["cards"]:
        assert {face["language"] for face in one["faces"]} == {one["language"]}
    stored = {one["card_id"]: one["faces"] for one in fatima.get("/changes")["cards"]}
    assert [face["language"] for face in stored[card["id"]]] == ["nl", "en"]
    assert ok(upload(daan, made, FILE))["unchanged"] == 3
