"""Card sets as learners meet them: filled, released, in a campaign."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from server.store.campaigns import Campaign
from server.store.card_sets import Card, CardSet, CardVariant
from server.store.people import Person
from server.store.releases import Release
from server.teaching import release as releasing
from tests.server.firm import NOW, TODAY, Firm
from tests.support.faces import FACES, Face, face


def card(firm: Firm, card_set: CardSet, own: Face, *variants: Face, topic: str = "") -> Card:
    """A card with these wordings; the set has to be released for anybody to see it."""
    position = firm.db.query(Card).filter_by(card_set_id=card_set.id).count()
    made = firm.add(
        Card(card_set_id=card_set.id, key=f"k{position}", topic=topic, tags=[], position=position,
             face=own, deleted_at=None)
    )  # fmt: skip
    for number, other in enumerate(variants):
        firm.add(CardVariant(card_id=made.id, key=f"v{number}", face=other, deleted_at=None))
    return made


def every_kind(firm: Firm, card_set: CardSet) -> dict[str, Card]:
    """A card of each kind."""
    return {kind: card(firm, card_set, one, topic=kind) for kind, one in FACES.items()}


def recalls(firm: Firm, card_set: CardSet, count: int) -> list[Card]:
    """So many cards that learners grade themselves."""
    return [
        card(firm, card_set, face("recall", f"Vraag {number}?", answer="Ja"))
        for number in range(count)
    ]


def release(firm: Firm, card_set: CardSet, at: datetime = NOW) -> Release:
    """Shows the set as it stands to learners."""
    firm.db.flush()
    made = releasing.release(firm.db, firm.daan, card_set.id, "", at)
    firm.db.flush()
    return made


def campaign(
    firm: Firm, *card_sets: CardSet, people: tuple[Person, ...], recall: float = 0.9, **more: Any
) -> Campaign:
    """A campaign since this morning for these people."""
    fields: dict[str, Any] = {"starts_on": TODAY, **more}
    fields["policy"] = {"kind": "readiness", "desired_recall": recall}
    starts_on: date = fields.pop("starts_on")
    made = firm.campaign(*card_sets, starts_on=starts_on, **fields)
    firm.enrol(made, *people)
    return made


def set_of(firm: Firm, card: Card) -> CardSet:
    """The set in which the card is."""
    return firm.db.query(CardSet).filter_by(id=card.card_set_id).one()
