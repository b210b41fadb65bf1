"""The reads behind a session: a learner's campaigns, and what waits in them.

They run for every learner every day, so each is one prepared statement.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, String, bindparam, case, cast, func, select
from sqlalchemy.orm import Session

from server.store.base import table
from server.store.campaigns import Campaign, CampaignCardSet, Enrolment
from server.store.card_memory import CardMemory
from server.store.card_sets import CardSet
from server.store.prepared import Prepared
from server.store.releases import ReleasedCard
from server.store.reviews import Review

MOST_WAITING = 1000

_campaigns, _sets_in, _enrolments = table(Campaign), table(CampaignCardSet), table(Enrolment)
_card_sets, _released = table(CardSet), table(ReleasedCard)
_memory, _reviews = table(CardMemory), table(Review)


class Need(NamedTuple):
    """A set that a campaign wants a learner to know: its live release and the target.

    `practised` are the learner's study days with answers since the Monday asked for.
    """

    campaign_id: int
    card_set_id: int
    live_release_id: int | None
    policy: dict[str, Any]
    cards_per_day: int
    starts_on: date
    days: int
    practised: str | None

    @property
    def ends_on(self) -> date:
        """The last day of the campaign."""
        return self.starts_on + timedelta(days=self.days - 1)

    @property
    def desired_recall(self) -> float:
        """The recall to hold."""
        return float(self.policy["desired_recall"])

    def runs_on(self, day: date) -> bool:
        """Whether the campaign asks cards on that day."""
        return self.starts_on <= day <= self.ends_on

    def begins_after(self, day: date) -> bool:
        """Whether the campaign has yet to begin then, with something to ask."""
        return self.starts_on > day and self.live_release_id is not None


class Waiting(NamedTuple):
    """A card that may be asked. Met before, it has a memory; new, the memory is None.

    `new_cards` is how many new ones there are in all, the same in each row.
    """

    card_id: int
    release_id: int
    topic: str
    stability: float | None
    difficulty: float | None
    first_study_day: date | None
    last_study_day: date | None
    reviews: int | None
    lapses: int | None
    correct_run: int | None
    due_on: date | None
    valid_until: date | None
    new_cards: int


_person: BindParameter[int] = bindparam("person")
_days = (
    select(cast(_reviews.c.study_day, String).label("day"))
    .where(
        _reviews.c.organisation_id == bindparam("organisation_id"),
        _reviews.c.person_id == _person,
        _reviews.c.study_day >= bindparam("monday"),
    )
    .distinct()
    .subquery()
)
_practised = select(func.aggregate_strings(_days.c.day, " ")).scalar_subquery()
_needs = Prepared(
    select(
        _campaigns.c.id,
        _sets_in.c.card_set_id,
        _card_sets.c.live_release_id,
        _campaigns.c.policy,
        _campaigns.c.cards_per_day,
        _campaigns.c.starts_on,
        _campaigns.c.days,
        _practised,
    )
    .select_from(_enrolments)
    .join(_campaigns, _campaigns.c.id == _enrolments.c.campaign_id)
    .join(_sets_in, _sets_in.c.campaign_id == _campaigns.c.id)
    .join(_card_sets, _card_sets.c.id == _sets_in.c.card_set_id)
    .where(
        _enrolments.c.organisation_id == bindparam("organisation_id"),
        _enrolments.c.person_id == _person,
    )
    .order_by(_campaigns.c.id, _sets_in.c.card_set_id)
)

_in_releases = (_released.c.organisation_id == bindparam("organisation_id")) & (
    _released.c.release_id.in_(bindparam("releases", expanding=True))
)
_of_learner = (_memory.c.card_id == _released.c.card_id) & (_memory.c.person_id == _person)
_is_new = _memory.c.card_id.is_(None)
_ends = _released.c.valid_until
_still_valid = _ends.is_(None) | (_ends >= bindparam("today"))
_candidates = (
    select(
        _released.c.card_id,
        _released.c.release_id,
        _released.c.topic,
        _memory.c.stability,
        _memory.c.difficulty,
        _memory.c.first_study_day,
        _memory.c.last_study_day,
        _memory.c.reviews,
        _memory.c.lapses,
        _memory.c.correct_run,
        _memory.c.due_on,
        _released.c.valid_until,
        func.sum(case((_is_new, 1), else_=0)).over().label("new_cards"),
        func.row_number()
        .over(partition_by=_is_new, order_by=(_released.c.release_id, _released.c.position))
        .label("place"),
    )
    .outerjoin(_memory, _of_learner)
    .where(
        _in_releases,
        (_still_valid & (_is_new | (_memory.c.due_on <= bindparam("horizon"))))
        | (_memory.c.last_study_day == bindparam("today")),
    )
    .subquery()
)
_waiting = Prepared(
    select(*(column for column in _candidates.c if column.key != "place"))
    .where(_candidates.c.stability.is_not(None) | (_candidates.c.place <= bindparam("most_new")))
    .order_by(_candidates.c.place)
    .limit(MOST_WAITING)
)
_in_pause = _memory.c.due_on.between(bindparam("paused_from"), bindparam("paused_until"))
_next_dues = Prepared(
    select(
        func.min(case((~_in_pause, _memory.c.due_on))),
        func.min(case((_in_pause, _memory.c.due_on))),
    )
    .select_from(_released)
    .join(_memory, _of_learner)
    .where(
        _in_releases,
        _memory.c.due_on > bindparam("today"),
        _ends.is_(None) | (_ends >= _memory.c.due_on),
    )
)


def needs(db: Session, person_id: int, monday: date) -> list[Need]:
    """What the learner's campaigns want known, whether they run or not."""
    rows = _needs.rows(db, {"person": person_id, "monday": monday})
    return [Need._make(row) for row in rows]


def waiting(
    db: Session,
    person_id: int,
    release_ids: Sequence[int],
    today: date,
    *,
    horizon: date,
    most_new: int,
) -> list[Waiting]:
    """Cards of these releases that are due by the horizon or answered today, and the next new ones.

    Of new ones at most `most_new` come along: a set of thousands would make each session read it.
    """
    given = {"releases": list(release_ids), "today": today, "horizon": horizon}
    rows = _waiting.rows(db, {"person": person_id, "most_new": most_new, **given})
    return [Waiting._make(row) for row in rows]


def next_dues(
    db: Session,
    person_id: int,
    release_ids: Sequence[int],
    today: date,
    *,
    paused_from: date | None,
    paused_until: date | None,
) -> list[date]:
    """The first days after today on which a card of these releases is due: at most two.

    One outside the pause and one inside it, because what is due inside is asked later than that.
    """
    (row,) = _next_dues.rows(
        db,
        {
            "person": person_id,
            "releases": list(release_ids),
            "today": today,
            "paused_from": paused_from or date.max,
            "paused_until": paused_until or date.min,
        },
    )
    return [due for due in row if due is not None]
