from __future__ import annotations

from server.store.database import db
from server.web.paging import seal
from tests.server.console_api.uploads import filled_set, released_set, upload
from tests.server.firm import counted
from tests.support.phone import ok, places, refused
from tests.support.town import Town


def test_daan_makes_a_set_and_names_it_anew(town: Town) -> None:
    daan = town.phone(town.daan)
    made = daan.post("/card-sets", {"title": "Phising", "language": "nl"})
    assert made["owner"] == {"id": town.daan.id, "name": "Daan"}
    assert (made["cards"], made["live_release"], made["changed_since_release"]) == (0, None, False)
    assert daan.patch(f"/card-sets/{made['id']}", {"title": "Phishing"})["title"] == "Phishing"
    assert daan.get(f"/card-sets/{made['id']}")["title"] == "Phishing"


def test_a_release_shows_in_the_set(town: Town) -> None:
    daan = town.phone(town.daan)
    card_set_id = filled_set(daan)
    assert daan.get(f"/card-sets/{card_set_id}")["changed_since_release"] is True
    made = daan.post(f"/card-sets/{card_set_id}/releases", {"note": "Eerste"})
    assert (made["number"], made["cards"], made["added"]) == (1, 2, 2)
    told = daan.get(f"/card-sets/{card_set_id}")
    assert told["live_release"] == {
        "number": 1, "released_at": "2026-11-18T09:00:00Z", "cards": 2
    }  # fmt: skip
    assert told["changed_since_release"] is False
    (listed,) = daan.get(f"/card-sets/{card_set_id}/releases")["items"]
    assert (listed["note"], listed["number"]) == ("Eerste", 1)


def test_a_release_without_news_is_refused_in_daans_language(town: Town) -> None:
    daan = town.phone(town.daan)
    card_set_id = released_set(daan)
    answer = daan.ask("POST", f"/card-sets/{card_set_id}/releases", json={})
    problem = refused(answer, 422)
    assert problem["errors"] == [
        {"where": "card_set", "message": "Er is niets veranderd sinds de laatste versie."}
    ]


def test_cards_tell_what_learners_do_not_have_yet(town: Town) -> None:
    daan = town.phone(town.daan)
    card_set_id = released_set(daan)
    town.world.clock.tick(minutes=1)
    more = "sleutel;vraag;antwoord\nb;Wanneer?;Direct\nc;Waarom?;Daarom\n"
    ok(upload(daan, card_set_id, more))
    cards = daan.get(f"/card-sets/{card_set_id}/cards")["items"]
    assert [(card["key"], card["changed"]) for card in cards] == [
        ("a", None), ("b", "changed"), ("c", "new")
    ]  # fmt: skip
    assert cards[0]["face"]["answer"] == "De helpdesk"
    assert cards[0]["face"]["variant_id"] is None
    assert [face["prompt"] for face in cards[0]["variants"]] == ["Wie helpt je?"]


def test_a_card_is_taken_out_and_put_back(town: Town) -> None:
    daan = town.phone(town.daan)
    card_set_id = released_set(daan)
    cards = f"/card-sets/{card_set_id}/cards"
    first = daan.get(cards)["items"][0]
    town.world.clock.tick(minutes=1)
    assert daan.ask("DELETE", f"{cards}/{first['id']}").status_code == 204
    assert [card["key"] for card in daan.get(cards)["items"]] == ["b"]
    assert daan.get(f"/card-sets/{card_set_id}")["changed_since_release"] is True
    assert daan.post(f"{cards}/{first['id']}/restore", None) == first
    assert daan.get(f"/card-sets/{card_set_id}")["changed_since_release"] is False


def test_pages_hold_fifty_and_go_on_where_they_ended(town: Town) -> None:
    daan = town.phone(town.daan)
    card_set_id = filled_set(daan)
    rows = "".join(f"Vraag {number}?;Antwoord {number}\n" for number in range(60))
    ok(upload(daan, card_set_id, "vraag;antwoord\n" + rows))
    cards = f"/card-sets/{card_set_id}/cards"
    first = daan.get(cards)
    second = daan.get(cards, cursor=first["next"])
    assert (len(first["items"]), len(second["items"]), second["next"]) == (50, 12, None)
    ids = {card["id"] for card in first["items"] + second["items"]}
    assert len(ids) == 62


def test_sets_are_listed_by_title_and_found_by_words(town: Town) -> None:
    daan = town.phone(town.daan)
    for title in ("émile", "Privacy", "100% veilig", "phishing"):
        daan.post("/card-sets", {"title": title, "language": "nl"})
    titles = [one["title"] for one in daan.get("/card-sets")["items"]]
    assert set(titles) == {"émile", "Privacy", "100% veilig", "phishing"}
    assert titles.index("phishing") < titles.index("Privacy")
    assert [one["title"] for one in daan.get("/card-sets", q="PRIV")["items"]] == ["Privacy"]
    assert [one["title"] for one in daan.get("/card-sets", q="0%")["items"]] == ["100% veilig"]


def test_a_list_of_sets_takes_as_many_statements_whatever_it_holds(town: Town) -> None:
    daan = town.phone(town.daan)
    filled_set(daan)
    taken = []
    with town.app.app_context():
        for _ in range(2):
            with counted(db.session()) as statements:
                daan.get("/card-sets")
            taken.append(len(statements))
            for number in range(5):
                daan.post("/card-sets", {"title": f"Set {number}", "language": "nl"})
    # Of these one begins the transaction, where the database is SQLite, and one signs in.
    assert taken[0] == taken[1] <= 5


def test_an_export_comes_back_in_as_the_same_set(town: Town) -> None:
    daan = town.phone(town.daan)
    card_set_id = filled_set(daan, 'Phishing: "mail" & sms/app\\..')
    answer = daan.ask("GET", f"/card-sets/{card_set_id}/export", query_string={"format": "csv"})
    assert (
        answer.headers["Content-Disposition"] == 'attachment; filename="Phishing mail  smsapp.csv"'
    )
    assert answer.content_type == "text/csv; charset=utf-8"
    report = ok(upload(daan, card_set_id, answer.get_data(as_text=True)))
    assert (report["created"], report["updated"], report["unchanged"]) == (0, 0, 3)


def test_a_cursor_that_is_none_of_ours_is_refused(town: Town) -> None:
    daan = town.phone(town.daan)
    one = f"/card-sets/{filled_set(daan)}"
    for value in ("geen", [], {"a": 1}, 10**30, -1, ["naam", 10**30]):
        for path in ("/card-sets", f"{one}/cards", f"{one}/releases"):
            answer = daan.ask("GET", path, query_string={"cursor": seal(value)})
            assert places(refused(answer, 422)) == ["cursor"]


def test_learners_and_managers_stay_out(town: Town) -> None:
    for person in (town.fatima, town.marit):
        refused(town.phone(person).ask("GET", "/card-sets"), 403)
