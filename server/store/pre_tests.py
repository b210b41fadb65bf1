"""What a campaign keeps of its pre-test: which cards, and on which days they are asked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from scheduler.baseline import Window


class PreTest(NamedTuple):
    """The cards of a pre-test and its days. They stay as chosen, whatever is released later."""

    window: Window
    card_ids: frozenset[int]

    def asks(self, card_id: int, day: date) -> bool:
        """Whether the card is asked in it on that day."""
        return card_id in self.card_ids and self.window.covers(day)


def kept(window: Window, card_ids: Iterable[int]) -> dict[str, Any]:
    """A pre-test as the campaign's row keeps it."""
    opens_on, closes_on = (day.isoformat() for day in window)
    return {"card_ids": list(card_ids), "opens_on": opens_on, "closes_on": closes_on}


def shown(test: PreTest) -> dict[str, Any]:
    """A pre-test as others see it: how many cards, and its days."""
    return {"cards": len(test.card_ids), **test.window._asdict()}


def read(value: dict[str, Any] | None) -> PreTest | None:
    """The pre-test of a campaign's row; None where it has none."""
    if value is None:
        return None
    days = (date.fromisoformat(value[name]) for name in ("opens_on", "closes_on"))
    return PreTest(Window(*days), frozenset(value["card_ids"]))
