"""Cards that course material suggests: brought in, kept, dropped, and taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from content import limits
from content.card import to_json
from content.material.blocks import Place
from content.material.proposal import Proposal, identity
from server.store import card_drafts, card_sets
from server.store.card_drafts import CardDraft, State
from server.store.people import Person
from server.teaching import edit_card
from server.teaching.refusal import NotThere, Refused
from server.teaching.sets import set_to_change, take_out
from server.texts import text


class Decided(Exception):
    """Somebody has decided already. `draft` is how it stands."""

    def __init__(self, draft: CardDraft) -> None:
        super().__init__(draft.id)
        self.draft = draft


def bring_in(
    db: Session,
    card_set_id: int,
    file_name: str,
    proposals: Iterable[tuple[Proposal, str]],
    now: datetime,
) -> tuple[int, int]:
    """Lays down what is new of these, each with its origin; how many, and how many were known.

    What the set had before, open or decided, stays as it is. Raises `NotThere`.
    """
    # Held, so that the same file twice at once is looked at one after the other.
    set_to_change(db, card_set_id)
    drafts: dict[str, CardDraft] = {}
    for proposal, origin in sorted(proposals, key=lambda one: one[0].place):
        made = _draft(card_set_id, file_name, proposal, origin, now)
        drafts.setdefault(made.identity, made)
    known = card_drafts.known(db, card_set_id, drafts)
    db.add_all(draft for name, draft in drafts.items() if name not in known)
    db.flush()
    return len(drafts) - len(known), len(known)


def keep(
    db: Session,
    author: Person,
    card_set_id: int,
    draft_id: int,
    *,
    face: Mapping[str, Any] | None,
    topic: str | None,
    tags: Sequence[str],
    now: datetime,
) -> CardDraft:
    """Makes the draft a card of the set, as the author gave it or as it stands.

    Raises `Decided` unless it is open, `NotThere`, and what `edit_card.create` raises.
    """
    draft = _held(db, card_set_id, draft_id)
    if draft.state != State.OPEN:
        raise Decided(draft)
    card = edit_card.create(
        db, author, card_set_id,
        face=draft.face if face is None else face,
        topic=draft.topic if topic is None else topic,
        tags=tags, after=None, now=now,
    )  # fmt: skip
    return _decide(db, author, draft, State.KEPT, now, card_id=card.id)


def drop(db: Session, author: Person, card_set_id: int, draft_id: int, now: datetime) -> CardDraft:
    """Says no to an open draft. Raises `Decided` and `NotThere`."""
    draft = _held(db, card_set_id, draft_id)
    if draft.state != State.OPEN:
        raise Decided(draft)
    return _decide(db, author, draft, State.DROPPED, now)


def reopen(
    db: Session, author: Person, card_set_id: int, draft_id: int, now: datetime
) -> CardDraft:
    """Takes a decision back, and out of the set the card that it made.

    An open draft stays open. Raises `NotThere`, and `Refused` when the card was edited since.
    """
    draft = _held(db, card_set_id, draft_id)
    if draft.card_id is not None:
        card = card_sets.card(db, card_set_id, draft.card_id)
        if card is not None and card.deleted_at is None:
            if card.version > 1:
                raise Refused("draft_id", "draft-card-went-on")
            take_out(db, author, card_set_id, card.id, now)
    return _changed(
        db, draft, state=State.OPEN.value, card_id=None, decided_by_id=None, decided_at=None
    )


def clear(db: Session, card_set_id: int, file_name: str | None) -> int:
    """Forgets what nobody decided on, of a file or of all; how many drafts. Raises `NotThere`."""
    set_to_change(db, card_set_id)
    return card_drafts.remove_open(db, card_set_id, file_name)


def place_words(kind: str, number: int, language: str) -> str:
    """Where in the file it stands, as a person says it."""
    return text(f"draft-place-{kind}", language, number=number)


def _draft(
    card_set_id: int, file_name: str, proposal: Proposal, origin: str, now: datetime
) -> CardDraft:
    face = to_json(proposal.face)
    return CardDraft(
        card_set_id=card_set_id,
        file_name=file_name,
        place_kind=proposal.place.kind,
        place_number=proposal.place.number,
        identity=identity(proposal.face.prompt, face),
        face={**face, "source": _source(file_name, proposal.place, proposal.face.language)},
        topic=proposal.topic,
        quote=proposal.quote,
        why=proposal.why,
        origin=origin,
        state=State.OPEN.value,
        created_at=now,
    )


def _source(file_name: str, place: Place, language: str) -> str:
    """What the learner reads under the card, in the card's language."""
    where = place_words(place.kind, place.number, language)
    return f"{file_name}, {where}"[-limits.SOURCE :]


def _held(db: Session, card_set_id: int, draft_id: int) -> CardDraft:
    """The draft, while nobody else changes the set."""
    set_to_change(db, card_set_id)
    draft = card_drafts.one(db, card_set_id, draft_id)
    if draft is None:
        raise NotThere
    return draft


def _decide(
    db: Session, author: Person, draft: CardDraft, state: State, now: datetime, **more: int
) -> CardDraft:
    return _changed(db, draft, state=state.value, decided_by_id=author.id, decided_at=now, **more)


def _changed(db: Session, draft: CardDraft, **values: Any) -> CardDraft:
    for name, value in values.items():
        setattr(draft, name, value)
    db.flush()
    found = card_drafts.one(db, draft.card_set_id, draft.id)
    if found is None:
        raise NotThere
    return found
