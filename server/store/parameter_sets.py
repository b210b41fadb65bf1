"""Parameters of the memory model: every set that was ever made, in force or not.

A set is never changed or removed: answers name the one that was in force when they were given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Row,
    UniqueConstraint,
    bindparam,
    func,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column, relationship

from scheduler.fsrs6 import DEFAULT_PARAMETERS
from server.store.base import Base, OfOrganisation, RowId, row_id, table
from server.store.keeping import Keeping
from server.store.people import Person
from server.store.prepared import Prepared

Parameters = tuple[float, ...]
MOST_KEPT = 20_000
"""In memory of one process, a kilobyte each."""


class State(StrEnum):
    """Where a set stands. `WAITING` waits for an admin to decide."""

    REFUSED = "refused"
    WAITING = "waiting"
    DECLINED = "declined"
    IN_FORCE = "in_force"
    RETIRED = "retired"


class ParameterSet(OfOrganisation, Base):
    """Parameters made from `n` answers: of one learner, or of all of the organisation (None).

    A refused set may have none: from those answers nothing could be made, or judged.
    `evaluation` is what the gate saw. It was in force from `adopted_at` to `retired_at`.
    """

    __tablename__ = "parameter_sets"
    __table_args__ = (UniqueConstraint("organisation_id", "person_id", "version"),)

    id: Mapped[row_id]
    person_id: Mapped[int | None] = mapped_column(RowId, ForeignKey("people.id"), index=True)
    version: Mapped[int]
    parameters: Mapped[list[Any]]
    n: Mapped[int]
    evaluation: Mapped[dict[str, Any]]
    state: Mapped[str]
    made_at: Mapped[datetime]
    adopted_at: Mapped[datetime | None]
    retired_at: Mapped[datetime | None]

    person: Mapped[Person | None] = relationship(lazy="raise")


_sets, _people = table(ParameterSet), table(Person)
_by_ids = Prepared(
    select(_sets.c.id, _sets.c.parameters).where(
        _sets.c.organisation_id == bindparam("organisation_id"),
        _sets.c.id.in_(bindparam("ids", expanding=True)),
    )
)
_known: Keeping[int | None, Parameters] = Keeping(MOST_KEPT)


def of_ids(db: Session, ids: Iterable[int | None]) -> dict[int | None, Parameters]:
    """Parameters by the id of their set; None names the defaults. Read once in each process."""
    wanted = {one for one in ids if one is not None}
    found: dict[int | None, Parameters] = {None: DEFAULT_PARAMETERS}
    found.update(_known.get(db, wanted))
    if missing := wanted - found.keys():
        rows = _by_ids.rows(db, {"ids": sorted(missing)})
        read = {set_id: tuple(map(float, parameters)) for set_id, parameters in rows}
        _known.put(db, read)
        found.update(read)
    return found


def of_id(db: Session, set_id: int | None) -> Parameters:
    """The parameters of one set; of None the defaults."""
    return DEFAULT_PARAMETERS if set_id is None else of_ids(db, [set_id])[set_id]


def pooled_one(db: Session, set_id: int) -> ParameterSet | None:
    """One set of the organisation as a whole, as it stands now."""
    return db.scalar(
        select(ParameterSet)
        .where(ParameterSet.id == set_id, ParameterSet.person_id.is_(None))
        .execution_options(populate_existing=True)
    )


def latest(db: Session, person_id: int | None) -> ParameterSet | None:
    """What was last made for one learner, or for all of the organisation."""
    return db.scalar(
        select(ParameterSet).where(_made_for(person_id)).order_by(ParameterSet.version.desc())
        .limit(1)
    )  # fmt: skip


def in_force(db: Session, person_id: int | None) -> ParameterSet | None:
    """The learner's own set, or that of all of the organisation, where one is in force."""
    return db.scalar(
        select(ParameterSet).where(_made_for(person_id), ParameterSet.state == State.IN_FORCE.value)
    )


def pooled(db: Session) -> Sequence[ParameterSet]:
    """All sets of the organisation as a whole, the latest first."""
    return db.scalars(
        select(ParameterSet).where(_made_for(None)).order_by(ParameterSet.version.desc())
    ).all()


def personal(db: Session) -> Sequence[Row[str, dict[str, Any]]]:
    """State and evaluation of the latest set of each learner who has one; nameless."""
    other = aliased(ParameterSet)
    newest = (
        select(func.max(other.version))
        .where(other.person_id == ParameterSet.person_id)
        .scalar_subquery()
    )
    return db.execute(
        select(ParameterSet.state, ParameterSet.evaluation).where(
            ParameterSet.person_id.is_not(None), ParameterSet.version == newest
        )
    ).all()


def to_switch(db: Session, *, person_id: int | None, after: int, limit: int) -> list[int]:
    """People from the one after `after` whose answers do not yet go by the set that they should."""
    statement = (
        select(Person.id)
        .where(Person.id > after, Person.parameter_set_id.is_distinct_from(_due(Person.id)))
        .order_by(Person.id)
        .limit(limit)
    )
    if person_id is not None:
        statement = statement.where(Person.id == person_id)
    return list(db.scalars(statement))


def due_for(db: Session, people: Sequence[int]) -> dict[int, int | None]:
    """The set that the answers of each of these should go by: the own one before that of all."""
    rows = db.execute(select(Person.id, _due(Person.id)).where(Person.id.in_(people)))
    return dict(rows.all())


def of_people(db: Session, people: Sequence[int]) -> dict[int, int | None]:
    """The set that the memory of each of these goes by now."""
    rows = db.execute(select(Person.id, Person.parameter_set_id).where(Person.id.in_(people)))
    return dict(rows.all())


def switch(db: Session, sets: Mapping[int, int | None]) -> None:
    """From now on the answers of each of these people go by this set."""
    for set_id in {*sets.values()}:
        people = [one for one, own in sets.items() if own == set_id]
        db.execute(
            update(Person)
            .where(Person.id.in_(people))
            .values(parameter_set_id=set_id)
            .execution_options(synchronize_session=False)
        )


def retire(db: Session, person_id: int | None, now: datetime) -> None:
    """Takes what is in force for one learner, or for all of the organisation, out of force."""
    db.execute(
        update(ParameterSet)
        .where(_made_for(person_id), ParameterSet.state == State.IN_FORCE.value)
        .values(state=State.RETIRED.value, retired_at=now)
        .execution_options(synchronize_session=False)
    )


def supersede_waiting(db: Session) -> None:
    """Declines what waited for a decision about all of the organisation: there is a newer one."""
    db.execute(
        update(ParameterSet)
        .where(_made_for(None), ParameterSet.state == State.WAITING.value)
        .values(state=State.DECLINED.value)
        .execution_options(synchronize_session=False)
    )


def _made_for(person_id: int | None) -> ColumnElement[bool]:
    if person_id is None:
        return ParameterSet.person_id.is_(None)
    return ParameterSet.person_id == person_id


def _due(person_id: Any) -> ColumnElement[Any]:
    own, everyones = aliased(ParameterSet), aliased(ParameterSet)
    stands = State.IN_FORCE.value
    return func.coalesce(
        select(own.id).where(own.person_id == person_id, own.state == stands).scalar_subquery(),
        select(everyones.id)
        .where(everyones.person_id.is_(None), everyones.state == stands)
        .scalar_subquery(),
    )
