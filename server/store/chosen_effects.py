"""What authors chose for the memory of cards before a release, until that is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from server.store.base import Base, OfOrganisation, RowId
from server.store.card_sets import Card
from server.store.people import Person


class ChosenEffect(OfOrganisation, Base):
    """The effect on one card, chosen for the text that the card had at `version`."""

    __tablename__ = "chosen_effects"

    card_id: Mapped[int] = mapped_column(RowId, ForeignKey("cards.id"), primary_key=True)
    version: Mapped[int]
    effect: Mapped[str]
    chosen_by_id: Mapped[int] = mapped_column(RowId, ForeignKey("people.id"))

    chosen_by: Mapped[Person] = relationship(lazy="raise")


def of_set(db: Session, card_set_id: int) -> dict[int, ChosenEffect]:
    """What stands per card of the set: not what was chosen for a text that it has no more."""
    rows = db.scalars(
        select(ChosenEffect)
        .join(Card, (Card.id == ChosenEffect.card_id) & (Card.version == ChosenEffect.version))
        .options(joinedload(ChosenEffect.chosen_by))
        .where(Card.card_set_id == card_set_id)
    )
    return {one.card_id: one for one in rows}


def put(db: Session, chooser: Person, effects: Mapping[int, str], cards: Iterable[Card]) -> None:
    """Lays down the effects on these cards, as they read now. Call with the set held."""
    rows = db.scalars(select(ChosenEffect).where(ChosenEffect.card_id.in_(list(effects))))
    before = {one.card_id: one for one in rows}
    for card in cards:
        one = before.get(card.id) or ChosenEffect(card_id=card.id)
        one.version, one.effect, one.chosen_by = card.version, effects[card.id], chooser
        db.add(one)
    db.flush()


def forget(db: Session, card_set_id: int) -> None:
    """The release that they were chosen for is made."""
    of_it = select(Card.id).where(Card.card_set_id == card_set_id)
    db.execute(delete(ChosenEffect).where(ChosenEffect.card_id.in_(of_it)))
