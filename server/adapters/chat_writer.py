"""A service with OpenAI's chat interface that writes cards from course material."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import urlsplit

import requests
from urllib3.exceptions import HTTPError, ReadTimeoutError

from content.card import Language
from content.material.asking import NotCards, cards_in, messages, portions
from content.material.blocks import Passage
from server.config import BadSettings
from server.ports import Written

SECONDS: Final = 50
"""For all of an answer: a page waits for it, and proxies in front give up after a minute."""
MOST_BYTES: Final = 1_000_000
_PIECE: Final = 16_384
_TROUBLES: Final[Mapping[int, str]] = {
    HTTPStatus.UNAUTHORIZED: "key",
    HTTPStatus.FORBIDDEN: "key",
    HTTPStatus.TOO_MANY_REQUESTS: "busy",
    HTTPStatus.SERVICE_UNAVAILABLE: "busy",
}


class _Trouble(Exception):
    """Why there is no answer; the code of `Written.trouble`."""


@dataclass(frozen=True, slots=True)
class ChatWriter:
    """Sends to one address only: a redirect would lead to a host that the author never read."""

    url: str
    model: str
    host: str
    key: str = field(repr=False)
    seconds: float = SECONDS

    @classmethod
    def from_settings(cls, url: str, key: str, model: str) -> ChatWriter:
        """Raises `BadSettings` for an address or a model that cannot be meant."""
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
            raise BadSettings("BEKLIJF_SUGGESTIONS_URL must look like https://HOST/v1")
        if not model:
            raise BadSettings("BEKLIJF_SUGGESTIONS_MODEL must name the model to ask")
        if not (key.isascii() and key.isprintable()):
            raise BadSettings("BEKLIJF_SUGGESTIONS_KEY must be plain letters, digits and signs")
        return cls(f"{url.rstrip('/')}/chat/completions", model, parts.hostname, key)

    def write(self, passages: Sequence[Passage], language: Language) -> Written:
        """Its cards; portions go out beside one another, so that the slowest sets the time."""
        parts, unsent = portions(passages)
        if not parts:
            return Written()
        with ThreadPoolExecutor(len(parts)) as together:
            made = list(together.map(lambda part: self._cards(part, language), parts))
        return Written(
            [card for one in made for card in one.proposals],
            sum(one.unfit for one in made),
            unsent,
            next((one.trouble for one in made if one.trouble), None),
        )

    def _cards(self, passages: Sequence[Passage], language: Language) -> Written:
        try:
            answer = _said(self._asked(messages(passages, language)))
            proposals, unfit = cards_in(answer, passages, language)
        except _Trouble as trouble:
            return Written(trouble=str(trouble))
        except NotCards:
            return Written(trouble="nonsense")
        return Written(proposals, unfit)

    def _asked(self, said: list[dict[str, str]]) -> bytes:
        body: Any = {
            "model": self.model,
            "messages": said,
            "temperature": 0.2,
            "response_format": {"type": "json_object"},
        }
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        ends = time.monotonic() + self.seconds
        with requests.Session() as session:
            # The environment may name a proxy or another key for this host.
            session.trust_env = False
            try:
                with session.post(
                    self.url, json=body, headers=headers, timeout=self.seconds,
                    allow_redirects=False, stream=True,
                ) as response:  # fmt: skip
                    return _body(response, ends)
            except (requests.Timeout, ReadTimeoutError):
                raise _Trouble("slow") from None
            # Without its cause: what requests says may hold the headers that went out.
            except (requests.RequestException, HTTPError):
                raise _Trouble("away") from None


def _body(response: requests.Response, ends: float) -> bytes:
    if response.status_code != HTTPStatus.OK:
        raise _Trouble(_TROUBLES.get(response.status_code, "away"))
    body = b""
    # What is there at once, and no more: an answer that drips would hold a read for a whole piece.
    while piece := response.raw.read1(_PIECE, decode_content=True):
        body += piece
        if len(body) > MOST_BYTES:
            raise _Trouble("nonsense")
        if time.monotonic() > ends:
            raise _Trouble("slow")
    return body


def _said(body: bytes) -> str:
    """What the model answered, out of the envelope."""
    try:
        envelope: Any = json.loads(body)
        said = envelope["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise _Trouble("nonsense") from None
    if not isinstance(said, str):
        raise _Trouble("nonsense")
    return said
