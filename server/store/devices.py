"""Phones and browsers that may be sent a push message."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, delete, false, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.store.base import Base, OfOrganisation, RowId


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


def of_person(db: Session, person_id: int) -> list[Device]:
    """The person's devices, latest first."""
    return list(
        db.scalars(
            select(Device).where(Device.person_id == person_id).order_by(Device.updated_at.desc())
        )
    )


def release_address(db: Session, device_id: UUID, address_key: str) -> None:
    """Makes room for a device: whoever held this id or address before loses it."""
    db.execute(delete(Device).where((Device.id == device_id) | (Device.address_key == address_key)))


def remove(db: Session, person_id: int, device_id: UUID) -> None:
    """Removes the person's device, if it is there."""
    db.execute(delete(Device).where(Device.person_id == person_id, Device.id == device_id))


def remove_dead(db: Session, device_id: UUID, address_key: str) -> None:
    """Removes a device whose address is dead, unless it came back with another meanwhile."""
    db.execute(delete(Device).where(Device.id == device_id, Device.address_key == address_key))
