"""Sign-ins and invitations. Only hashes of tokens are kept: a leaked copy opens nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, bindparam, delete, or_, select, update
from sqlalchemy.orm import (
    Mapped,
    Session,
    contains_eager,
    joinedload,
    mapped_column,
    relationship,
)

from server.store.base import Base, OfOrganisation, RowId, row_id
from server.store.people import Person


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
_person = contains_eager(SignIn.person)
_whole = (_person.joinedload(Person.organisation), _person.joinedload(Person.team))
# Every request asks this: built once, because building costs more than running.
_by_access = (
    select(SignIn)
    .join(SignIn.person)
    .options(*_whole)
    .where(
        SignIn.access_hash == bindparam("token_hash"),
        SignIn.access_until > bindparam("now"),
        SignIn.revoked_at.is_(None),
        Person.active,
    )
)


def by_access(db: Session, token_hash: str, now: datetime) -> SignIn | None:
    """The live sign-in of an access token, with its active person, in one statement."""
    return db.scalar(_by_access, {"token_hash": token_hash, "now": now})


def by_refresh(db: Session, token_hash: str, now: datetime) -> SignIn | None:
    """The live sign-in of a refresh token; the token before counts for `GRACE`."""
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
    )


def revoke_all(db: Session, person_id: int, now: datetime) -> None:
    """Ends every sign-in of the person."""
    db.execute(
        update(SignIn)
        .where(SignIn.person_id == person_id, SignIn.revoked_at.is_(None))
        .values(revoked_at=now)
    )


def open_invitation(db: Session, token_hash: str, now: datetime) -> Invitation | None:
    """The invitation of that token, while unused and in time."""
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
