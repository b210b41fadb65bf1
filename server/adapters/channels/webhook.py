"""Posting JSON to an address that a learner was given by a provider and pasted in."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import requests
from urllib3.exceptions import HTTPError

from server.adapters.channels import lost_answers, public_only, retry_after, said_by
from server.ports import Clock, Gone, Notice, Refused, TryAgain

TIMEOUT_S = (5, 10)
LOOPBACK = "127.0.0.1"
_MOST_BYTES = 2_000
# What a name server can be asked for; other names under a provider's would fail at each sending.
_NAME = re.compile(r"(?:[a-z0-9-]{1,63}\.)+[a-z]{2,63}")
_OK_BELOW, _FAULTS_FROM = 300, 500
_PASSES = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS}


@dataclass(frozen=True, slots=True)
class Hosts:
    """Where a provider takes messages. A name covers the names under it."""

    names: Collection[str]
    loopback: bool = False

    def take(self, url: str) -> bool:
        """Whether the address is one of the provider's own, over a line that is kept private."""
        if not url.isascii() or not url.isprintable() or "\\" in url:
            return False
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port
        except ValueError:
            return False
        if parts.username is not None or parts.password is not None:
            return False
        if self.loopback and parts.scheme == "http" and host == LOOPBACK:
            return True
        known = any(f".{host}".endswith(f".{name}") for name in self.names)
        return (
            parts.scheme == "https"
            and port in (None, 443)
            and known
            and _NAME.fullmatch(host) is not None
        )


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


class Webhooks:
    """Sends to a provider's own hosts only, and follows no redirect to others."""

    def __init__(self, hosts: Hosts, base_url: str, clock: Clock) -> None:
        """`base_url` is where links lead: a notice knows only the path."""
        self._hosts = hosts
        self._base_url = base_url
        self._clock = clock
        self._session = public_only.session(allow_loopback=hosts.loopback)

    def place(self, address: Mapping[str, object]) -> str | None:
        """The address itself, where it is one of the provider's."""
        url = address.get("url")
        return url if isinstance(url, str) and self._hosts.take(url) else None

    def link(self, notice: Notice) -> str:
        """Where a tap on the message leads."""
        return f"{self._base_url}{notice.url}"

    def post(self, address: Mapping[str, object], document: dict[str, Any]) -> Reply:
        """Hands over one message. Raises `Gone`, or `TryAgain` where nobody answered."""
        url = self.place(address)
        if url is None:
            raise Gone("no address of this provider")
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
