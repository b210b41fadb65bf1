"""What became of messages, all of them in their order."""

from __future__ import annotations

from server.ports import Outcomes


def in_order(outcomes: Outcomes) -> list[BaseException | None]:
    """Waits for all."""
    found = {place: error for came in outcomes for place, error in came.items()}
    return [found[place] for place in range(len(found))]
