"""Encrypted for one browser, signed by us, and sent nowhere else."""

from __future__ import annotations

import pytest
from py_vapid import Vapid

from server.adapters.channels.web_push.sender import WebPushSender
from server.ports import DeliveryError, Gone, Notice, Push, Refused, TryAgain, Unsure
from tests.fakes.clock import SetClock
from tests.standins.http import Answer
from tests.standins.web_push import WebPush, claims_of
from tests.support.outcomes import in_order

pytestmark = pytest.mark.servers

HOUR = 3600


@pytest.fixture(scope="module")
def key() -> Vapid:
    made = Vapid()
    made.generate_keys()
    return made


@pytest.fixture
def sender(key: Vapid, clock: SetClock) -> WebPushSender:
    return WebPushSender(key, "mailto:post@practice.example", clock, allow_loopback=True)


def test_the_browser_can_read_it_and_knows_us(
    browsers: WebPush, sender: WebPushSender, notice: Notice
) -> None:
    sender.send(browsers.subscription("fatima"), notice, HOUR)
    [received] = browsers.received
    assert received.payload == {
        "title": notice.title,
        "body": notice.body,
        "tag": notice.tag,
        "url": notice.url,
    }
    assert claims_of(received.headers)["aud"] == browsers.url
    assert claims_of(received.headers)["sub"] == "mailto:post@practice.example"


def test_a_message_that_waits_is_replaced_and_ends_in_time(
    browsers: WebPush, sender: WebPushSender, notice: Notice
) -> None:
    for _ in range(2):
        sender.send(browsers.subscription("fatima"), notice, HOUR)
    first, second = browsers.received
    assert first.headers["topic"] == second.headers["topic"]
    assert len(first.headers["topic"]) <= 32
    assert first.headers["ttl"] == "3600"


@pytest.mark.parametrize(
    ("status", "raises"),
    [
        (404, Gone),
        (410, Gone),
        (302, Refused),
        (400, Refused),
        (403, Refused),
        (413, Refused),
        (429, TryAgain),
        (500, TryAgain),
        (503, TryAgain),
    ],
)
def test_permanent_and_passing_errors_are_told_apart(
    browsers: WebPush, sender: WebPushSender, notice: Notice, status: int, raises: type[Exception]
) -> None:
    address = browsers.subscription("fatima")
    browsers.answers["fatima"] = Answer(status, headers={"Location": "http://127.0.0.1:9/"})
    with pytest.raises(raises):
        sender.send(address, notice, HOUR)


def test_it_passes_on_how_long_to_wait(
    browsers: WebPush, sender: WebPushSender, notice: Notice
) -> None:
    address = browsers.subscription("fatima")
    browsers.answers["fatima"] = Answer(429, headers={"Retry-After": "120"})
    with pytest.raises(TryAgain) as raised:
        sender.send(address, notice, HOUR)
    assert raised.value.after == 120


def test_a_lost_answer_is_tried_again(
    browsers: WebPush, sender: WebPushSender, notice: Notice
) -> None:
    address = browsers.subscription("fatima")
    browsers.answers["fatima"] = Answer(drop=True)
    with pytest.raises(TryAgain):
        sender.send(address, notice, HOUR)


def test_loopback_is_no_place_to_push_to_unless_it_is_set(
    browsers: WebPush, key: Vapid, clock: SetClock, notice: Notice
) -> None:
    strict = WebPushSender(key, "mailto:post@practice.example", clock)
    address = browsers.subscription("fatima")
    with pytest.raises(Gone):
        strict.send(address, notice, HOUR)
    with pytest.raises(Gone):
        strict.send({**address, "endpoint": "https://localhost:1/x"}, notice, HOUR)
    assert browsers.received == []


@pytest.mark.parametrize(
    "broken",
    [
        {"endpoint": 5},
        {"endpoint": "no address"},
        {"keys": {}},
        {"keys": "x"},
        {"keys": {"p256dh": "AAAA", "auth": "AAAA"}},
        {"keys": None},
    ],
)
def test_a_subscription_that_is_none_is_forgotten(
    browsers: WebPush, sender: WebPushSender, notice: Notice, broken: dict[str, object]
) -> None:
    with pytest.raises(Gone):
        sender.send({**browsers.subscription("fatima"), **broken}, notice, HOUR)


def test_of_many_each_has_an_outcome_of_its_own(
    browsers: WebPush, sender: WebPushSender, notice: Notice
) -> None:
    names = ["fatima", "gone", "lost", "daan"]
    pushes = [Push(browsers.subscription(name), notice, HOUR) for name in names]
    browsers.answers["gone"] = Answer(410)
    browsers.answers["lost"] = Answer(drop=True)
    outcomes = in_order(sender.send_many([*pushes, Push({"endpoint": 5}, notice, HOUR)]))
    assert [type(one) for one in outcomes] == [type(None), Gone, Unsure, type(None), Gone]
    assert {one.browser for one in browsers.received} == {"fatima", "daan"}


@pytest.mark.parametrize(
    ("endpoint", "service"),
    [
        (
            "https://updates.push.services.mozilla.com/wpush/v2/x",
            "updates.push.services.mozilla.com",
        ),
        ("https://fcm.googleapis.com/fcm/send/x", "fcm.googleapis.com"),
        ("https://wns2-by3p.notify.windows.com/w/?token=x", "notify.windows.com"),
        ("https://xnotify.windows.com/x", ""),
        ("https://push.viktor.example/fcm.googleapis.com", ""),
        ("no address", ""),
    ],
)
def test_a_services_own_failures_are_counted_apart(
    key: Vapid, clock: SetClock, endpoint: str, service: str
) -> None:
    strict = WebPushSender(key, "mailto:post@practice.example", clock)
    assert strict.service({"endpoint": endpoint}) == service


@pytest.mark.parametrize(
    "endpoint",
    ["", "x", "http://push.example/x", "ftp://push.example", "https://", "https://[::1", 5],
)
def test_what_is_no_address_of_a_push_service_is_refused(
    key: Vapid, clock: SetClock, endpoint: object
) -> None:
    strict = WebPushSender(key, "mailto:post@practice.example", clock)
    assert strict.place({"endpoint": endpoint}) is None


@pytest.mark.parametrize("answer", [Answer(drop=True), Answer(500), Answer(410)])
def test_what_went_wrong_does_not_tell_where_the_browser_is(
    browsers: WebPush, sender: WebPushSender, notice: Notice, answer: Answer
) -> None:
    browsers.answers["secret"] = answer
    with pytest.raises(DeliveryError) as raised:
        sender.send(browsers.subscription("secret"), notice, HOUR)
    assert "secret" not in str(raised.value)


def test_where_no_line_is_opened_nothing_can_have_been_taken(
    browsers: WebPush, sender: WebPushSender, notice: Notice
) -> None:
    address = {**browsers.subscription("fatima"), "endpoint": "http://127.0.0.1:9/push"}
    with pytest.raises(TryAgain) as raised:
        sender.send(address, notice, HOUR)
    assert not isinstance(raised.value, Unsure)
