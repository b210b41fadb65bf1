"""Which addresses that a learner pastes in are a provider's own."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlsplit

LOOPBACK = "127.0.0.1"
# What a name server can be asked for; other names under a provider's would fail at each sending.
_NAME = re.compile(r"(?:[a-z0-9-]{1,63}\.)+[a-z]{2,63}")


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
