"""Cards from a service with OpenAI's chat interface."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from content.material.blocks import Passage, Place
from server.adapters.chat_writer import MOST_BYTES, ChatWriter
from server.config import BadSettings
from tests.servers import ports
from tests.standins.chat import CARD, KEY, MODEL, Chat, chat, saying
from tests.standins.http import Answer

pytestmark = pytest.mark.servers

PASSAGE = Passage(Place("slide", 3), "Brand", "De BHV'er helpt je bij brand.")


@pytest.fixture
def service() -> Iterator[Chat]:
    with chat() as standin:
        yield standin


def writer(service: Chat, key: str = KEY) -> ChatWriter:
    return ChatWriter.from_settings(service.url, key, MODEL)


def test_cards_come_back_with_their_place(service: Chat) -> None:
    written = writer(service).write([PASSAGE], "nl")
    (one,) = written.proposals
    assert (one.face.prompt, one.place, one.why) == (
        "Wie helpt je bij brand?", Place("slide", 3), "writer",
    )  # fmt: skip
    assert written.trouble is None
    (body,) = service.asked
    assert body["model"] == MODEL
    assert "De BHV'er helpt je bij brand." in body["messages"][1]["content"]


def test_a_long_text_goes_out_in_at_most_three_requests(service: Chat) -> None:
    long = [Passage(Place("page", n), "", "woord " * 2_000) for n in range(6)]
    written = writer(service).write(long, "nl")
    assert len(service.asked) == 3
    assert (len(written.proposals), written.unsent) == (3, 3)


@pytest.mark.parametrize(
    ("reply", "trouble"),
    [
        (Answer(401), "key"),
        (Answer(403), "key"),
        (Answer(429, headers={"Retry-After": "3600"}), "busy"),
        (Answer(503), "busy"),
        (Answer(500), "away"),
        (Answer(999), "away"),
        (Answer(drop=True), "away"),
        (Answer(302, headers={"Location": "http://127.0.0.1:9/"}), "away"),
        (Answer(200, b""), "nonsense"),
        (Answer(200, b"<html>Welcome</html>"), "nonsense"),
        (Answer(200, b"[" * 100_000), "nonsense"),
        (Answer(200, b'{"choices": []}'), "nonsense"),
        (Answer(200, b'{"choices": [{"message": {"content": null}}]}'), "nonsense"),
        (Answer(200, b" " * (MOST_BYTES + 1)), "nonsense"),
        (saying("Sure, here are your cards:"), "nonsense"),
    ],
)
def test_what_goes_wrong_there_is_told_and_never_raised(
    service: Chat, reply: Answer, trouble: str
) -> None:
    service.reply = reply
    written = writer(service).write([PASSAGE], "nl")
    assert (written.trouble, list(written.proposals)) == (trouble, [])
    assert len(service.asked) == 1


def test_unsound_cards_are_counted(service: Chat) -> None:
    service.reply = saying({"cards": [CARD, {**CARD, "face": {"kind": "recall"}}]})
    written = writer(service).write([PASSAGE], "nl")
    assert (len(written.proposals), written.unfit) == (1, 1)


def test_a_wrong_key_is_told_as_such(service: Chat) -> None:
    assert writer(service, "sk-anders").write([PASSAGE], "nl").trouble == "key"


def test_nobody_at_home_is_told() -> None:
    url = f"http://{ports.LOOPBACK}:{ports.free_port()}/v1"
    assert ChatWriter.from_settings(url, KEY, MODEL).write([PASSAGE], "nl").trouble == "away"


def test_an_answer_that_does_not_come_is_not_waited_for(service: Chat) -> None:
    service.gate.clear()
    hurried = ChatWriter(f"{service.url}/chat/completions", MODEL, "x", KEY, seconds=0.1)
    assert hurried.write([PASSAGE], "nl").trouble == "slow"
    service.reply = Answer(drop=True)  # nobody is there any more to take another
    service.gate.set()


def test_the_key_stands_in_no_text_about_the_writer(service: Chat) -> None:
    assert KEY not in repr(writer(service))


@pytest.mark.parametrize(
    ("url", "key", "model", "name"),
    [
        ("ftp://host/v1", "", "m", "URL"),
        ("host/v1", "", "m", "URL"),
        ("https://me:secret@host/v1", "", "m", "URL"),
        ("https://host/v1", "", "", "MODEL"),
        ("https://host/v1", "a\nb", "m", "KEY"),
    ],
)
def test_settings_that_cannot_be_meant_are_refused(
    url: str, key: str, model: str, name: str
) -> None:
    with pytest.raises(BadSettings, match=f"BEKLIJF_SUGGESTIONS_{name}") as bad:
        ChatWriter.from_settings(url, key, model)
    assert "secret" not in str(bad.value)
