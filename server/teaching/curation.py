"""Who looks after what comes in, beside trainers and admins."""

from __future__ import annotations

from sqlalchemy.orm import Session

from server.store import curators, organisations, people
from server.store.curators import Curator
from server.teaching.refusal import NotThere
from server.teaching.sets import the_set


def assign(db: Session, *, person_id: int, card_set_id: int | None, topic: str | None) -> Curator:
    """Lets a person decide about a set, or about a topic in all sets; once, however often asked.

    Raises `NotThere`.
    """
    person = people.by_id(db, person_id)
    if person is None:
        raise NotThere
    # Two rows for one reach would leave the curator one after the other was dismissed.
    organisations.locked(db, person.organisation_id)
    card_set = None if card_set_id is None else the_set(db, card_set_id)
    for one in curators.of_person(db, person_id):
        if (one.card_set_id, one.topic) == (card_set_id, topic):
            return one
    made = Curator(person=person, card_set=card_set, topic=topic)
    db.add(made)
    db.flush()
    return made


def dismiss(db: Session, curator_id: int) -> None:
    """Ends it. Raises `NotThere`."""
    curator = curators.by_id(db, curator_id)
    if curator is None:
        raise NotThere
    db.delete(curator)
    db.flush()
