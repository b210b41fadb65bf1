"""A service with OpenAI's chat interface, which answers what a test lays ready."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.standins.http import Answer, Request, listening

KEY = "sk-zeer-geheim"
MODEL = "molen-1"
CARD = {
    "passage": 1,
    "quote": "",
    "face": {"kind": "recall", "prompt": "Wie helpt je bij brand?", "answer": "De BHV'er"},
}


def saying(content: object) -> Answer:
    """The envelope around what the model says."""
    said = content if isinstance(content, str) else json.dumps(content)
    message = {"role": "assistant", "content": said}
    document = {"object": "chat.completion", "choices": [{"index": 0, "message": message}]}
    return Answer(200, json.dumps(document).encode(), {"Content-Type": "application/json"})


@dataclass
class Chat:
    """`asked` are the bodies that came in; `reply` is what goes back once the gate is open."""

    url: str = ""
    reply: Answer = field(default_factory=lambda: saying({"cards": [CARD]}))
    asked: list[dict[str, Any]] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.gate.set()

    def answer(self, request: Request) -> Answer:
        if request.path != "/v1/chat/completions":
            return Answer(404)
        with self._lock:
            self.asked.append(json.loads(request.body))
        self.gate.wait()
        if request.headers.get("authorization") != f"Bearer {KEY}":
            return Answer(401, b'{"error": {"message": "Incorrect API key provided"}}')
        return self.reply


@contextlib.contextmanager
def chat() -> Iterator[Chat]:
    """Runs the stand-in."""
    standin = Chat()
    with listening(standin.answer) as url:
        standin.url = f"{url}/v1"
        yield standin
