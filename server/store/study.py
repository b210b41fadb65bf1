"""The reads behind a session: a learner's campaigns, and what waits in them.

They run for every learner every day. Which releases are practised is only known once the campaigns
are read, but it is nearly always what it was last time: so that is asked for at once, and the
campaigns come along to tell whether it still holds.
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
    null,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from server.store import scope
from server.store.base import table
from server.store.card_memory import CardMemory
from server.store.keeping import Keeping
from server.store.needs import Need, needs_text, read
from server.store.prepared import Prepared
from server.store.releases import ReleasedCard
from server.store.reviews import Review

MOST_WAITING = 1000
MOST_KEPT = 20_000

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
_waiting = (
    select(*(column for column in _candidates.c if column.key != "place"))
    .where(_candidates.c.stability.is_not(None) | (_candidates.c.place <= bindparam("most_new")))
    .order_by(_candidates.c.place)
    .limit(MOST_WAITING)
    .subquery()
)
# The first row holds the campaigns and the days practised, and no card.
_seen = Prepared(
    union_all(
        select(
            *(cast(null(), column.type).label(column.key) for column in _waiting.c),
            needs_text.label("needs"),
            _practised.label("practised"),
        ),
        select(_waiting, null(), null()),
    )
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


class Wish(NamedTuple):
    """What is asked for: cards of these releases, and of the new ones so many."""

    release_ids: tuple[int, ...]
    most_new: int


class Seen(NamedTuple):
    """What the store knows of a learner's day. `practised` are study days since the Monday."""

    needs: tuple[Need, ...]
    practised: frozenset[date]
    waiting: list[Waiting]


NOTHING = Wish((), 0)
_wishes: Keeping[tuple[int, int, int], Wish] = Keeping(MOST_KEPT)


def last_wish(db: Session, person_id: int, days_ahead: int) -> Wish:
    """What the learner's day asked for when this process last looked, so many days ahead."""
    key = (scope.organisation_of(db), person_id, days_ahead)
    return _wishes.get(db, [key]).get(key, NOTHING)


def keep_wish(db: Session, person_id: int, days_ahead: int, wish: Wish) -> None:
    """Remembers it for the next time."""
    _wishes.put(db, {(scope.organisation_of(db), person_id, days_ahead): wish})


def seen(
    db: Session, person_id: int, wish: Wish, *, monday: date, today: date, horizon: date
) -> Seen:
    """What the learner's campaigns want known, running or not, and the cards that were wished for.

    Those are due by the horizon, answered today, or the next new ones: at most `most_new`, because
    a set of thousands would make each session read it.
    """
    (about, *rows) = _seen.rows(
        db,
        {
            "person": person_id,
            "monday": monday,
            "today": today,
            "horizon": horizon,
            "releases": wish.release_ids or (0,),
            "most_new": wish.most_new,
        },
    )
    needs, practised = about[-2:]
    return Seen(
        needs=read(needs),
        practised=frozenset(map(date.fromisoformat, practised.split()))
        if practised
        else frozenset(),
        waiting=[Waiting._make(row[:-2]) for row in rows],
    )


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
