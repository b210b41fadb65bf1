"""The reads behind a session: a learner's campaigns, and what waits in them.

They run for every learner every day, so each is one prepared statement.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import (
    BindParameter,
    Date,
    String,
    bindparam,
    case,
    cast,
    func,
    literal,
    null,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from scheduler.study_day import monday_of
from server.store import beside, rests
from server.store.base import table
from server.store.beside import NOTHING, RUNNING, Beside
from server.store.card_memory import CardMemory
from server.store.needs import needs_text
from server.store.organisations import Organisation
from server.store.pauses import STILL_FELT, pauses_text
from server.store.people import Person
from server.store.prepared import Prepared
from server.store.refresh_dates import dates_text
from server.store.releases import ReleasedCard
from server.store.reviews import Review

MOST_WAITING = 1000
NO_TOPIC = "\n"  # an `IN` wants one value at least, and topics are trimmed
LATEST_ANSWERS = 50

_people, _firms = table(Person), table(Organisation)
_released, _memory, _reviews = table(ReleasedCard), table(CardMemory), table(Review)


class Waiting(NamedTuple):
    """A card that may be asked. Met before, it has a memory; new, the memory is None.

    `new_cards` is how many new ones there are in all, the same in each row. `mended` says of a
    leech that it was changed or decided about since. `part` and `last_on` as in `store.beside`.
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
    kin: str
    variants_seen: str | None
    new_cards: int
    mended: bool
    part: int
    last_on: date | None


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
_took = (
    select(_reviews.c.took_ms)
    .where(
        _reviews.c.organisation_id == bindparam("organisation_id"),
        _reviews.c.person_id == _person,
        _reviews.c.study_day < bindparam("today"),
    )
    .order_by(_reviews.c.study_day.desc())
    .limit(LATEST_ANSWERS)
    .subquery()
)
_times = select(func.aggregate_strings(cast(_took.c.took_ms, String), " ")).scalar_subquery()
_plans = Prepared(
    select(
        needs_text,
        _practised,
        pauses_text,
        _times,
        _people.c.day_loads,
        _people.c.country,
        _firms.c.day_loads.label("firm_day_loads"),
        _firms.c.country.label("firm_country"),
        _people.c.upkeep,
        dates_text,
    )
    .select_from(_people)
    .join(_firms, _firms.c.id == _people.c.organisation_id)
    .where(_people.c.organisation_id == bindparam("organisation_id"), _people.c.id == _person)
)
# One line of text per set: the campaigns are the same for a whole cohort, and so read once.
_in_releases = (_released.c.organisation_id == bindparam("organisation_id")) & (
    _released.c.release_id.in_(bindparam("releases", expanding=True))
)
_of_learner = (_memory.c.card_id == _released.c.card_id) & (_memory.c.person_id == _person)
_is_new = _memory.c.card_id.is_(None)
_ends = _released.c.valid_until
_still_valid = _ends.is_(None) | (_ends >= bindparam("today"))
_has_date = _released.c.topic.in_(bindparam("topics", expanding=True))
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
        _released.c.kin,
        _memory.c.variants_seen,
        func.sum(case((_is_new, 1), else_=0)).over().label("new_cards"),
        rests.mended(_memory).label("mended"),
        literal(RUNNING).label("part"),
        cast(null(), Date).label("last_on"),
        func.row_number()
        .over(partition_by=_is_new, order_by=(_released.c.release_id, _released.c.position))
        .label("place"),
    )
    .outerjoin(_memory, _of_learner)
    .where(
        _in_releases,
        (_still_valid & (_is_new | (_memory.c.due_on <= bindparam("horizon")) | _has_date))
        | (_memory.c.last_study_day == bindparam("today")),
    )
    .subquery()
)
_running = (
    select(*_candidates.c)
    .where(_candidates.c.stability.is_not(None) | (_candidates.c.place <= bindparam("most_new")))
    .order_by(_candidates.c.place)
    .limit(MOST_WAITING)
)
_waiting = Prepared(_running)
_all_parts = union_all(select(*_running.subquery().c), beside.pre_test, beside.upkeep).subquery()
_waiting_and_beside = Prepared(
    select(*_all_parts.c).order_by(_all_parts.c.part, _all_parts.c.place)
)
_next_dues = Prepared(
    select(_memory.c.due_on)
    .distinct()
    .select_from(_released)
    .join(_memory, _of_learner)
    .where(
        _in_releases,
        _memory.c.due_on > bindparam("today"),
        _ends.is_(None) | (_ends >= _memory.c.due_on),
        ~rests.is_leech(_memory),
    )
)


class Plans(NamedTuple):
    """What a learner's day goes by.

    `needs` and `pauses` as `needs.read` and `pauses.read` read them; `practised` are the study
    days of this week with answers. `took_ms` are the latest answers before today, so that the
    day's budget stays what it was in the morning. Week and country are the learner's own, None
    where the organisation's are in force. `upkeep`: whether the learner wants a card a week when
    campaigns are over; `dates` are the learner's own, as `refresh_dates.read` reads them.
    """

    needs: str | None
    practised: str | None
    pauses: str | None
    took_ms: str | None
    day_loads: list[str] | None
    country: str | None
    firm_day_loads: list[str]
    firm_country: str
    upkeep: bool
    dates: str | None


def plans(db: Session, person_id: int, today: date) -> Plans:
    """The learner's campaigns, running or not, and days off; in one statement."""
    given = {"monday": monday_of(today), "today": today, "felt_since": today - STILL_FELT}
    return Plans(*_plans.rows(db, {"person": person_id, **given})[0])


def waiting(
    db: Session,
    person_id: int,
    release_ids: Sequence[int],
    today: date,
    *,
    horizon: date,
    most_new: int,
    others: Beside | None = None,
    topics: Sequence[str] = (),
) -> list[Waiting]:
    """Cards of these releases that are due by the horizon or answered today, and the next new ones.

    Of new ones at most `most_new` come along: a set of thousands would make each session read it.
    Cards of these `topics` come whenever they are due. Behind them come the `others`; all in one
    statement.
    """
    given = {
        "person": person_id, "today": today, "horizon": horizon, "most_new": most_new,
        "topics": list(topics) or [NO_TOPIC],
    }  # fmt: skip
    if others:
        some = {"releases": release_ids or NOTHING, **others.parameters()}
        rows = _waiting_and_beside.rows(db, {**given, **some})
    elif release_ids:
        rows = _waiting.rows(db, {**given, "releases": release_ids})
    else:
        rows = []
    return [Waiting._make(row[:-1]) for row in rows]


def next_dues(db: Session, person_id: int, release_ids: Sequence[int], today: date) -> list[date]:
    """The days after today on which cards of these releases are due: a year of them at most.

    Without leeches, which rest then.
    """
    given = {"releases": list(release_ids), "today": today}
    return [due for (due,) in _next_dues.rows(db, {"person": person_id, **given})]
