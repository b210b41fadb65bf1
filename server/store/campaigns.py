"""Course events, campaigns and who takes part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ForeignKey, Select, UniqueConstraint, func, insert, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship, selectinload

from server.store.base import Base, OfOrganisation, RowId, row_id, table
from server.store.card_sets import CardSet
from server.store.people import Person

RECALL_ON_THE_WAY = 0.8
"""Over 90 days both a date and three boosters take about four turns a card, as a held 0.8 does."""


class CourseEvent(OfOrganisation, Base):
    """The formal course that a campaign makes stick."""

    __tablename__ = "course_events"

    id: Mapped[row_id]
    title: Mapped[str]
    held_on: Mapped[date]


class Campaign(OfOrganisation, Base):
    """A timed programme of practice for a group.

    `pre_test` is None without one; else its cards and days, as `server.store.pre_tests` reads it.
    """

    __tablename__ = "campaigns"

    id: Mapped[row_id]
    title: Mapped[str]
    course_event_id: Mapped[int] = mapped_column(RowId, ForeignKey("course_events.id"))
    objectives: Mapped[list[Any]]
    policy: Mapped[dict[str, Any]]
    cards_per_day: Mapped[int]
    starts_on: Mapped[date]
    days: Mapped[int]
    pre_test: Mapped[dict[str, Any] | None]
    created_by_id: Mapped[int] = mapped_column(RowId, ForeignKey("people.id"))
    created_at: Mapped[datetime]

    course_event: Mapped[CourseEvent] = relationship(lazy="raise")
    card_sets: Mapped[list[CampaignCardSet]] = relationship(
        lazy="raise", order_by="CampaignCardSet.card_set_id"
    )

    @property
    def ends_on(self) -> date:
        """The last day of the campaign."""
        return self.starts_on + timedelta(days=self.days - 1)

    @property
    def desired_recall(self) -> float | None:
        """The recall the campaign wants, 0.70 to 0.97; None where it looks at days alone."""
        found: float | None = self.policy.get("desired_recall")
        return found

    @property
    def recall_on_the_way(self) -> float:
        """The held recall that asks about as many reviews as the campaign's policy does."""
        if self.policy["kind"] == "readiness":
            return float(self.policy["desired_recall"])
        return RECALL_ON_THE_WAY


class CampaignCardSet(OfOrganisation, Base):
    """A set practised in a campaign."""

    __tablename__ = "campaign_card_sets"

    campaign_id: Mapped[int] = mapped_column(RowId, ForeignKey("campaigns.id"), primary_key=True)
    card_set_id: Mapped[int] = mapped_column(
        RowId, ForeignKey("card_sets.id"), primary_key=True, index=True
    )

    card_set: Mapped[CardSet] = relationship(lazy="raise")


class Enrolment(OfOrganisation, Base):
    """A person's membership in a campaign."""

    __tablename__ = "enrolments"
    __table_args__ = (UniqueConstraint("campaign_id", "person_id"),)

    id: Mapped[row_id]
    campaign_id: Mapped[int] = mapped_column(RowId, ForeignKey("campaigns.id"))
    person_id: Mapped[int] = mapped_column(RowId, ForeignKey("people.id"), index=True)
    enrolled_at: Mapped[datetime]

    person: Mapped[Person] = relationship(lazy="raise")


_enrolments = table(Enrolment)
_whole = (
    joinedload(Campaign.course_event),
    selectinload(Campaign.card_sets).joinedload(CampaignCardSet.card_set),
)


def campaign(db: Session, campaign_id: int) -> Campaign | None:
    """One campaign with course and sets."""
    return db.scalar(select(Campaign).options(*_whole).where(Campaign.id == campaign_id))


def listed(db: Session, *, before: int | None, limit: int) -> list[Campaign]:
    """Campaigns, newest first, from the one before id `before`."""
    statement = select(Campaign).options(*_whole).order_by(Campaign.id.desc()).limit(limit)
    if before is not None:
        statement = statement.where(Campaign.id < before)
    return list(db.scalars(statement))


def enrolled_counts(db: Session, ids: Iterable[int]) -> dict[int, int]:
    """People enrolled per campaign."""
    rows = db.execute(
        select(Enrolment.campaign_id, func.count().label("enrolled"))
        .where(Enrolment.campaign_id.in_(list(ids)))
        .group_by(Enrolment.campaign_id)
    )
    return {row.campaign_id: row.enrolled for row in rows}


def enrolled_ids(db: Session, campaign_id: int) -> set[int]:
    """Who is enrolled, as ids of people."""
    return set(db.scalars(select(Enrolment.person_id).where(Enrolment.campaign_id == campaign_id)))


def enrol(db: Session, campaign_id: int, person_ids: Sequence[int], now: datetime) -> None:
    """Enrols people who are not yet, in one round trip."""
    rows = [
        {"campaign_id": campaign_id, "person_id": person_id, "enrolled_at": now}
        for person_id in person_ids
    ]
    if rows:
        db.execute(insert(_enrolments), rows)


def enrolments(db: Session, campaign_id: int, *, after: int | None, limit: int) -> list[Enrolment]:
    """Enrolments with their people, oldest first, from the one after id `after`."""
    statement = (
        select(Enrolment)
        .options(joinedload(Enrolment.person))
        .where(Enrolment.campaign_id == campaign_id)
        .order_by(Enrolment.id)
        .limit(limit)
    )
    if after is not None:
        statement = statement.where(Enrolment.id > after)
    return list(db.scalars(statement))


def aims(db: Session, campaign_id: int | None) -> list[Campaign]:
    """One campaign or all of them, bare: start and policy, without course and sets."""
    statement = select(Campaign).order_by(Campaign.id)
    if campaign_id is not None:
        statement = statement.where(Campaign.id == campaign_id)
    return list(db.scalars(statement))


def learners_of(card_set_id: int) -> Select[int]:
    """The ids of everyone in a campaign with the set, to be used inside another statement."""
    return (
        select(Enrolment.person_id)
        .join(CampaignCardSet, CampaignCardSet.campaign_id == Enrolment.campaign_id)
        .where(CampaignCardSet.card_set_id == card_set_id)
    )
