"""A clock that is set by hand and ticks when told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

WEDNESDAY_MORNING = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)


class SetClock:
    def __init__(self, now: datetime = WEDNESDAY_MORNING) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def set(self, now: datetime) -> None:
        self._now = now

    def tick(self, **passed: float) -> datetime:
        """Let time pass: `tick(minutes=5)`."""
        self._now += timedelta(**passed)
        return self._now
