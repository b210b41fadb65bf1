"""What each learner's reminders came to: the facts by which the next ones are chosen."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.store.among import among
from server.store.base import Base, OfOrganisation, RowId, row_id


class Rhythm(OfOrganisation, Base):
    """One learner's row; whoever was never reminded nor judged has none.

    `ignored`: reminders in a row that no session followed within two hours. `in_week`: sent in the
    week that begins on `week`, a Monday. `asked_help_on`: the day of the mail that asked for help
    in vain. `alone`: of the latest `alone_of` practice days up to `counted_on` a bit each, the
    latest the lowest, set where the day began without a reminder.
    `hours` and `wordings` are tallies as arrays of little-endian 4-byte floats: for each local
    hour, or each wording by its number, how often sent and how often answered; wordings have a
    third, the ordinal of the day of the last. Bytes, because a night reads a million of them.
    """

    __tablename__ = "rhythms"

    person_id: Mapped[int] = mapped_column(RowId, ForeignKey("people.id"), primary_key=True)
    ignored: Mapped[int] = mapped_column(default=0)
    last_reminder_at: Mapped[datetime | None]
    last_reminder_on: Mapped[date | None]
    week: Mapped[date | None]
    in_week: Mapped[int] = mapped_column(default=0)
    alone: Mapped[int] = mapped_column(default=0)
    alone_of: Mapped[int] = mapped_column(default=0)
    counted_on: Mapped[date | None]
    asked_help_on: Mapped[date | None]
    hours: Mapped[bytes] = mapped_column(default=b"")
    wordings: Mapped[bytes] = mapped_column(default=b"")


class CohortRhythm(OfOrganisation, Base):
    """The same two tallies over all learners of an organisation: where a newcomer begins."""

    __tablename__ = "cohort_rhythms"
    __table_args__ = (UniqueConstraint("organisation_id"),)

    id: Mapped[row_id]
    hours: Mapped[bytes] = mapped_column(default=b"")
    wordings: Mapped[bytes] = mapped_column(default=b"")


def of_firms(db: Session, organisation_ids: Collection[int]) -> dict[int, tuple[bytes, bytes]]:
    """The tallies of hours and of wordings of these organisations, where there are any."""
    rows = db.execute(
        select(CohortRhythm.organisation_id, CohortRhythm.hours, CohortRhythm.wordings).where(
            among(CohortRhythm.organisation_id, organisation_ids)
        )
    )
    return {firm: (hours, wordings) for firm, hours, wordings in rows}
