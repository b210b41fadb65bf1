"""Which cards a learner is done with: they will still be known when their campaigns end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from scheduler.policy.aims import to_hold
from scheduler.stop.retired import is_retired
from server.practice.memories import memory_in
from server.store import card_sets, needs
from server.store.aiming import aims_of
from server.store.needs import Need
from server.store.people import Learner


def retired(
    db: Session, learner: Learner, rows: Sequence[dict[str, Any]], parameters: tuple[float, ...]
) -> set[int]:
    """The cards of these memory rows that are retired in the learner's campaigns.

    It is what a session goes by, told for whole sets in two statements.
    """
    if not rows:
        return set()
    holding: dict[int, list[Need]] = defaultdict(list)
    for need in needs.needs(db, learner.id):
        holding[need.card_set_id].append(need)
    aims = {
        card_set_id: (
            max(need.ends_on for need in held),
            to_hold(aims_of([need.policy for need in held], learner)),
        )
        for card_set_id, held in holding.items()
    }
    set_of = card_sets.set_ids(db, [row["card_id"] for row in rows])
    return {
        row["card_id"]
        for row in rows
        if set_of[row["card_id"]] in aims
        and is_retired(memory_in(row), *aims[set_of[row["card_id"]]], parameters)
    }
