from __future__ import annotations

from werkzeug.test import TestResponse

from server.reminding import unsubscribe
from server.texts import text
from tests.support.town import Town


def click(town: Town, token: str) -> TestResponse:
    """What a mail program does by itself on one click."""
    town.settle()
    form = {"List-Unsubscribe": "One-Click"}
    return town.app.test_client().post(f"/unsubscribe/{token}", data=form)


def channels(town: Town) -> list[str]:
    found: list[str] = town.phone(town.fatima).get("/me")["channels"]
    return found


def test_one_click_ends_mails_and_nothing_else(town: Town) -> None:
    token = unsubscribe.make("secret", town.fatima)
    for _ in range(2):
        page = click(town, token)
        assert page.status_code == 200
        assert text("unsubscribe-done", "nl") in page.get_data(as_text=True)
    assert channels(town) == ["fcm", "web_push"]


def test_opening_the_link_asks_first(town: Town) -> None:
    token = unsubscribe.make("secret", town.fatima)
    page = town.visit(f"/unsubscribe/{token}").get_data(as_text=True)
    assert f'<form method="post" action="/unsubscribe/{token}">' in page
    assert "mail" in channels(town)


def test_a_link_of_our_own_making_does_nothing(town: Town) -> None:
    forged = unsubscribe.make("another key", town.fatima)
    for token in (forged, "x", "1.x", "x" * 3000, "%00", "é"):
        page = click(town, token)
        assert page.status_code == 404
        assert text("unsubscribe-unknown", "nl") in page.get_data(as_text=True)
    assert "mail" in channels(town)


def test_a_page_shows_nothing_that_came_in_as_markup(town: Town) -> None:
    page = town.visit('/unsubscribe/"><script>alert(1)</script>').get_data(as_text=True)
    assert "<script" not in page
