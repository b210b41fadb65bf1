"""The `Retry-After` header: how long a provider asks us to stay away."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST_S = 24 * 3600.0


def seconds(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds to wait, 0 to a day; None where the header is absent or unreadable.

    RFC 9110 allows a number of seconds or a date. The bound keeps a provider's slip of the pen
    from silencing a message for weeks.
    """
    given = headers.get("Retry-After", "").strip()
    if given.isascii() and given.isdigit():
        return min(float(given), LONGEST_S)
    try:
        until = parsedate_to_datetime(given)
    except (ValueError, OverflowError):  # a date of numbers that no clock counts to
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return min(max((until - now).total_seconds(), 0.0), LONGEST_S)
