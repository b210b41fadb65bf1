"""Which channels have their circuit open: nothing is sent there until it is tried again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from server.store.base import Base


class ChannelState(Base):
    """One channel. `open_until` is None while it works; `failures` counts those in a row."""

    __tablename__ = "channel_states"

    channel: Mapped[str] = mapped_column(primary_key=True)
    failures: Mapped[int] = mapped_column(default=0)
    open_since: Mapped[datetime | None]
    open_until: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(default="")
