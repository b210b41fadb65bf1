"""How long a provider asks us to stay away."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from server.adapters.channels import retry_after

NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("given", "seconds"),
    [
        ("0", 0),
        ("120", 120),
        ("Wed, 18 Nov 2026 09:02:00 GMT", 120),
        ("Wed, 18 Nov 2026 08:00:00 GMT", 0),  # past: at once
        ("31536000", 24 * 3600),  # at most a day
        ("soon", None),
        ("-5", None),
        ("", None),
        ("9" * 400, 24 * 3600),
        ("Sat, 31 Dec 9999 23:59:59 GMT", 24 * 3600),
        ("Wed, 18 Nov 99999999999999999999 09:02:00 GMT", None),
        ("Wed, 18 Nov 2026 09:02:00 +99999999999999999999", None),
    ],
)
def test_it_is_read_as_seconds_or_as_a_date(given: str, seconds: float | None) -> None:
    assert retry_after.seconds({"Retry-After": given}, NOW) == seconds


def test_silence_asks_for_nothing() -> None:
    assert retry_after.seconds({}, NOW) is None
