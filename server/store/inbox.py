"""The inbox: what waits for a decision, and who may take it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, func, or_, select, update
from sqlalchemy.orm import Session, joinedload

from server.store.card_sets import Card, CardSet
from server.store.care import Contribution, InboxItem, State

MOST_TOLD = 10
"""So many contributions of an item are shown whole; of the others there is only their number."""


@dataclass(frozen=True, slots=True)
class Reach:
    """The part of the inbox that somebody may open: these sets, and these topics in all sets."""

    card_set_ids: frozenset[int]
    topics: frozenset[str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; None where anything will do."""

    state: str
    kind: str | None = None
    card_set_id: int | None = None
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people stand behind an item, and how many gave which reason."""

    people: int
    reasons: dict[str, int]


_topic = func.coalesce(Card.topic, InboxItem.topic)


def listed(
    db: Session, reach: Reach | None, wanted: Wanted, *, before: int | None, limit: int
) -> list[tuple[InboxItem, Card | None]]:
    """Items within reach with their cards, newest first, from before an id; no reach means all."""
    statement = _with_cards(reach).where(InboxItem.state == wanted.state)
    if wanted.kind is not None:
        statement = statement.where(InboxItem.kind == wanted.kind)
    if wanted.card_set_id is not None:
        statement = statement.where(InboxItem.card_set_id == wanted.card_set_id)
    if wanted.topic is not None:
        statement = statement.where(_topic == wanted.topic)
    if before is not None:
        statement = statement.where(InboxItem.id < before)
    rows = db.execute(statement.order_by(InboxItem.id.desc()).limit(limit))
    return [(item, card) for item, card in rows]


def one(db: Session, reach: Reach | None, item_id: int) -> tuple[InboxItem, Card | None] | None:
    """One item within reach with its card, held until the transaction ends.

    The lock leaves rows that refer to the item alone: a flag that joins it must not wait for the
    item while it holds the card.
    """
    row = db.execute(
        _with_cards(reach)
        .where(InboxItem.id == item_id)
        .with_for_update(of=InboxItem, key_share=True)
        .execution_options(populate_existing=True)
    ).one_or_none()
    return None if row is None else (row[0], row[1])


def open_counts(db: Session, reach: Reach | None) -> dict[str, int]:
    """How many items of each kind wait."""
    rows = db.execute(
        select(InboxItem.kind, func.count())
        .outerjoin(Card, Card.id == InboxItem.card_id)
        .where(InboxItem.state == State.OPEN, *_within(reach))
        .group_by(InboxItem.kind)
    )
    return dict(rows.all())


def places(db: Session, reach: Reach | None) -> list[tuple[int, str, str]]:
    """The sets of items, open and decided, with their titles, and the topics in each."""
    rows = db.execute(
        select(CardSet.id, CardSet.title, _topic)
        .select_from(InboxItem)
        .join(CardSet, CardSet.id == InboxItem.card_set_id)
        .outerjoin(Card, Card.id == InboxItem.card_id)
        .where(*_within(reach))
        .distinct()
        .order_by(CardSet.title, CardSet.id, _topic)
    )
    return [(card_set_id, title, topic) for card_set_id, title, topic in rows]


def tallies(db: Session, item_ids: Iterable[int]) -> dict[int, Tally]:
    """Who and why, per item, counted in the database."""
    mine = Contribution.item_id.in_(list(item_ids))
    people = dict(
        db.execute(
            select(Contribution.item_id, func.count(Contribution.person_id.distinct()))
            .where(mine)
            .group_by(Contribution.item_id)
        ).all()
    )
    reasons: dict[int, dict[str, int]] = defaultdict(dict)
    for item_id, reason, count in db.execute(
        select(Contribution.item_id, Contribution.reason, func.count())
        .where(mine, Contribution.reason != "")
        .group_by(Contribution.item_id, Contribution.reason)
    ):
        reasons[item_id][reason] = count
    return {item_id: Tally(count, reasons.get(item_id, {})) for item_id, count in people.items()}


def told(db: Session, item_ids: Iterable[int]) -> dict[int, list[Contribution]]:
    """The latest contributions of each item with their people, oldest first."""
    place = func.row_number().over(
        partition_by=Contribution.item_id, order_by=Contribution.id.desc()
    )
    latest = (
        select(Contribution.id, place.label("place"))
        .where(Contribution.item_id.in_(list(item_ids)))
        .subquery()
    )
    rows = db.scalars(
        select(Contribution)
        .join(latest, latest.c.id == Contribution.id)
        .options(joinedload(Contribution.person))
        .where(latest.c.place <= MOST_TOLD)
        .order_by(Contribution.id)
    )
    found: dict[int, list[Contribution]] = defaultdict(list)
    for row in rows:
        found[row.item_id].append(row)
    return found


def credited(db: Session, item_id: int) -> list[str]:
    """The names that may be told, of the people behind an item."""
    rows = db.scalars(
        select(Contribution)
        .options(joinedload(Contribution.person))
        .where(Contribution.item_id == item_id, Contribution.named)
        .order_by(Contribution.id)
        .limit(MOST_TOLD)
    )
    return list(dict.fromkeys(row.person.name for row in rows if row.person.name))


def take_over(db: Session, item: InboxItem, other: InboxItem) -> None:
    """All that stands behind the other item stands behind this one, and the other is gone."""
    db.execute(update(Contribution).where(Contribution.item_id == other.id).values(item_id=item.id))
    db.delete(other)
    db.flush()


def _with_cards(reach: Reach | None) -> Select[InboxItem, Card]:
    return (
        select(InboxItem, Card)
        .outerjoin(Card, Card.id == InboxItem.card_id)
        .options(joinedload(InboxItem.decided_by), joinedload(InboxItem.variant))
        .where(*_within(reach))
    )


def _within(reach: Reach | None) -> list[ColumnElement[bool]]:
    if reach is None:
        return []
    return [or_(InboxItem.card_set_id.in_(reach.card_set_ids), _topic.in_(reach.topics))]
