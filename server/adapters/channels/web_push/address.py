"""Where browsers take messages, and whose servers carry them there."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

# What Chrome and most others, Firefox, Safari and Edge come with. A name covers the names under it.
# Whatever else a client names is one service: each host of its own would have a state of its own.
SERVICES: Final = (
    "fcm.googleapis.com",
    "updates.push.services.mozilla.com",
    "web.push.apple.com",
    "notify.windows.com",
)


def may_be(endpoint: str, *, loopback: bool) -> bool:
    """Whether a push service can be there: over a line that is kept private, unless on trial."""
    try:
        parts = urlsplit(endpoint)
    except ValueError:
        return False
    schemes = ("https", "http") if loopback else ("https",)
    return parts.scheme in schemes and bool(parts.hostname)


def service_of(endpoint: str) -> str:
    """The known service; empty for any other."""
    host = urlsplit(endpoint).hostname
    return next((one for one in SERVICES if f".{host}".endswith(f".{one}")), "")
