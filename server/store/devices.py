"""Phones and browsers that may be sent a push message."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, delete, false, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.store import scope
from server.store.among import among
from server.store.base import Base, OfOrganisation, RowId

TRIES = 3


class Device(OfOrganisation, Base):
    """An address for push. The phone makes the id and keeps it over sign-outs.

    `address_key` is the token or endpoint: unique, because a phone that changes hands must not
    go on buzzing for its former owner.
    """

    __tablename__ = "devices"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(RowId, ForeignKey("people.id"), index=True)
    channel: Mapped[str]
    address_key: Mapped[str] = mapped_column(unique=True)
    address: Mapped[dict[str, Any]]
    updated_at: Mapped[datetime]
    # Whether it has ever told that a notice arrived: of others, silence says nothing.
    acknowledges: Mapped[bool] = mapped_column(default=False, server_default=false())


@dataclass(frozen=True, slots=True)
class Reached:
    """A device as a sender sees it: whole rows of a batch took a tenth of its time."""

    id: UUID
    channel: str
    address_key: str
    address: dict[str, Any]
    acknowledges: bool


def of_person(db: Session, person_id: int) -> list[Device]:
    """The person's devices, latest first."""
    return list(
        db.scalars(
            select(Device).where(Device.person_id == person_id).order_by(Device.updated_at.desc())
        )
    )


def of_people(db: Session, person_ids: Collection[int]) -> dict[int, list[Reached]]:
    """The devices of each of these people who has one, latest first."""
    found: dict[int, list[Reached]] = {}
    rows = (
        select(
            Device.person_id, Device.id, Device.channel, Device.address_key, Device.address,
            Device.acknowledges,
        )
        .where(among(Device.person_id, person_ids))
        .order_by(Device.updated_at.desc())
    )  # fmt: skip
    for person_id, *device in db.execute(rows):
        found.setdefault(person_id, []).append(Reached(*device))
    return found


def tells(db: Session, person_id: int, device_id: UUID) -> None:
    """Remembers that this device of the person tells when a notice arrives."""
    db.execute(
        update(Device)
        .where(Device.person_id == person_id, Device.id == device_id, ~Device.acknowledges)
        .values(acknowledges=True)
    )


def take_over(db: Session, device: Device) -> None:
    """Adds a device; whoever held its id or its address before loses it, in any organisation.

    Of two who take it at once on PostgreSQL both find nobody to take it from. The later of them
    fails, and finds the other then.
    """
    same = (Device.id == device.id) | (Device.address_key == device.address_key)
    for tries_left in reversed(range(TRIES)):
        with scope.across_organisations(db):
            db.execute(delete(Device).where(same))
        try:
            with db.begin_nested():
                db.add(device)
        except IntegrityError:
            if not tries_left:
                raise
        else:
            return


def keep_latest(db: Session, person_id: int, most: int) -> None:
    """Removes the person's devices beyond so many, those that were registered longest ago."""
    mine = select(Device.id).where(Device.person_id == person_id)
    older = mine.order_by(Device.updated_at.desc(), Device.id).offset(most)
    db.execute(
        delete(Device).where(Device.id.in_(older)).execution_options(synchronize_session=False)
    )


def remove(db: Session, person_id: int, device_id: UUID) -> None:
    """Removes the person's device, if it is there."""
    db.execute(delete(Device).where(Device.person_id == person_id, Device.id == device_id))


def remove_dead(db: Session, device_id: UUID, address_key: str) -> None:
    """Removes a device whose address is dead, unless it came back with another meanwhile."""
    db.execute(delete(Device).where(Device.id == device_id, Device.address_key == address_key))
