"""What learners of the demo said about cards: flags, and better texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from server.practice import care
from server.practice.care import Handed
from server.store.people import Person


@dataclass(frozen=True, slots=True)
class Remark:
    """On the card with `key`, by the learner at place `by`: a flag, or a suggestion."""

    key: str
    by: int
    days_ago: int
    note: str
    reason: str = ""
    proposal: dict[str, str] = field(default_factory=dict)


REMARKS = (
    Remark(
        "avg-betrokkenen", 2, 23,
        "24 uur en 72 uur haal ik steeds door elkaar. In de training ging het alleen over 72 uur.",
        reason="unclear",
    ),
    Remark(
        "avg-betrokkenen", 4, 9,
        "Wat een hoog risico is, staat er niet bij. Dan blijft het gokken.",
        reason="unclear",
    ),
    Remark(
        "avg-betrokkenen", 5, 8, "Zo weet ik waar ik op moet letten.",
        reason="unclear",
        proposal={
            "prompt": "Een lek levert klanten waarschijnlijk een hoog risico op. "
            "Wie moet de organisatie dan inlichten, naast de toezichthouder?",
        },
    ),
    Remark(
        "fb-toeschrijving", 1, 16,
        "De term vergeet ik, wat ermee bedoeld wordt weet ik wel. Moet ik hem echt kunnen typen?",
        reason="not_my_job",
    ),
    Remark(
        "fb-toeschrijving", 6, 12, "Liever een voorbeeld herkennen dan het woord.",
        proposal={
            "prompt": "Je collega is te laat en je denkt: wat een sloddervos. "
            "Welke denkfout maak je misschien?",
        },
    ),
    Remark("phi-app", 3, 20, "Wij mogen zakelijk geen geld voorschieten.", reason="not_my_job"),
    Remark(
        "phi-waar-melden", 0, 5, "",
        proposal={
            "explanation": "Meld op het werk eerst bij je eigen helpdesk, want die kan je account "
            "beschermen. Stuur de mail daarna door naar de Fraudehelpdesk, die anderen waarschuwt.",
        },
    ),
)  # fmt: skip


def make(db: Session, learners: Sequence[Person], cards: Mapping[str, int], now: datetime) -> None:
    """Hands in all remarks; `cards` are ids by key."""
    for remark in REMARKS:
        person = learners[remark.by % len(learners)]
        card_id, at = cards[remark.key], now - timedelta(days=remark.days_ago)
        handed = Handed(at, note=remark.note, named=True)
        if remark.proposal:
            better, reason = remark.proposal, remark.reason
            care.suggest(db, person, card_id, reason=reason, proposal=better, handed=handed)
        else:
            care.flag(db, person, card_id, remark.reason, handed)
