"""Sign-ins and invitations. Only hashes of tokens are kept: a leaked copy opens nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import ForeignKey, bindparam, delete, or_, select, update
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from server.store.base import Base, OfOrganisation, RowId, row_id, table
from server.store.people import Person
from server.store.prepared import Prepared


class SignIn(OfOrganisation, Base):
    """One signed-in device."""

    __tablename__ = "sign_ins"

    id: Mapped[row_id]
    person_id: Mapped[int] = mapped_column(RowId, ForeignKey("people.id"), index=True)
    access_hash: Mapped[str] = mapped_column(unique=True)
    access_until: Mapped[datetime]
    refresh_hash: Mapped[str] = mapped_column(unique=True)
    # A phone that loses the network while refreshing never sees its new token; the one before
    # works for a minute longer, or the person would be thrown out with answers still waiting.
    refresh_hash_before: Mapped[str | None] = mapped_column(index=True)
    refreshed_at: Mapped[datetime]
    refresh_until: Mapped[datetime]
    revoked_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship(lazy="raise")


class Invitation(OfOrganisation, Base):
    """A link to choose a password: for a new person, or one who forgot."""

    __tablename__ = "invitations"

    id: Mapped[row_id]
    person_id: Mapped[int] = mapped_column(RowId, ForeignKey("people.id"), index=True)
    token_hash: Mapped[str] = mapped_column(unique=True)
    until: Mapped[datetime]
    used_at: Mapped[datetime | None]
    created_at: Mapped[datetime]

    person: Mapped[Person] = relationship(lazy="raise")


GRACE = timedelta(seconds=60)
_person = joinedload(SignIn.person)
_whole = (_person.joinedload(Person.organisation), _person.joinedload(Person.team))
_sign_ins, _people = table(SignIn), table(Person)


class Caller(NamedTuple):
    """Whose request it is: what every request needs to know, and practice of its learner."""

    id: int
    sign_in_id: int
    organisation_id: int
    role: str
    language: str
    time_zone: str
    cards_per_day: int | None
    minutes_per_day: int | None
    attendance: float | None
    parameter_set_id: int | None
    practice_version: int


_by_access = Prepared(
    select(
        _people.c.id,
        _sign_ins.c.id.label("sign_in_id"),
        *(_people.c[name] for name in Caller._fields[2:]),
    )
    .join(_people, _people.c.id == _sign_ins.c.person_id)
    .where(
        _sign_ins.c.access_hash == bindparam("token_hash"),
        _sign_ins.c.access_until > bindparam("now"),
        _sign_ins.c.revoked_at.is_(None),
        _people.c.active,
    ),
    across=True,
)


def by_access(db: Session, token_hash: str, now: datetime) -> Caller | None:
    """Who holds a live sign-in with that access token, while active; in one statement.

    The one read that does not know its organisation yet: it tells whose work the request does.
    """
    rows = _by_access.rows(db, {"token_hash": token_hash, "now": now})
    return Caller._make(rows[0]) if rows else None


def by_refresh(db: Session, token_hash: str, now: datetime) -> SignIn | None:
    """The live sign-in of a refresh token; the token before counts for `GRACE`.

    Held until the transaction ends: of two that refresh at once, the second then sees what the
    first made, and leaves it the grace.
    """
    return db.scalar(
        select(SignIn)
        .join(SignIn.person)
        .options(*_whole)
        .where(
            or_(
                SignIn.refresh_hash == token_hash,
                (SignIn.refresh_hash_before == token_hash) & (SignIn.refreshed_at > now - GRACE),
            ),
            SignIn.refresh_until > now,
            SignIn.revoked_at.is_(None),
            Person.active,
        )
        .with_for_update(of=SignIn)
    )


def revoke(db: Session, sign_in_id: int, now: datetime) -> None:
    """Ends one sign-in."""
    db.execute(update(SignIn).where(SignIn.id == sign_in_id).values(revoked_at=now))


def revoke_all(db: Session, person_id: int, now: datetime) -> None:
    """Ends every sign-in of the person."""
    db.execute(
        update(SignIn)
        .where(SignIn.person_id == person_id, SignIn.revoked_at.is_(None))
        .values(revoked_at=now)
    )


def open_invitation(db: Session, token_hash: str, now: datetime) -> Invitation | None:
    """The invitation of that token, while unused and in time, held until the transaction ends."""
    return db.scalar(
        select(Invitation)
        .options(
            joinedload(Invitation.person).joinedload(Person.organisation),
            joinedload(Invitation.person).joinedload(Person.team),
        )
        .where(
            Invitation.token_hash == token_hash,
            Invitation.until > now,
            Invitation.used_at.is_(None),
        )
        .with_for_update(of=Invitation)
    )


def spend_invitations(db: Session, person_id: int, now: datetime) -> None:
    """Ends every link of the person."""
    db.execute(
        update(Invitation)
        .where(Invitation.person_id == person_id, Invitation.used_at.is_(None))
        .values(used_at=now)
    )


def clear(db: Session, before: datetime) -> None:
    """Forgets sign-ins and invitations that ended before that moment."""
    for statement in (
        delete(SignIn).where(SignIn.refresh_until < before),
        delete(Invitation).where(Invitation.until < before),
    ):
        db.execute(statement.execution_options(synchronize_session=False))


def invited(db: Session, person_ids: Iterable[int], now: datetime) -> set[int]:
    """Those of these people who hold an invitation that still works."""
    return set(
        db.scalars(
            select(Invitation.person_id).where(
                Invitation.person_id.in_(list(person_ids)),
                Invitation.until > now,
                Invitation.used_at.is_(None),
            )
        )
    )
