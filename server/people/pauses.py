"""Going away for some days, and coming back earlier than planned."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from server.store import answering, pauses
from server.store.pauses import PauseKind, StoredPause
from server.store.people import Person

LONGEST = timedelta(days=365)
LOOK_BACK = timedelta(days=60)
MOST_AHEAD = 20


class TooMany(Exception):
    """So many pauses ahead that no more can be told of."""


class NoSuchPause(Exception):
    """The pause is not there, is over, or is another person's."""


def add(
    db: Session,
    person: Person,
    kind: PauseKind,
    days: tuple[date, date],
    *,
    today: date,
    now: datetime,
) -> StoredPause:
    """Keeps a pause, both days included; told twice it is there once.

    It may overlap others, and may have begun already: who was ill tells of it afterwards. Raises
    `TooMany`.
    """
    answering.take_turn(db, person.id)
    known = pauses.ahead(db, person.id, min(today, days[1]))
    for one in known:
        if (one.kind, one.first_day, one.last_day) == (kind, *days):
            return one
    if sum(one.last_day >= today for one in known) >= MOST_AHEAD:
        raise TooMany
    first_day, last_day = days
    made = StoredPause(
        person_id=person.id, kind=kind.value, first_day=first_day, last_day=last_day,
        created_at=now,
    )  # fmt: skip
    db.add(made)
    db.flush()
    return made


def replace(
    db: Session, person: Person, days: tuple[date, date] | None, *, today: date, now: datetime
) -> None:
    """Ends all pauses that are not over, and keeps a holiday of these days, if any."""
    for one in pauses.ahead(db, person.id, today):
        end(db, person, one.id, today=today)
    if days is not None:
        add(db, person, PauseKind.HOLIDAY, days, today=today, now=now)


def end(db: Session, person: Person, pause_id: int, *, today: date) -> None:
    """Takes a pause back that is to come; one that runs ended yesterday. Raises `NoSuchPause`.

    The days away stay known, or all that fell due in them would wait at once.
    """
    answering.take_turn(db, person.id)
    found = pauses.mine(db, person.id, pause_id)
    if found is None or found.last_day < today:
        raise NoSuchPause
    if found.first_day >= today:
        db.delete(found)
    else:
        found.last_day = today - timedelta(days=1)
    db.flush()
