"""Uploads of answers as phones send them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from scripts.benches.firm import SEED, Firm
from scripts.benches.wire import request
from server.demo.replies import right_reply, wrong_reply
from server.store.releases import ReleasedCard

BATCH = 20
SHARE_RIGHT = 0.85
SHARE_SURE = 0.7


def uploads(firm: Firm) -> Iterator[bytes]:
    """Batches of 20, each learner in turn, until every learner has answered every card once."""
    dice = Random(SEED)
    answered_at = datetime.now(UTC) - timedelta(hours=1)
    for first in range(0, len(firm.cards) - BATCH + 1, BATCH):
        for learner in firm.learners:
            reviews = [
                _review(card, answered_at + timedelta(seconds=9 * number), dice)
                for number, card in enumerate(firm.cards[first : first + BATCH])
            ]
            yield request("POST", "/api/v1/reviews", learner.token, {"reviews": reviews})


def _review(card: ReleasedCard, at: datetime, dice: Random) -> dict[str, Any]:
    """One answer, most often right."""
    face = dice.choice(card.faces)
    right = dice.random() < SHARE_RIGHT
    given: dict[str, Any]
    if face["kind"] == "recall":
        given = {"rating": 3 if right else 1}
    else:
        answer = right_reply(face) if right else wrong_reply(face, dice)
        sure = "sure" if dice.random() < SHARE_SURE else "unsure"
        given = {"answer": answer, "confidence": sure}
    return {
        "id": str(UUID(int=dice.getrandbits(128), version=4)),
        "card_id": card.card_id,
        "variant_id": face["variant_id"],
        **given,
        "reviewed_at": at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "took_ms": dice.randint(1500, 20_000),
    }
