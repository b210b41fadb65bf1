"""Organisations and their teams."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from sqlalchemy import UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from scheduler.days_off import WORKING_WEEK
from server.store.base import Base, OfOrganisation, row_id


class Organisation(Base):
    """A customer firm."""

    __tablename__ = "organisations"

    id: Mapped[row_id]
    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    language: Mapped[str] = mapped_column(default="nl")
    time_zone: Mapped[str] = mapped_column(default="Europe/Amsterdam")
    min_group_size: Mapped[int] = mapped_column(default=5)
    # What each day of the week asks, from Monday on, and the country of public holidays, "" where
    # none are kept; both until a learner says otherwise.
    day_loads: Mapped[list[Any]] = mapped_column(
        default=lambda: list(WORKING_WEEK), server_default=json.dumps(WORKING_WEEK)
    )
    country: Mapped[str] = mapped_column(default="NL", server_default="")
    # How many reminders a learner may get in a week; only an admin lets it rise.
    reminders_a_week: Mapped[int] = mapped_column(default=5, server_default="5")
    is_demo: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]


class Team(OfOrganisation, Base):
    """An org unit. Figures of a team are shown from `min_group_size` people on."""

    __tablename__ = "teams"
    __table_args__ = (UniqueConstraint("organisation_id", "name"),)

    id: Mapped[row_id]
    name: Mapped[str]


def by_slug(db: Session, slug: str) -> Organisation | None:
    """The organisation of that short name."""
    return db.scalar(select(Organisation).where(Organisation.slug == slug))


def teams(db: Session) -> list[Team]:
    """All teams by name."""
    return list(db.scalars(select(Team).order_by(Team.name)))


def team(db: Session, team_id: int) -> Team | None:
    """One team."""
    return db.scalar(select(Team).where(Team.id == team_id))


def all_of_them(db: Session) -> list[Organisation]:
    """Every organisation, by short name."""
    return list(db.scalars(select(Organisation).order_by(Organisation.slug)))


def is_alone(db: Session) -> bool:
    """Whether the installation holds one organisation."""
    return len(db.scalars(select(Organisation.id).limit(2)).all()) == 1


def floor_of(db: Session, organisation_id: int) -> int:
    """The smallest group of which figures are shown."""
    return db.scalars(
        select(Organisation.min_group_size).where(Organisation.id == organisation_id)
    ).one()


def locked(db: Session, organisation_id: int) -> Organisation:
    """The organisation, held until the transaction ends: one at a time may add people to it.

    The lock leaves rows that refer to the organisation alone, so that learners can go on.
    """
    return db.scalars(
        select(Organisation)
        .where(Organisation.id == organisation_id)
        .with_for_update(key_share=True)
    ).one()
