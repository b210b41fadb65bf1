from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pytest

from tests.server.console_api.uploads import campaign_of, filled_set, released_set
from tests.support.phone import places, refused
from tests.support.town import Town


def test_daan_makes_a_campaign_of_a_course(town: Town) -> None:
    daan = town.phone(town.daan)
    card_set_id = released_set(daan)
    made = daan.post("/campaigns", campaign_of(card_set_id, objectives=["Melden"], days=30))
    assert made == {
        "id": made["id"],
        "title": "Phishing, 90 dagen",
        "course_event": {"title": "Phishing herkennen", "held_on": "2026-11-18"},
        "card_sets": [{"id": card_set_id, "title": "Phishing"}],
        "objectives": ["Melden"],
        "policy": {
            "kind": "readiness",
            "desired_recall": 0.9,
            "on": None,
            "expected_recall": None,
        },
        "cards_per_day": 10,
        "starts_on": "2026-11-18",
        "days": 30,
        "ends_on": "2026-12-17",
        "enrolled": 0,
        "phase": "learn",
        "active_this_week": None,
        "new_cards_fit": True,
        "pre_test": None,
        "room": {"cards": 2, "met": 2, "study_days": 30, "cards_per_day": None, "days": None},
    }
    assert daan.get(f"/campaigns/{made['id']}") == made
    assert daan.get("/campaigns")["items"] == [made]


def test_a_campaign_may_begin_with_a_pre_test(town: Town) -> None:
    daan = town.phone(town.daan)
    course = {"title": "Phishing herkennen", "held_on": "2026-11-25"}
    given = campaign_of(
        released_set(daan), course_event=course, starts_on="2026-11-26", pre_test={}
    )
    made = daan.post("/campaigns", given)
    assert made["pre_test"] == {"cards": 2, "opens_on": "2026-11-18", "closes_on": "2026-11-24"}


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"pre_test": {}}, "pre_test"),
    ({"pre_test": {"cards": 0}}, "pre_test.cards"),
    ({"pre_test": {"cards": 31}}, "pre_test.cards"),
    ({"pre_test": {"cards": "ten"}}, "pre_test.cards"),
    ({"policy": {"desired_recall": 0.69}}, "policy.desired_recall"),
    ({"policy": {"desired_recall": 0.98}}, "policy.desired_recall"),
    ({"policy": {"kind": "ladder"}}, "policy.kind"),
    ({"policy": {"kind": "deadline"}}, "policy.on"),
    ({"policy": {"kind": "deadline", "on": None}}, "policy.on"),
    ({"policy": {"kind": "deadline", "on": "morgen"}}, "policy.on"),
    ({"policy": {"kind": "deadline", "on": "2026-11-21"}}, "policy.on"),
    ({"policy": {"kind": "deadline", "on": "2027-02-16"}}, "policy.on"),
    ({"policy": {"kind": "readiness", "on": "2026-12-01"}}, "policy.on"),
    ({"policy": {"kind": "booster", "on": "2026-12-01"}}, "policy.on"),
    ({"days": 6}, "days"),
    ({"days": 731}, "days"),
    ({"cards_per_day": 0}, "cards_per_day"),
    ({"cards_per_day": 61}, "cards_per_day"),
    ({"card_set_ids": []}, "card_set_ids"),
    ({"title": "  "}, "title"),
    ({"card_set_ids": [10**30]}, "card_set_ids.0"),
    ({"starts_on": "9999-12-31"}, "starts_on"),
    ({"course_event": {"title": "Dag"}}, "course_event.held_on"),
    ({"starts_on": "morgen"}, "starts_on"),
]


def test_what_cannot_be_is_named(town: Town) -> None:
    daan = town.phone(town.daan)
    body = campaign_of(released_set(daan))
    for more, where in WRONG:
        answer = daan.ask("POST", "/campaigns", json={**body, **more})
        assert places(refused(answer, 422)) == [where]


ASKED: dict[str, Any] = {
    "cards": 200, "starts_on": "2026-12-01", "days": 30, "cards_per_day": 5, "desired_recall": 0.9
}  # fmt: skip


