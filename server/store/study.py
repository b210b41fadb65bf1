"""The reads behind a session: a learner's campaigns, and what waits in them.

They run for every learner every day, so each is one prepared statement.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import (
    BindParameter,
    String,
    bindparam,
    case,
    cast,
    func,
    select,
)
from sqlalchemy.orm import Session

from server.store.base import table
from server.store.card_memory import CardMemory
from server.store.needs import needs_text
from server.store.prepared import Prepared
from server.store.releases import ReleasedCard
from server.store.reviews import Review

MOST_WAITING = 1000

_released, _memory, _reviews = table(ReleasedCard), table(CardMemory), table(Review)


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
_plans = Prepared(select(needs_text, _practised))
# One line of text per set: the campaigns are the same for a whole cohort, and so read once.
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


class Plans(NamedTuple):
    """What a learner's campaigns want known, as `needs.read` reads it, and the days practised."""

    needs: str | None
    practised: str | None


def plans(db: Session, person_id: int, monday: date) -> Plans:
    """The learner's campaigns, running or not, and the study days with answers since Monday."""
    return Plans(*_plans.rows(db, {"person": person_id, "monday": monday})[0])


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
    given = {"releases": release_ids, "today": today, "horizon": horizon}
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
