"""When campaigns run, read for the clock: over all organisations at once."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.store.among import among_given
from server.store.campaigns import Campaign, CourseEvent
from server.store.prepared import Prepared


class Span(NamedTuple):
    """When a campaign runs, when its course was held, and its pre-test as it is kept."""

    starts_on: date
    days: int
    held_on: date
    pre_test: dict[str, Any] | None

    @property
    def ends_on(self) -> date:
        """The last day."""
        return self.starts_on + timedelta(days=self.days - 1)

    def runs_on(self, day: date) -> bool:
        """Whether it asks cards that day."""
        return self.starts_on <= day <= self.ends_on


def spans(db: Session, campaign_ids: Collection[int]) -> dict[int, Span]:
    """When these campaigns run, by id; the session looks across organisations."""
    rows = _spans.rows(db, {"campaigns": campaign_ids})
    return {campaign_id: Span(*span) for campaign_id, *span in rows}


_spans = Prepared(
    select(Campaign.id, Campaign.starts_on, Campaign.days, CourseEvent.held_on, Campaign.pre_test)
    .join(CourseEvent, CourseEvent.id == Campaign.course_event_id)
    .where(among_given(Campaign.id, "campaigns")),
    across=True,
)
