"""Which channels have their circuit open: nothing is sent there until it is tried again.

A row for each channel that ever failed, shared by all workers; one that works is only read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Update, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.store.base import Base


class ChannelState(Base):
    """A channel, or one of the services that carry it, as `server.channels.circuit` names it.

    `open_until` is None while it works; `failures` counts those in a row.
    """

    __tablename__ = "channel_states"

    channel: Mapped[str] = mapped_column(primary_key=True)
    failures: Mapped[int] = mapped_column(default=0)
    open_since: Mapped[datetime | None]
    open_until: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(default="")


@dataclass(frozen=True, slots=True)
class Standing:
    """How a channel fares, as a worker read it."""

    failures: int = 0
    open_since: datetime | None = None
    open_until: datetime | None = None


def standings(db: Session) -> dict[str, Standing]:
    """Every channel that ever failed."""
    return {
        row.channel: Standing(row.failures, row.open_since, row.open_until)
        for row in db.execute(
            select(
                ChannelState.channel,
                ChannelState.failures,
                ChannelState.open_since,
                ChannelState.open_until,
            )
        )
    }


def open_ones(db: Session) -> list[ChannelState]:
    """The channels to which nothing is sent for now."""
    is_open = ChannelState.open_since.is_not(None)
    return list(db.scalars(select(ChannelState).where(is_open).order_by(ChannelState.channel)))


def failed(db: Session, channel: str, count: int, *, afresh: bool) -> None:
    """Adds failures to those in a row; `afresh` after a message that went well."""
    insert = sqlite.insert if db.get_bind().dialect.name == "sqlite" else postgresql.insert
    added = insert(ChannelState).values(channel=channel, failures=count, reason="")
    total = count if afresh else ChannelState.failures + count
    db.execute(
        added.on_conflict_do_update(index_elements=[ChannelState.channel], set_={"failures": total})
    )


def worked(db: Session, channel: str) -> None:
    """Forgets what went wrong: the provider takes messages."""
    db.execute(_of(channel).values(failures=0, open_since=None, open_until=None, reason=""))


def opened(db: Session, channel: str, since: datetime, until: datetime, reason: str) -> None:
    """Leaves the channel alone until that moment."""
    db.execute(_of(channel).values(open_since=since, open_until=until, reason=reason))


def take_trial(db: Session, channel: str, now: datetime, until: datetime) -> bool:
    """Lets one worker try a channel whose time is over; the others go on waiting until then."""
    taken = db.execute(_of(channel).where(ChannelState.open_until <= now).values(open_until=until))
    return bool(taken.rowcount)  # type: ignore[attr-defined]  # an UPDATE gives a CursorResult


def forget(db: Session, before: datetime) -> None:
    """Forgets those whose time was over then and that nothing was sent to since."""
    db.execute(delete(ChannelState).where(ChannelState.open_until < before))


def _of(channel: str) -> Update:
    return (
        update(ChannelState)
        .where(ChannelState.channel == channel)
        .execution_options(synchronize_session=False)
    )
