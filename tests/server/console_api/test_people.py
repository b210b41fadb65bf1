from __future__ import annotations

import pytest

from server.store.letters import OutgoingLetter
from tests.support.phone import places, refused
from tests.support.town import PASSWORD, Town


def test_noor_lists_people_by_name(town: Town) -> None:
    people = town.phone(town.noor).get("/people")["items"]
    assert [(one["name"], one["role"], one["status"]) for one in people] == [
        ("Daan", "trainer", "invited"),
        ("Fatima", "learner", "active"),
        ("Marit", "manager", "active"),
        ("Noor", "admin", "active"),
    ]
    assert people[2]["team"]["name"] == "Balie"


def test_people_are_found_by_name_address_and_role(town: Town) -> None:
    noor = town.phone(town.noor)
    assert [one["name"] for one in noor.get("/people", q="FAT")["items"]] == ["Fatima"]
    assert [one["name"] for one in noor.get("/people", q="marit@")["items"]] == ["Marit"]
    assert [one["name"] for one in noor.get("/people", role="admin")["items"]] == ["Noor"]


def test_daan_sees_names_and_teams_only(town: Town) -> None:
    people = town.phone(town.daan).get("/people")["items"]
    assert {one["name"] for one in people} == {"Daan", "Fatima", "Marit", "Noor"}
    assert {(one["email"], one["role"], one["status"]) for one in people} == {(None, None, None)}


def test_daan_cannot_guess_an_address_by_searching_for_it(town: Town) -> None:
    daan = town.phone(town.daan)
    assert daan.get("/people", q="marit@")["items"] == []
    assert [one["name"] for one in daan.get("/people", q="marit")["items"]] == ["Marit"]


def test_noor_adds_a_trainer_who_is_invited(town: Town) -> None:
    noor = town.phone(town.noor)
    made = noor.post("/people", {"email": "Sam@x.example", "name": "Sam", "role": "trainer"})
    assert (made["email"], made["role"], made["status"]) == ("sam@x.example", "trainer", "invited")
    assert made["invitation_link"] is None
    answer = noor.ask("POST", "/people", json={**_sam, "email": "SAM@x.example"})
    assert places(refused(answer, 422)) == ["email"]


_sam = {"email": "sam@x.example", "name": "Sam", "role": "learner"}


def test_without_mail_noor_gets_the_link(town: Town) -> None:
    town.world.mailer.configured = False
    assert "token=" in town.phone(town.noor).post("/people", _sam)["invitation_link"]


def test_role_and_team_are_changed(town: Town) -> None:
    noor = town.phone(town.noor)
    team = noor.post("/teams", {"name": "Planning"})
    changed = noor.patch(f"/people/{town.fatima.id}", {"role": "manager", "team_id": team["id"]})
    assert (changed["role"], changed["team"]) == ("manager", team)
    assert noor.patch(f"/people/{town.fatima.id}", {"team_id": None})["team"] is None
    assert [one["name"] for one in noor.get("/teams")["items"]] == ["Balie", "Planning"]


def test_a_team_has_a_name_of_its_own(town: Town) -> None:
    answer = town.phone(town.noor).ask("POST", "/teams", json={"name": "balie"})
    assert places(refused(answer, 422)) == ["name"]


def test_a_closed_account_is_signed_out_everywhere(town: Town) -> None:
    fatima, noor = town.phone(town.fatima), town.phone(town.noor)
    assert noor.patch(f"/people/{town.fatima.id}", {"active": False})["status"] == "inactive"
    refused(fatima.ask("GET", "/me"), 401)
    signing_in = {"email": town.fatima.email, "password": PASSWORD}
    refused(town.stranger().ask("POST", "/sign-in", json=signing_in), 401)


def test_the_last_administrator_stays(town: Town) -> None:
    noor = town.phone(town.noor)
    for body, where in (({"role": "learner"}, "role"), ({"active": False}, "active")):
        answer = noor.ask("PATCH", f"/people/{town.noor.id}", json=body)
        assert places(refused(answer, 422)) == [where]
    noor.patch(f"/people/{town.daan.id}", {"role": "admin"})
    assert noor.patch(f"/people/{town.noor.id}", {"role": "learner"})["role"] == "learner"


def test_only_noor_keeps_people(town: Town) -> None:
    for person in (town.daan, town.marit, town.fatima):
        phone = town.phone(person)
        refused(phone.ask("POST", "/people", json=_sam), 403)
        refused(phone.ask("PATCH", f"/people/{town.fatima.id}", json={"role": "admin"}), 403)
        refused(phone.ask("POST", "/teams", json={"name": "Planning"}), 403)
        refused(phone.ask("PATCH", "/organisation", json={"name": "Anders"}), 403)


