"""Google's own client against the errors that Google documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.adapters.fcm import FcmSender
from server.ports import Gone, Notice, Refused, TryAgain
from tests.fakes.clock import SetClock
from tests.standins import fcm
from tests.standins.fcm import Fcm
from tests.standins.http import Answer

pytestmark = pytest.mark.servers

HOUR = 3600


@pytest.fixture
def sender(google: Fcm, tmp_path: Path, clock: SetClock) -> FcmSender:
    return FcmSender(google.credentials(tmp_path), clock, google.url)


def test_a_notice_arrives_with_what_the_phone_needs(
    google: Fcm, sender: FcmSender, notice: Notice
) -> None:
    sender.send({"token": "fatimas-phone"}, notice, HOUR)
    [message] = google.messages
    assert message["notification"] == {"title": notice.title, "body": notice.body}
    assert message["data"]["url"] == "/app/#/today"
    assert message["android"]["ttl"] == "3600s"
    assert message["android"]["notification"]["tag"] == notice.tag


def test_the_same_notice_twice_collapses_into_one(
    google: Fcm, sender: FcmSender, notice: Notice
) -> None:
    for _ in range(2):
        sender.send({"token": "fatimas-phone"}, notice, HOUR)
    first, second = google.messages
    assert first["android"]["collapse_key"] == second["android"]["collapse_key"]
    assert first["apns"]["headers"] == second["apns"]["headers"]


@pytest.mark.parametrize(
    ("name", "raises"),
    [
        ("UNREGISTERED", Gone),
        ("SENDER_ID_MISMATCH", Gone),
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
        sender.send({"token": "phone"}, notice, HOUR)


@pytest.mark.parametrize("name", ["QUOTA_EXCEEDED", "UNAVAILABLE"])
def test_it_asks_once_and_passes_on_how_long_to_wait(
    google: Fcm, sender: FcmSender, notice: Notice, name: str
) -> None:
    """The client alone would sleep out Retry-After and ask five times."""
    google.answers["phone"] = fcm.error(name, retry_after="45")
    with pytest.raises(TryAgain) as raised:
        sender.send({"token": "phone"}, notice, HOUR)
    assert raised.value.after == 45
    assert google.asked["phone"] == 1


def test_a_lost_answer_is_tried_again(google: Fcm, sender: FcmSender, notice: Notice) -> None:
    google.answers["phone"] = Answer(drop=True)
    with pytest.raises(TryAgain):
        sender.send({"token": "phone"}, notice, HOUR)


def test_without_google_it_is_tried_again(
    google: Fcm, tmp_path: Path, clock: SetClock, notice: Notice
) -> None:
    credentials = Path(google.credentials(tmp_path))
    credentials.write_text(credentials.read_text().replace(google.url, "http://127.0.0.1:9"))
    with pytest.raises(TryAgain):
        FcmSender(str(credentials), clock, google.url).send({"token": "phone"}, notice, HOUR)


def test_an_address_without_a_token_is_refused(sender: FcmSender, notice: Notice) -> None:
    with pytest.raises(Refused):
        sender.send({}, notice, HOUR)
