"""People of an organisation: who they are and when they want to learn."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol

from sqlalchemy import (
    ForeignKey,
    Index,
    Select,
    UniqueConstraint,
    false,
    func,
    insert,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from server.store.among import among
from server.store.base import Base, OfOrganisation, RowId, row_id, table
from server.store.organisations import Organisation, Team


class Role(StrEnum):
    """What a person may enter. Every role may practise."""

    LEARNER = "learner"
    TRAINER = "trainer"
    MANAGER = "manager"
    ADMIN = "admin"


class Learner(Protocol):
    """What practice needs to know of a person, be it the whole row or a part of it."""

    @property
    def id(self) -> int: ...
    @property
    def language(self) -> str: ...
    @property
    def time_zone(self) -> str: ...
    @property
    def cards_per_day(self) -> int | None: ...
    @property
    def minutes_per_day(self) -> int | None: ...
    @property
    def attendance(self) -> float | None: ...
    @property
    def parameter_set_id(self) -> int | None: ...


class Person(OfOrganisation, Base):
    """One account. Wall times are minutes of the local day, 0 to 1439."""

    __tablename__ = "people"
    __table_args__ = (
        UniqueConstraint("organisation_id", "email"),
        # Also what rows point at that say learner and organisation by one key.
        Index("ix_people_organisation_id_id", "organisation_id", "id", unique=True),
    )

    id: Mapped[row_id]
    # Without an index of its own: the one above begins with it.
    organisation_id: Mapped[int] = mapped_column(RowId, ForeignKey("organisations.id"))
    email: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    role: Mapped[str]
    team_id: Mapped[int | None] = mapped_column(RowId, ForeignKey("teams.id"), index=True)
    password_hash: Mapped[str | None]
    active: Mapped[bool] = mapped_column(default=True)
    language: Mapped[str] = mapped_column(default="nl")
    time_zone: Mapped[str] = mapped_column(default="Europe/Amsterdam")
    window_from: Mapped[int] = mapped_column(default=9 * 60)
    window_until: Mapped[int] = mapped_column(default=17 * 60)
    quiet_from: Mapped[int] = mapped_column(default=20 * 60)
    quiet_until: Mapped[int] = mapped_column(default=8 * 60)
    # What each day of the week asks, from Monday on, and whose holidays are kept: None where the
    # organisation says.
    day_loads: Mapped[list[Any] | None]
    country: Mapped[str | None]
    channels: Mapped[list[Any]] = mapped_column(default=lambda: ["fcm", "web_push", "mail"])
    # At most one of the two; None in both where the campaigns say.
    cards_per_day: Mapped[int | None]
    minutes_per_day: Mapped[int | None]
    # The share of days with cards due on which the learner practised; None before it can be told.
    attendance: Mapped[float | None]
    # One card a week when campaigns are over.
    upkeep: Mapped[bool] = mapped_column(default=True, server_default=true())
    # Whose memory this is folded with; None for the defaults. No foreign key, here and at reviews:
    # sets and people would point at each other, and a set is never removed.
    parameter_set_id: Mapped[int | None] = mapped_column(RowId)
    # The learner's own minute for reminders; None where it is learned when they suit.
    reminder_minute: Mapped[int | None]
    # "Not this week": the first day on which a reminder is welcome again.
    snoozed_until: Mapped[date | None]
    # Whether a notification may show the question itself, where others may read along.
    question_in_push: Mapped[bool] = mapped_column(default=False, server_default=false())
    # When mail to the address came back for good; None as long as it arrives.
    mail_bounced_at: Mapped[datetime | None]
    # Goes up with everything that may change what the learner remembers.
    practice_version: Mapped[int] = mapped_column(default=0, server_default="0")
    created_at: Mapped[datetime]

    organisation: Mapped[Organisation] = relationship(lazy="raise")
    team: Mapped[Team | None] = relationship(lazy="raise")

    @property
    def status(self) -> str:
        """`invited` until a password is chosen, then `active`; `inactive` once closed."""
        if not self.active:
            return "inactive"
        return "active" if self.password_hash else "invited"


_people = table(Person)


def _whole() -> Select[Person]:
    return select(Person).options(joinedload(Person.organisation), joinedload(Person.team))


def by_id(db: Session, person_id: int) -> Person | None:
    """One person with organisation and team."""
    return db.scalar(_whole().where(Person.id == person_id))


def active_among(db: Session, person_ids: Collection[int]) -> dict[int, Person]:
    """Those of these people who are still here, each with the organisation."""
    rows = _whole().where(among(Person.id, person_ids), Person.active)
    return {person.id: person for person in db.scalars(rows)}


def by_email(db: Session, email: str) -> Person | None:
    """The person of that address, whatever its letter case."""
    return db.scalar(_whole().where(Person.email == email.lower()))


def accounts_of(db: Session, email: str) -> list[Person]:
    """The active accounts of an address over all organisations, for signing in."""
    mine = _whole().where(Person.email == email.lower(), Person.active)
    return list(db.scalars(mine.order_by(Person.id).limit(5)))


def by_emails(db: Session, emails: Sequence[str]) -> dict[str, Person]:
    """People by address, in one statement."""
    found = db.scalars(select(Person).where(Person.email.in_([e.lower() for e in emails])))
    return {person.email: person for person in found}


def add(db: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Inserts people in one round trip; columns that a row leaves out get their defaults."""
    if rows:
        db.execute(insert(_people), list(rows))


def mail_bounced(db: Session, person_ids: Sequence[int], now: datetime) -> None:
    """Notes that mail to these people cannot arrive; when it was first noted stays."""
    if person_ids:
        first = Person.id.in_(person_ids) & Person.mail_bounced_at.is_(None)
        db.execute(update(Person).where(first).values(mail_bounced_at=now))


def other_admins(db: Session, person_id: int) -> int:
    """How many active admins there are beside this person."""
    statement = select(func.count()).where(
        Person.role == Role.ADMIN, Person.active, Person.id != person_id
    )
    return db.scalar(statement) or 0


def authors(db: Session) -> list[Person]:
    """The active trainers and admins."""
    roles = Person.role.in_((Role.TRAINER, Role.ADMIN))
    return list(db.scalars(_whole().where(roles, Person.active).order_by(Person.id)))


def listed(
    db: Session,
    *,
    words: str,
    role: str | None,
    after: tuple[str, int] | None,
    limit: int,
    by_address: bool = True,
) -> list[Person]:
    """People by name, from the one after `after` = (name, id).

    Words are looked for in addresses only `by_address`: a list that hides them would let its
    reader guess them letter by letter.
    """
    lower = func.lower(Person.name)
    statement = _whole().order_by(lower, Person.id).limit(limit)
    if words:
        hit = Person.name.icontains(words, autoescape=True)
        if by_address:
            hit |= Person.email.icontains(words, autoescape=True)
        statement = statement.where(hit)
    if role:
        statement = statement.where(Person.role == role)
    if after:
        # The database makes both small: SQLite leaves an É as it is, and Python does not.
        name, person_id = func.lower(after[0]), after[1]
        statement = statement.where(or_(lower > name, (lower == name) & (Person.id > person_id)))
    return list(db.scalars(statement))
