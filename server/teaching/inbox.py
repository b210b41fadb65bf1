"""The inbox as somebody may see it: each item with the card as it stands and as it could be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from content.amend import amended, new_card
from content.card import Face, from_json, to_json
from server.store import card_sets, curators, inbox
from server.store.card_sets import Card, CardSet
from server.store.care import Contribution, InboxItem, Kind
from server.store.inbox import Reach, Tally, Wanted
from server.store.people import Person, Role
from server.teaching.refusal import NotThere

EVERYTHING = frozenset({Role.TRAINER, Role.ADMIN})


@dataclass(frozen=True, slots=True)
class Entry:
    """One item with all that a decision needs. `proposed` is the card as it would become."""

    item: InboxItem
    card_set: CardSet
    card: Card | None
    proposed: Face | None
    told: Sequence[Contribution]
    tally: Tally

    @property
    def face(self) -> dict[str, Any] | None:
        """The wording that the item is about, as it stands."""
        return wording_of(self.item, self.card)

    @property
    def deleted(self) -> bool:
        """Whether that wording was taken out meanwhile, alone or with its card."""
        rows = (self.card, self.item.variant)
        return any(row is not None and row.deleted_at is not None for row in rows)

    @property
    def topic(self) -> str:
        """The topic that decides which curator may answer."""
        return self.card.topic if self.card else self.item.topic


def reach_of(db: Session, person: Person) -> Reach | None:
    """What the person may decide about; None is everything. Raises `NotThere` for nothing."""
    if person.role in EVERYTHING:
        return None
    mine = curators.of_person(db, person.id)
    if not mine:
        raise NotThere
    return Reach(
        frozenset(one.card_set_id for one in mine if one.card_set_id is not None),
        frozenset(one.topic for one in mine if one.topic is not None),
    )


def listed(
    db: Session, person: Person, wanted: Wanted, *, before: int | None, limit: int
) -> list[Entry]:
    """Items that the person may decide, newest first. Raises `NotThere` for a set that is not."""
    if wanted.card_set_id is not None and card_sets.card_set(db, wanted.card_set_id) is None:
        raise NotThere
    reach = reach_of(db, person)
    return entries(db, inbox.listed(db, reach, wanted, before=before, limit=limit))


def places(db: Session, person: Person) -> list[tuple[int, str, str]]:
    """Sets (id, title) and topics by which the person may choose items. Raises `NotThere`."""
    return inbox.places(db, reach_of(db, person))


def one(db: Session, person: Person, item_id: int) -> tuple[InboxItem, Card | None]:
    """One item that the person may decide, held. Raises `NotThere`."""
    found = inbox.one(db, reach_of(db, person), item_id)
    if found is None:
        raise NotThere
    return found


def entries(db: Session, found: Sequence[tuple[InboxItem, Card | None]]) -> list[Entry]:
    """Adds to each item what is shown of it, in as many statements whatever their number."""
    ids = [item.id for item, _ in found]
    sets = {one.id: one for one in card_sets.of_ids(db, {item.card_set_id for item, _ in found})}
    told, tallies = inbox.told(db, ids), inbox.tallies(db, ids)
    return [
        Entry(
            item,
            sets[item.card_set_id],
            card,
            proposed_face(item, card, sets[item.card_set_id], told.get(item.id, [])),
            told.get(item.id, []),
            tallies.get(item.id, Tally(0, {})),
        )
        for item, card in found
    ]


def wording_of(item: InboxItem, card: Card | None) -> dict[str, Any] | None:
    """The face of the card, or of the variant that the item is about."""
    row = item.variant or card
    return None if row is None else row.face


def proposed_face(
    item: InboxItem, card: Card | None, card_set: CardSet, told: Sequence[Contribution]
) -> Face | None:
    """The face that accepting the item as it is would give; None where nobody wrote one."""
    if not told:
        return None
    lines: dict[str, Any] = told[0].proposal
    if item.kind == Kind.PROPOSAL:
        return new_card("en" if card_set.language == "en" else "nl", lines)
    now = wording_of(item, card)
    if item.kind == Kind.SUGGESTION and now is not None:
        face = from_json(now)
        better = amended(face, lines)
        return None if to_json(better) == to_json(face) else better
    return None
