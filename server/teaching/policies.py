"""What a trainer chooses of the way in which cards come back, as a campaign keeps it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from scheduler.policy.price import Reach, least_price
from scheduler.policy.programme import EVE
from server.teaching.refusal import Refused

READINESS, DEADLINE, BOOSTER = KINDS = ("readiness", "deadline", "booster")


def kept(
    kind: str, *, desired_recall: float, on: date | None, days: tuple[date, date], held_on: date
) -> dict[str, Any]:
    """The policy of a campaign on these `days`, first and last, whose course was on `held_on`.

    Raises `Refused` where `on` is missing, is not wanted, or leaves no day for a review.
    """
    if kind == DEADLINE:
        return _deadline(desired_recall, on, *days)
    if on is not None:
        raise Refused("policy.on", "campaign-date-not-wanted")
    if kind == BOOSTER:
        return {"kind": BOOSTER, "since": held_on.isoformat()}
    return {"kind": READINESS, "desired_recall": desired_recall}


def reached(starts_on: date, on: date, desired_recall: float) -> Reach:
    """What a date asks of a card that is met on the first day, and what it is known like then."""
    return least_price((on - starts_on).days, desired_recall)


def _deadline(desired_recall: float, on: date | None, first: date, last: date) -> dict[str, Any]:
    if on is None:
        raise Refused("policy.on", "campaign-date-missing")
    earliest = first + timedelta(days=EVE + 1)
    if not earliest <= on <= last:
        raise Refused("policy.on", "campaign-date-outside", first=str(earliest), last=str(last))
    found = reached(first, on, desired_recall)
    return {
        "kind": DEADLINE,
        "desired_recall": desired_recall,
        "on": on.isoformat(),
        "price": found.price,
        "expected_recall": round(found.recall, 3),
    }
