"""What pretended webhooks have in common: addresses, and what was posted to them."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from typing import Any, ClassVar

from tests.standins.http import Answer, Request


@dataclass
class Webhooks:
    """What would be shown, by webhook; `answers` replaces the answer for one, for good."""

    url: str = ""
    posted: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    answers: dict[str, Answer] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    path: ClassVar[str]
    taken: ClassVar[Answer]
    unfit: ClassVar[Answer]

    def webhook(self, name: str) -> str:
        """A new address."""
        return self.url + self.path.format(name)

    def answer(self, request: Request) -> Answer:
        before, after = self.path.split("{}")
        name = request.path.removeprefix(before).removesuffix(after)
        if (trouble := self.answers.get(name)) is not None:
            return trouble
        shown = self.shown(request, json.loads(request.body))
        if shown is None:
            return self.unfit
        with self._lock:
            self.posted.append((name, shown))
        return self.taken

    def shown(self, request: Request, message: dict[str, Any]) -> dict[str, Any] | None:
        """What a reader sees of the message; None where the provider would not take it."""
        raise NotImplementedError
