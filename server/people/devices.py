"""A person's devices for push."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from server.store import answering, devices
from server.store.devices import Device
from server.store.people import Person

# A browser that forgets its id comes anew each time, and all are read at each reminder.
MOST = 20


def register(
    db: Session,
    person: Person,
    device_id: UUID,
    *,
    channel: str,
    address: dict[str, Any],
    place: str,
    now: datetime,
) -> None:
    """Keeps the device as this person's, and takes it from whoever had it before.

    Across organisations too: a shared phone must not go on buzzing for its former user. `place`
    tells its address from all others. Who gives an address wants to hear there.
    """
    # Two tabs of one browser come at the same moment; on PostgreSQL both would insert.
    answering.take_turn(db, person.id)
    device = Device(
        id=device_id,
        person_id=person.id,
        channel=channel,
        address_key=sha256(f"{channel} {place}".encode()).hexdigest(),
        address=address,
        updated_at=now,
    )
    devices.take_over(db, device)
    devices.keep_latest(db, person.id, MOST)
    if channel not in person.channels:
        person.channels = [*person.channels, channel]
    db.flush()
