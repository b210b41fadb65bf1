"""Posting JSON to an address that a learner was given by a provider and pasted in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import requests
from urllib3.exceptions import HTTPError

from server.adapters.channels import lost_answers, public_only, retry_after, said_by, side_by_side
from server.adapters.channels.hosts import Hosts
from server.ports import Clock, Gone, Notice, Outcomes, Push, Refused, TryAgain

TIMEOUT_S = (5, 10)
_MOST_BYTES = 2_000
_OK_BELOW, _FAULTS_FROM = 300, 500
_PASSES = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS}


@dataclass(frozen=True, slots=True)
class Reply:
    """What a provider said: a status, the first of its words, and how long to stay away."""

    status: int
    words: str
    after: float | None

    @property
    def taken(self) -> bool:
        """Whether the message is on its way."""
        return self.status < _OK_BELOW

    def trouble(self, *, gone: bool) -> Gone | Refused | TryAgain:
        """The error that it stands for; `gone` where the provider's words mean a dead address."""
        said = said_by.provider(f"{self.status} {self.words}")
        if gone:
            return Gone(said)
        if self.status in _PASSES or self.status >= _FAULTS_FROM:
            return TryAgain(said, self.after)
        return Refused(said)


@dataclass(frozen=True, slots=True)
class Provider:
    """What a provider has of its own.

    `message` makes the document to post of a notice and where a tap on it leads; `is_dead` says
    of an answer whether no message will ever be taken there again.
    """

    hosts: Hosts
    message: Callable[[Notice, str], dict[str, Any]]
    is_dead: Callable[[Reply], bool]


class WebhookSender:
    """Sends to a provider's own hosts only, and follows no redirect to others."""

    def __init__(self, provider: Provider, base_url: str, clock: Clock) -> None:
        """`base_url` is where links lead: a notice knows only the path."""
        self._provider = provider
        self._base_url = base_url
        self._clock = clock
        self._session = public_only.session(allow_loopback=provider.hosts.loopback)

    def place(self, address: Mapping[str, object]) -> str | None:
        """The address itself, where it is one of the provider's."""
        url = address.get("url")
        return url if isinstance(url, str) and self._provider.hosts.take(url) else None

    def service(self, _: Mapping[str, object]) -> str:
        """One for all."""
        return ""

    def send_many(self, pushes: Sequence[Push]) -> Outcomes:
        """Posts each notice, several at once."""
        return side_by_side.sent(self._send, pushes)

    def _send(self, push: Push) -> None:
        url = self.place(push.address)
        if url is None:
            raise Gone("no address of this provider")
        link = f"{self._base_url}{push.notice.url}"
        reply = self._post(url, self._provider.message(push.notice, link))
        if not reply.taken:
            raise reply.trouble(gone=self._provider.is_dead(reply))

    def _post(self, url: str, document: dict[str, Any]) -> Reply:
        try:
            with self._session.post(
                url, json=document, timeout=TIMEOUT_S, stream=True, allow_redirects=False
            ) as response:
                words = _first_words(response)
        except requests.exceptions.RequestException as error:
            raise lost_answers.of_request(error) from None
        after = retry_after.seconds(response.headers, self._clock.now())
        return Reply(response.status_code, words, after)


def _first_words(response: requests.Response) -> str:
    """What is there at once: an answer that drips would hold a worker."""
    try:
        words: bytes = response.raw.read1(_MOST_BYTES, decode_content=True)
    except HTTPError:  # the status has come and says enough
        return ""
    return words.decode(errors="replace")
