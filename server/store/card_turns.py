"""Turns: what a release did to the memory of a card, for all learners at once. Append-only.

With the review log they are the truth of which memory is the fold.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    ForeignKey,
    Index,
    Select,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.store.base import Base, OfOrganisation, RowId, table
from server.store.campaigns import Campaign, CampaignCardSet, learners_of
from server.store.card_memory import CardMemory
from server.store.card_sets import Card
from server.store.people import Person

KEPT, NUDGED, NEW = "kept", "nudged", "new"
_MOMENT = timedelta(microseconds=1)


class CardTurn(OfOrganisation, Base):
    """The effect of one release on one card that it changed; `due_on` only where nudged."""

    __tablename__ = "card_turns"
    # Every phone asks at each sync what began again since; the turns of years must not be read.
    __table_args__ = (
        Index("ix_card_turns_organisation_id_effect_at", "organisation_id", "effect", "at"),
    )

    release_id: Mapped[int] = mapped_column(RowId, ForeignKey("releases.id"), primary_key=True)
    card_id: Mapped[int] = mapped_column(
        RowId, ForeignKey("cards.id"), primary_key=True, index=True
    )
    at: Mapped[datetime]
    effect: Mapped[str]
    due_on: Mapped[date | None]


_turns = table(CardTurn)
_of_cards = (
    select(_turns.c.card_id, _turns.c.at, _turns.c.effect, _turns.c.due_on)
    .where(
        _turns.c.organisation_id == bindparam("organisation_id"),
        _turns.c.card_id.in_(bindparam("cards", expanding=True)),
        _turns.c.effect != KEPT,
    )
    .order_by(_turns.c.at, _turns.c.release_id)
)


def of_cards(
    db: Session, card_ids: Iterable[int]
) -> dict[int, list[tuple[datetime, str, date | None]]]:
    """The turns of these cards that touch memory as (moment, effect, due day), oldest first."""
    found: dict[int, list[tuple[datetime, str, date | None]]] = {}
    for row in db.execute(_of_cards, {"cards": list(card_ids)}):
        found.setdefault(row.card_id, []).append((row.at, row.effect, row.due_on))
    return found


def effects_of(db: Session, release_id: int) -> dict[int, str]:
    """What was decided per changed card of a release."""
    rows = db.execute(
        select(CardTurn.card_id, CardTurn.effect).where(CardTurn.release_id == release_id)
    )
    return {row.card_id: row.effect for row in rows}


def take_turns(db: Session, card_set_id: int) -> None:
    """Waits until nobody who may answer cards of the set is in the middle of an upload.

    An upload that has looked a card up already would otherwise fold past the turn. Uploads of
    these people then wait for the release, and see it.
    """
    met = (
        select(CardMemory.person_id)
        .join(Card, Card.id == CardMemory.card_id)
        .where(Card.card_set_id == card_set_id)
    )
    db.execute(
        select(Person.id)
        .where(Person.id.in_(learners_of(card_set_id)) | Person.id.in_(met))
        .order_by(Person.id)
        .with_for_update(key_share=True)
    ).all()


def next_moment(db: Session, card_set_id: int, now: datetime) -> datetime:
    """Now, or just after the last answer that is kept: servers' clocks differ a little.

    So every memory that is kept stands before the turn, and `add` may treat all of them alike.
    """
    last = db.scalar(
        select(func.max(CardMemory.last_review_at))
        .join(Card, Card.id == CardMemory.card_id)
        .where(Card.card_set_id == card_set_id)
    )
    return now if last is None else max(now, last + _MOMENT)


def last_turned(db: Session, card_set_id: int) -> dict[int, datetime]:
    """When memory of each card of the set was last touched by a release."""
    rows = db.execute(
        select(CardTurn.card_id, func.max(CardTurn.at))
        .join(Card, Card.id == CardTurn.card_id)
        .where(Card.card_set_id == card_set_id, CardTurn.effect != KEPT)
        .group_by(CardTurn.card_id)
    )
    return dict(rows.all())


def add(db: Session, release_id: int, rows: Sequence[dict[str, Any]], now: datetime) -> None:
    """Adds the turns of a release and applies them to all memories, in three statements."""
    if not rows:
        return
    db.execute(insert(_turns), [{"release_id": release_id, **row} for row in rows])
    db.execute(
        delete(CardMemory)
        .where(CardMemory.card_id.in_(_turned(release_id, NEW)))
        .execution_options(synchronize_session=False)
    )
    earlier = (
        select(CardTurn.due_on)
        .where(CardTurn.release_id == release_id, CardTurn.card_id == CardMemory.card_id)
        .scalar_subquery()
    )
    db.execute(
        update(CardMemory)
        .where(CardMemory.card_id.in_(_turned(release_id, NUDGED)), CardMemory.due_on > earlier)
        .values(due_on=earlier, changed_at=now)
        .execution_options(synchronize_session=False)
    )


def cards_per_day(db: Session, card_set_id: int, today: date) -> int | None:
    """The smallest daily number of the campaigns with the set that have not ended, if any."""
    campaigns = db.scalars(
        select(Campaign)
        .join(CampaignCardSet, CampaignCardSet.campaign_id == Campaign.id)
        .where(CampaignCardSet.card_set_id == card_set_id)
    )
    return min((one.cards_per_day for one in campaigns if one.ends_on >= today), default=None)


def learners_of_cards(db: Session, card_ids: Sequence[int]) -> dict[int, int]:
    """How many people have a memory of each of these cards."""
    rows = db.execute(
        select(CardMemory.card_id, func.count())
        .where(CardMemory.card_id.in_(card_ids))
        .group_by(CardMemory.card_id)
    )
    return dict(rows.all())


def _turned(release_id: int, effect: str) -> Select[int]:
    return select(CardTurn.card_id).where(
        CardTurn.release_id == release_id, CardTurn.effect == effect
    )
