from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from server.texts import text
from tests.support import sets
from tests.support.phone import Phone, places, refused
from tests.support.town import Town

TAKEN: dict[str, list[Any]] = {
    "name": ["F", "Fatima el Amrani", "x" * 120, "Ｆ 👩🏽‍🚒"],
    "language": ["en", "nl"],
    "time_zone": ["Pacific/Auckland", "America/Argentina/Ushuaia", "UTC"],
    "learning_window": [{"from": "00:00", "until": "23:59"}, {"from": "09:00", "until": "09:01"}],
    "quiet_hours": [{"from": "22:00", "until": "07:00"}, {"from": "00:00", "until": "00:00"}],
    "day_loads": [["full", "half", "none", "full", "full", "half", "none"], ["none"] * 7, None],
    "country": ["NL", "BE", "", None],
    "channels": [[], ["mail"], ["web_push", "fcm", "mail"]],
    "cards_per_day": [1, 60],
    "upkeep": [False, True],
    "reminder_minute": ["08:40", "00:00", None],
    "question_in_push": [True, False],
}

REFUSED: dict[str, list[Any]] = {
    "name": ["", "   ", None, 7, "x" * 121, "a\x00b", "\ud800"],
    "language": ["fr", "NL", "", None, 1],
    "time_zone": [
        "Europe/Atlantis", "+01:00", "", None, "../../etc/passwd", "europe/amsterdam", "localtime",
    ],
    "learning_window": [
        {"from": "17:00", "until": "09:00"}, {"from": "09:00", "until": "09:00"}, None, [],
        {"from": "09:00"}, {"from": "9:00", "until": "17:00"}, {"from": "24:00", "until": "25:00"},
        {"from": "09:00:00", "until": "17:00"}, {"from": 9, "until": 17},
        {"from": "09:00", "until": "17:00", "zone": "UTC"}, {"from": "٠٩:٠٠", "until": "17:00"},
    ],
    "quiet_hours": [None, "20:00-08:00", {"from": "20:00", "until": "8"}],
    "day_loads": [[], ["full"] * 6, ["full"] * 8, [1] * 7, ["twice"] * 7, [None] * 7, 5, "full"],
    "country": ["nl", "XX", "Nederland", 31, [], "NLD"],
    "channels": [["sms"], "mail", None, [None], ["mail"] * 6],
    "upkeep": [None, "no", []],
    "reminder_minute": ["8:40", "24:00", 520, ""],
    "question_in_push": [None, "yes", []],
    "snoozed_until": ["2026-12-01", "soon"],
    "mail_bounced": [True, None, "no"],
    "cards_per_day": [0, 61, -1, None, "many", 2**70],
    "minutes_per_day": [0, 61, "three", 2**70],
    "pauses": [[]],
    "email": ["other@molenwerk.example"],
    "role": ["admin"],
    "organisation": [{"slug": "elders"}],
    "id": [1],
}  # fmt: skip


@pytest.fixture
def phone(town: Town) -> Phone:
    return town.phone(town.fatima)


def test_a_person_sees_who_it_is(town: Town) -> None:
    assert town.phone(town.marit).get("/me") == {
        "id": town.marit.id, "name": "Marit", "email": "marit@molenwerk.example",
        "role": "manager", "language": "nl", "time_zone": "Europe/Amsterdam",
        "learning_window": {"from": "09:00", "until": "17:00"},
        "quiet_hours": {"from": "20:00", "until": "08:00"},
        "day_loads": None, "country": None, "channels": ["fcm", "web_push", "mail"],
        "cards_per_day": 10, "minutes_per_day": None, "pause": None, "pauses": [], "upkeep": True,
        "reminder_minute": None, "question_in_push": False, "snoozed_until": None,
        "mail_bounced": False,
        "team": {"id": town.marit.team_id, "name": "Balie"},
        "organisation": {"name": "Molenwerk", "slug": "molenwerk", "min_group_size": 5,
                         "is_demo": False, "day_loads": ["full"] * 7, "country": ""},
    }  # fmt: skip


@pytest.mark.parametrize("field", TAKEN)
def test_what_may_be_set_is_kept(phone: Phone, field: str) -> None:
    before = phone.get("/me")
    for value in TAKEN[field]:
        expected = {**before, field: value}
        assert phone.patch("/me", {field: value}) == expected
        assert phone.get("/me") == expected


def test_what_may_not_be_set_is_refused_and_changes_nothing(phone: Phone) -> None:
    before = phone.get("/me")
    for field, values in REFUSED.items():
        for value in values:
            body = {"cards_per_day": 7, "name": "Anders", field: value}
            problem = refused(phone.ask("PATCH", "/me", json=body), 422)
            assert {place.split(".")[0] for place in places(problem)} == {field}, value
    assert phone.get("/me") == before


def test_every_message_is_there_in_both_languages(phone: Phone) -> None:
    def messages() -> list[str]:
        return [
            error["message"]
            for field, values in REFUSED.items()
            for value in values
            for error in refused(phone.ask("PATCH", "/me", json={field: value}), 422)["errors"]
        ]

    dutch = messages()
    phone.patch("/me", {"language": "en"})
    english = messages()
    assert len(dutch) == len(english)
    same = {one for one, other in zip(dutch, english, strict=True) if one == other}
    assert same == set()
    assert text("field-not-time-zone", "nl") in dutch


def test_channels_are_kept_once_each(phone: Phone) -> None:
    assert phone.patch("/me", {"channels": ["mail", "mail"]})["channels"] == ["mail"]


def test_changing_nothing_is_fine(phone: Phone) -> None:
    assert phone.patch("/me", {}) == phone.get("/me")


def test_her_cards_a_day_are_those_of_the_campaign_until_she_says_otherwise(town: Town) -> None:
    card_set = town.firm.card_set()
    sets.campaign(town.firm, card_set, people=(town.fatima,), cards_per_day=14)
    phone = town.phone(town.fatima)
    assert phone.get("/me")["cards_per_day"] == 14
    assert phone.patch("/me", {"cards_per_day": 3})["cards_per_day"] == 3


def test_a_day_is_counted_in_cards_or_in_minutes(phone: Phone) -> None:
    """Eighteen seconds a card, as long as nobody knows how fast she is."""
    me = phone.patch("/me", {"minutes_per_day": 3})
    assert (me["minutes_per_day"], me["cards_per_day"]) == (3, 10)
    assert phone.patch("/me", {"minutes_per_day": 6})["cards_per_day"] == 20
    me = phone.patch("/me", {"cards_per_day": 4})
    assert (me["minutes_per_day"], me["cards_per_day"]) == (None, 4)
    me = phone.patch("/me", {"minutes_per_day": 2})
    assert phone.patch("/me", {"minutes_per_day": None}) == {
        **me, "minutes_per_day": None, "cards_per_day": 10
    }  # fmt: skip


def test_silence_for_a_week_and_mail_that_came_back_can_be_ended_by_her(town: Town) -> None:
    town.fatima.snoozed_until = date(2026, 11, 23)
    town.fatima.mail_bounced_at = datetime(2026, 11, 18, 9, tzinfo=UTC)
    phone = town.phone(town.fatima)
    before = phone.get("/me")
    assert (before["snoozed_until"], before["mail_bounced"]) == ("2026-11-23", True)
    after = phone.patch("/me", {"snoozed_until": None, "mail_bounced": False})
    assert (after["snoozed_until"], after["mail_bounced"]) == (None, False)
