from __future__ import annotations

import gzip
from typing import Any

import pytest
from structlog.testing import capture_logs

from server.people import settings as people_settings
from server.store.people import Person
from server.texts import text
from tests.support.phone import Phone, ok, places, refused
from tests.support.town import Town

JSON = {"content_type": "application/json"}
MIB = 1024 * 1024


@pytest.fixture
def phone(town: Town) -> Phone:
    return town.phone(town.fatima)


def shape(problem: dict[str, Any], code: str, language: str = "nl") -> None:
    """The document says the same in all its members, in that language."""
    assert problem["type"] == f"urn:beklijf:problem:{code}"
    assert problem["title"] == text(f"problem-{code}-title", language)
    assert problem["detail"] == text(f"problem-{code}-detail", language)
    assert isinstance(problem["errors"], list)


def test_what_is_not_there(town: Town, phone: Phone) -> None:
    for path in ("/nothing", "/session/nothing", "/card-sets/x", f"/card-sets/{2**70}"):
        shape(refused(phone.ask("GET", path), 404), "not-found")
    outside = town.visit("/nowhere/at/all")
    shape(refused(outside, 404), "not-found")


def test_a_method_that_is_not_there(phone: Phone) -> None:
    response = phone.ask("DELETE", "/session")
    shape(refused(response, 405), "bad-method")
    assert "GET" in response.headers["Allow"]


def test_json_that_is_none(phone: Phone) -> None:
    for body in (b"{", b"", b"\xff\xfe{", '{"reviews":[]}'.encode("utf-16"), b"[" * 100_000,
                 b'{"reviews": [NaN, }', b"1" * 5000):  # fmt: skip
        response = phone.ask("POST", "/reviews", data=body, **JSON)
        assert response.status_code in {400, 422}, body[:20]
        refused(response, response.status_code)


def test_a_body_that_is_no_json(phone: Phone) -> None:
    for content_type in ("text/plain", "application/x-www-form-urlencoded", "application/xml", ""):
        response = phone.ask("POST", "/reviews", data=b'{"reviews":[]}', content_type=content_type)
        shape(refused(response, 415), "bad-media-type")


def test_a_body_that_is_too_large(phone: Phone) -> None:
    body = b'{"reviews":[' + b" " * (21 * MIB) + b"]}"
    shape(refused(phone.ask("POST", "/reviews", data=body, **JSON), 413), "too-large")


def test_json_larger_than_any_upload_of_answers(phone: Phone) -> None:
    body = b'{"reviews":[' + b" " * (3 * MIB) + b"]}"
    shape(refused(phone.ask("POST", "/reviews", data=body, **JSON), 413), "too-large")


def test_a_gzipped_body_is_read_when_it_is_whole_and_not_a_bomb(town: Town) -> None:
    phone = town.phone(town.fatima, **{"Content-Encoding": "gzip"})
    packed = gzip.compress(b'{"reviews":[]}')
    assert ok(phone.ask("POST", "/reviews", data=packed, **JSON)) == {"results": []}
    for body, status, code in (
        (packed[:-4], 400, "bad-request"),
        (b'{"reviews":[]}', 400, "bad-request"),
        (gzip.compress(b" " * (3 * MIB)), 413, "too-large"),
        (gzip.compress(b" " * (30 * MIB)), 413, "too-large"),
    ):
        shape(refused(phone.ask("POST", "/reviews", data=body, **JSON), status), code)
    other = town.phone(town.fatima, **{"Content-Encoding": "br"})
    shape(refused(other.ask("POST", "/reviews", data=packed, **JSON), 415), "bad-media-type")


def test_what_is_not_right_names_its_places(phone: Phone) -> None:
    body = {"name": "", "learning_window": {"from": "9", "until": "17:00"}, "nickname": "F"}
    problem = refused(phone.ask("PATCH", "/me", json=body), 422)
    shape(problem, "not-valid")
    assert sorted(places(problem)) == ["learning_window.from", "name", "nickname"]


def test_a_fault_of_ours_tells_nothing_of_itself(
    phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(person: Person, _changes: object) -> None:
        person.name = "Half"
        raise RuntimeError("the secret of Fatima")

    monkeypatch.setattr(people_settings, "change", stumble)
    with capture_logs() as logged:
        response = phone.ask("PATCH", "/me", json={"name": "Nieuw"})
    shape(refused(response, 500), "failed")
    assert "secret" not in response.get_data(as_text=True)
    assert phone.get("/me")["name"] == "Fatima"
    assert "the secret of Fatima" in str(logged)  # the log is for operators


@pytest.mark.parametrize(
    ("header", "language"),
    [("en", "en"), ("en-GB,en;q=0.9", "en"), ("nl-BE", "nl"), ("fr,en;q=0.5", "en"), ("fr", "nl"),
     ("", "nl"), ("*", "nl"), ("en;q=0.1,nl;q=0.9", "nl"), ("\x80;;q=,", "nl")],
)  # fmt: skip
def test_before_signing_in_the_browser_says_which_language(
    town: Town, header: str, language: str
) -> None:
    stranger = town.stranger(**{"Accept-Language": header})
    shape(refused(stranger.ask("GET", "/me"), 401), "sign-in-needed", language)


def test_a_person_is_answered_in_the_own_language_whatever_the_browser_says(town: Town) -> None:
    viktor = town.phone(town.viktor, **{"Accept-Language": "nl"})
    shape(refused(viktor.ask("POST", "/cards/1/flags", json={"reason": "x"}), 422),
          "not-valid", "en")  # fmt: skip


def test_an_address_without_its_slash_leads_to_the_one_with_it(town: Town) -> None:
    for path in ("/app", "/console"):
        response = town.visit(path)
        assert response.status_code == 308
        assert response.headers["Location"].endswith(f"{path}/")