def test_what_does_not_fit_is_told_with_what_would(town: Town) -> None:
    daan = town.phone(town.daan)
    told = daan.get("/campaigns/room", **ASKED)
    assert (told["cards"], told["study_days"]) == (200, 30)
    assert told["met"] < 200
    better = {**ASKED, "cards_per_day": told["cards_per_day"]}
    assert daan.get("/campaigns/room", **better)["met"] == 200
    longer = {**ASKED, "days": told["days"]}
    assert daan.get("/campaigns/room", **longer)["met"] == 200


def test_a_draft_without_a_level_has_the_room_that_its_campaign_will_have(town: Town) -> None:
    daan = town.phone(town.daan)
    asked = {**ASKED, "cards": 40, "cards_per_day": 1}
    del asked["desired_recall"]
    held = daan.get("/campaigns/room", **asked, desired_recall="0.95")
    assert daan.get("/campaigns/room", **asked)["met"] > held["met"]


@pytest.mark.parametrize(
    ("name", "value"),
    [("cards", -1), ("cards", 10**9), ("days", 6), ("cards_per_day", 61), ("starts_on", "soon"),
     ("desired_recall", "nan"), ("desired_recall", 0.5)],
)  # fmt: skip
def test_a_campaign_that_cannot_be_has_no_room(town: Town, name: str, value: object) -> None:
    asked = urlencode({**ASKED, name: value})
    problem = refused(town.phone(town.daan).ask("GET", "/campaigns/room?" + asked), 422)
    assert places(problem) == [name]


def test_a_set_that_is_not_released_is_named(town: Town) -> None:
    daan = town.phone(town.daan)
    body = campaign_of(filled_set(daan, "Veilig mailen"))
    problem = refused(daan.ask("POST", "/campaigns", json=body), 422)
    assert "Veilig mailen" in problem["errors"][0]["message"]


def test_pasted_addresses_become_learners_with_a_letter(town: Town) -> None:
    daan = town.phone(town.daan)
    made = daan.post("/campaigns", campaign_of(released_set(daan)))
    path = f"/campaigns/{made['id']}/enrolments"
    people = [
        {"email": "Sam@molenwerk.example", "name": "Sam"},
        {"email": town.fatima.email},
        {"email": "geen adres"},
    ]
    done = daan.post(path, {"people": people})
    assert (done["enrolled"], done["invited"], done["already"]) == (2, 1, 0)
    assert done["problems"] == [{"where": "regel 3", "message": "Dit is geen mailadres."}]
    assert done["invitations"] == []
    listed = daan.get(path)["items"]
    assert [(one["name"], one["status"], one["enrolled_on"]) for one in listed] == [
        ("Fatima", "active", "2026-11-18"), ("Sam", "invited", "2026-11-18")
    ]  # fmt: skip
    again = daan.post(path, {"people": people})
    assert (again["enrolled"], again["already"]) == (0, 2)
    assert daan.get(f"/campaigns/{made['id']}")["enrolled"] == 2


def test_without_mail_the_links_are_handed_to_daan(town: Town) -> None:
    town.world.mailer.configured = False
    daan = town.phone(town.daan)
    made = daan.post("/campaigns", campaign_of(released_set(daan)))
    people = {"people": [{"email": "sam@molenwerk.example"}]}
    (invitation,) = daan.post(f"/campaigns/{made['id']}/enrolments", people)["invitations"]
    token = invitation["link"].partition("token=")[2]
    accepted = town.stranger().post(
        "/invitations/accept", {"token": token, "password": "acht paarse molens"}
    )
    assert accepted["person"]["email"] == "sam@molenwerk.example"


def test_at_most_a_thousand_people_at_once(town: Town) -> None:
    daan = town.phone(town.daan)
    made = daan.post("/campaigns", campaign_of(released_set(daan)))
    people = [{"email": f"sam{number}@molenwerk.example"} for number in range(1_001)]
    answer = daan.ask("POST", f"/campaigns/{made['id']}/enrolments", json={"people": people})
    assert places(refused(answer, 422)) == ["people"]