def test_noor_changes_the_organisation(town: Town) -> None:
    noor = town.phone(town.noor)
    changed = noor.patch("/organisation", {"min_group_size": 8, "time_zone": "Europe/Brussels"})
    assert (changed["min_group_size"], changed["time_zone"]) == (8, "Europe/Brussels")
    assert noor.get("/organisation") == changed
    assert changed["slug"] == "molenwerk"


def test_noor_says_which_days_the_organisation_works(town: Town) -> None:
    noor = town.phone(town.noor)
    week = [*["full"] * 4, "half", "none", "none"]
    changed = noor.patch("/organisation", {"day_loads": week, "country": "BE"})
    assert (changed["day_loads"], changed["country"]) == (week, "BE")
    mine = town.phone(town.fatima).get("/me")
    assert (mine["day_loads"], mine["organisation"]["day_loads"]) == (None, week)
    assert town.phone(town.viktor).get("/me")["organisation"]["country"] == ""


@pytest.mark.parametrize(
    ("field", "value"),
    [("day_loads", ["full"] * 6), ("day_loads", None), ("day_loads", ["off"] * 7),
     ("country", None), ("country", "Belgium"), ("country", 7)],
)  # fmt: skip
def test_a_week_or_country_that_is_none_is_refused(town: Town, field: str, value: object) -> None:
    noor = town.phone(town.noor)
    before = noor.get("/organisation")
    problem = refused(noor.ask("PATCH", "/organisation", json={field: value}), 422)
    assert {place.split(".")[0] for place in places(problem)} == {field}
    assert noor.get("/organisation") == before


def test_noor_says_how_many_reminders_a_week_there_may_be(town: Town) -> None:
    noor = town.phone(town.noor)
    assert noor.get("/organisation")["reminders_a_week"] == 5
    for many in (7, 1):
        assert noor.patch("/organisation", {"reminders_a_week": many})["reminders_a_week"] == many
    assert town.phone(town.daan).get("/organisation")["reminders_a_week"] == 1
    refused(town.phone(town.daan).ask("PATCH", "/organisation", json={"reminders_a_week": 7}), 403)
    assert town.elsewhere.organisation.reminders_a_week == 5


@pytest.mark.parametrize("many", [0, 8, None, "5", 2.5, -1, 10**30])
def test_a_week_has_one_to_seven_reminders(town: Town, many: object) -> None:
    noor = town.phone(town.noor)
    answer = noor.ask("PATCH", "/organisation", json={"reminders_a_week": many})
    assert places(refused(answer, 422)) == ["reminders_a_week"]
    assert noor.get("/organisation")["reminders_a_week"] == 5


def test_groups_are_never_smaller_than_two(town: Town) -> None:
    answer = town.phone(town.noor).ask("PATCH", "/organisation", json={"min_group_size": 1})
    assert places(refused(answer, 422)) == ["min_group_size"]


def test_an_address_that_mail_came_back_from_is_shown_and_corrected(town: Town) -> None:
    town.fatima.mail_bounced_at = town.world.clock.now()
    noor, path = town.phone(town.noor), f"/people/{town.fatima.id}"
    [shown] = noor.get("/people", q="fatima")["items"]
    assert shown["mail_bounced"]
    assert town.phone(town.daan).get("/people", q="fatima")["items"][0]["mail_bounced"] is None
    changed = noor.patch(path, {"email": "Fatima.New@molenwerk.example"})
    assert (changed["email"], changed["mail_bounced"]) == ("fatima.new@molenwerk.example", False)


def test_an_address_that_was_right_after_all_is_confirmed(town: Town) -> None:
    town.fatima.mail_bounced_at = town.world.clock.now()
    noor, path = town.phone(town.noor), f"/people/{town.fatima.id}"
    assert noor.patch(path, {"mail_bounced": False})["mail_bounced"] is False
    assert places(refused(noor.ask("PATCH", path, json={"mail_bounced": True}), 422)) == [
        "mail_bounced"
    ]


@pytest.mark.parametrize("email", ["marit@molenwerk.example", "MARIT@molenwerk.example", "x", ""])
def test_no_two_accounts_get_one_address(town: Town, email: str) -> None:
    answer = town.phone(town.noor).ask("PATCH", f"/people/{town.fatima.id}", json={"email": email})
    assert places(refused(answer, 422)) == ["email"]


def test_who_never_got_the_invitation_is_invited_at_the_new_address(town: Town) -> None:
    noor = town.phone(town.noor)
    sam = noor.post("/people", _sam)
    before = town.firm.db.query(OutgoingLetter).count()
    noor.patch(f"/people/{sam['id']}", {"email": "sam.right@x.example"})
    noor.patch(f"/people/{town.marit.id}", {"email": "marit.right@x.example"})
    assert town.firm.db.query(OutgoingLetter).count() == before + 1
