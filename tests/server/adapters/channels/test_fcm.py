"""Google's own client against the errors that Google documents."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from server.adapters.channels.fcm.sender import FcmSender
from server.config import BadSettings
from server.ports import Action, Gone, Notice, Push, Refused, TryAgain, Unsure
from tests.fakes.clock import SetClock
from tests.standins import fcm
from tests.standins.fcm import Fcm
from tests.standins.http import Answer
from tests.support.outcomes import in_order

pytestmark = pytest.mark.servers

HOUR = 3600


def send(sender: FcmSender, address: dict[str, object], notice: Notice) -> None:
    """Sends one, and raises what became of it."""
    [outcome] = in_order(sender.send_many([Push(address, notice, HOUR)]))
    if outcome is not None:
        raise outcome


@pytest.fixture
def sender(google: Fcm, tmp_path: Path, clock: SetClock) -> FcmSender:
    return FcmSender(google.credentials(tmp_path), clock, google.url)


def test_a_notice_arrives_with_what_the_phone_needs(
    google: Fcm, sender: FcmSender, notice: Notice
) -> None:
    send(sender, {"token": "fatimas-phone"}, notice)
    [message] = google.messages
    assert message["notification"] == {"title": notice.title, "body": notice.body}
    assert message["data"]["url"] == "/app/#/start"
    assert message["android"]["ttl"] == "3600s"
    assert message["android"]["notification"]["tag"] == notice.tag


def test_the_same_notice_twice_collapses_into_one(
    google: Fcm, sender: FcmSender, notice: Notice
) -> None:
    for _ in range(2):
        send(sender, {"token": "fatimas-phone"}, notice)
    first, second = google.messages
    assert first["android"]["collapse_key"] == second["android"]["collapse_key"]
    assert first["apns"]["headers"] == second["apns"]["headers"]


@pytest.mark.parametrize(
    ("name", "raises"),
    [
        ("UNREGISTERED", Gone),
        ("SENDER_ID_MISMATCH", Gone),
        ("NO_TOKEN", Gone),
        ("INVALID_ARGUMENT", Refused),
        ("THIRD_PARTY_AUTH_ERROR", Refused),
        ("QUOTA_EXCEEDED", TryAgain),
        ("UNAVAILABLE", TryAgain),
        ("INTERNAL", TryAgain),
    ],
)
def test_permanent_and_passing_errors_are_told_apart(
    google: Fcm, sender: FcmSender, notice: Notice, name: str, raises: type[Exception]
) -> None:
    google.answers["phone"] = fcm.error(name)
    with pytest.raises(raises):
        send(sender, {"token": "phone"}, notice)


@pytest.mark.parametrize("name", ["QUOTA_EXCEEDED", "UNAVAILABLE"])
def test_it_asks_once_and_passes_on_how_long_to_wait(
    google: Fcm, sender: FcmSender, notice: Notice, name: str
) -> None:
    """The client alone would sleep out Retry-After and ask five times."""
    google.answers["phone"] = fcm.error(name, retry_after="45")
    with pytest.raises(TryAgain) as raised:
        send(sender, {"token": "phone"}, notice)
    assert raised.value.after == 45
    assert google.asked["phone"] == 1


def test_a_lost_answer_is_tried_again(google: Fcm, sender: FcmSender, notice: Notice) -> None:
    google.answers["phone"] = Answer(drop=True)
    with pytest.raises(Unsure):
        send(sender, {"token": "phone"}, notice)


def test_without_google_it_is_tried_again(
    google: Fcm, tmp_path: Path, clock: SetClock, notice: Notice
) -> None:
    credentials = Path(google.credentials(tmp_path))
    credentials.write_text(credentials.read_text().replace(google.url, "http://127.0.0.1:9"))
    with pytest.raises(TryAgain) as raised:
        send(FcmSender(str(credentials), clock, google.url), {"token": "phone"}, notice)
    assert not isinstance(raised.value, Unsure)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Google's client waits for seconds before it asks for a token again."""
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("answer", [(503, "internal_failure"), (400, "invalid_grant")])
def test_messages_wait_while_google_does_not_let_us_in(
    google: Fcm, sender: FcmSender, notice: Notice, answer: tuple[int, str]
) -> None:
    google.no_tokens = answer
    with pytest.raises(TryAgain, match=answer[1]) as raised:
        send(sender, {"token": "phone"}, notice)
    assert not isinstance(raised.value, Unsure)


def test_a_key_that_is_taken_away_stops_no_other_channel(
    google: Fcm, tmp_path: Path, clock: SetClock, notice: Notice
) -> None:
    credentials = google.credentials(tmp_path)
    sender = FcmSender(credentials, clock, google.url)
    Path(credentials).unlink()
    with pytest.raises(TryAgain):
        send(sender, {"token": "phone"}, notice)


@pytest.mark.parametrize("written", [None, b"", b"[]", b"{}", b"\xff"])
def test_a_setting_that_is_no_key_is_refused_at_the_start(
    tmp_path: Path, clock: SetClock, written: bytes | None
) -> None:
    file = tmp_path / "key.json"
    if written is not None:
        file.write_bytes(written)
    with pytest.raises(BadSettings, match="BEKLIJF_FCM_CREDENTIALS"):
        FcmSender(str(file), clock)


def test_an_address_without_a_token_is_refused(sender: FcmSender, notice: Notice) -> None:
    with pytest.raises(Refused):
        send(sender, {}, notice)


def test_of_many_each_has_an_outcome_of_its_own(
    google: Fcm, sender: FcmSender, notice: Notice
) -> None:
    google.answers["gone"] = fcm.error("UNREGISTERED")
    google.answers["busy"] = fcm.error("QUOTA_EXCEEDED", retry_after="45")
    addresses: list[dict[str, object]] = [
        {"token": "fatima"}, {"token": "gone"}, {}, {"token": "busy"}, {"token": "daan"}
    ]  # fmt: skip
    outcomes = in_order(sender.send_many([Push(address, notice, HOUR) for address in addresses]))
    assert [type(one) for one in outcomes] == [type(None), Gone, Refused, TryAgain, type(None)]
    assert {message["token"] for message in google.messages} == {"fatima", "daan"}


def test_a_batch_fetches_one_token_from_google(
    google: Fcm, sender: FcmSender, notice: Notice
) -> None:
    in_order(
        sender.send_many([Push({"token": f"phone-{number}"}, notice, HOUR) for number in range(20)])
    )
    assert (len(google.messages), google.signed_in) == (20, 1)


def test_what_a_phone_may_answer_goes_along_as_text(
    google: Fcm, sender: FcmSender, notice: Notice
) -> None:
    later = replace(notice, ack="signed", actions=(Action("later", "Later vandaag"),))
    send(sender, {"token": "phone"}, later)
    [message] = google.messages
    assert message["data"]["ack"] == "signed"
    assert message["data"]["actions"] == '[{"action":"later","title":"Later vandaag"}]'
