"""Writing down what reminders came to: when they go out, and when it is known who answered."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

import orjson
from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    Table,
    bindparam,
    case,
    cast,
    column,
    exists,
    func,
    literal,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from server.store.among import among, among_given
from server.store.base import table
from server.store.outbox import State
from server.store.people import Person
from server.store.reminders import Reminder
from server.store.reviews import Review
from server.store.rhythms import CohortRhythm, Rhythm

# Later it is nothing to learn from, and older rows need not be looked through.
STILL_TELLING = timedelta(days=3)

_rhythms, _cohorts = table(Rhythm), table(CohortRhythm)
_ledger, _reviews, _people = table(Reminder), table(Review), table(Person)
_NEW = {"ignored": 0, "in_week": 1, "alone": 0, "alone_of": 0, "hours": b"", "wordings": b""}


class Unjudged(NamedTuple):
    """A reminder that went out long enough ago, and the first answer of its study day after it."""

    reminder_id: int
    person_id: int
    organisation_id: int
    kind: str
    study_day: date
    due_at: datetime
    sent_at: datetime
    wording: str | None
    time_zone: str
    first_answer_at: datetime | None


def _insert(db: Session, into: Table) -> postgresql.Insert | sqlite.Insert:
    on_sqlite = db.get_bind().dialect.name == "sqlite"
    return sqlite.insert(into) if on_sqlite else postgresql.insert(into)


def note_sent(db: Session, sent: Sequence[Mapping[str, Any]]) -> None:
    """Notes reminders that went out, in two statements; the session looks across organisations.

    Each has `person_id`, `organisation_id`, `last_reminder_at`, `last_reminder_on` and `week`, its
    Monday. A session since the last one ends what was ignored before.
    """
    if not sent:
        return
    db.execute(_CAME_BACK, {"people": [one["person_id"] for one in sent]})
    if db.get_bind().dialect.name == "sqlite":
        db.execute(_SENT_ON_SQLITE, [{**_NEW, **one} for one in sent])
    else:
        db.execute(_SENT_ON_POSTGRESQL, {"rows": orjson.dumps(sent).decode()})


def _counted(added: Any) -> Any:
    """The insert, and what it does where the learner has a row."""
    given = added.excluded
    same_week = _rhythms.c.week == given.week
    # Put off until later that day: a study day has one reminder.
    same_reminder = _rhythms.c.last_reminder_on == given.last_reminder_on
    in_week = _rhythms.c.in_week
    return added.on_conflict_do_update(
        index_elements=[_rhythms.c.person_id],
        set_={
            "last_reminder_at": given.last_reminder_at,
            "last_reminder_on": given.last_reminder_on,
            "week": given.week,
            "in_week": case((same_reminder, in_week), (same_week, in_week + 1), else_=1),
        },
    )


_CAME_BACK = (
    update(_rhythms)
    .where(
        among_given(_rhythms.c.person_id, "people"),
        exists().where(
            _reviews.c.person_id == _rhythms.c.person_id,
            _reviews.c.study_day >= _rhythms.c.last_reminder_on,
        ),
    )
    .values(ignored=0, asked_help_on=None)
)
_SENT = ("person_id", "organisation_id", "last_reminder_at", "last_reminder_on", "week")
# All rows as one parameter, as the ledger takes its own.
_given = (
    func.jsonb_to_recordset(cast(bindparam("rows", type_=String), JSONB))
    .table_valued(*(column(name, _rhythms.c[name].type) for name in _SENT))
    .render_derived(with_types=True)
)
_first = [literal(value, _rhythms.c[name].type) for name, value in _NEW.items()]
_SENT_ON_POSTGRESQL = _counted(
    postgresql.insert(_rhythms).from_select([*_SENT, *_NEW], select(*_given.c, *_first))
)
_SENT_ON_SQLITE = _counted(sqlite.insert(_rhythms))


def to_judge(
    db: Session, before: datetime, limit: int, *, since: datetime | None = None
) -> list[Unjudged]:
    """Reminders sent before that moment of which it was not noted whether they were answered.

    By the moment at which they were due; those due before `since` are not looked through again.
    """
    answered = (
        select(func.min(_reviews.c.reviewed_at))
        .where(
            _reviews.c.person_id == _ledger.c.person_id,
            _reviews.c.study_day == _ledger.c.study_day,
            _reviews.c.reviewed_at > _ledger.c.sent_at,
        )
        .scalar_subquery()
    )
    rows = db.execute(
        select(
            _ledger.c.id, _ledger.c.person_id, _ledger.c.organisation_id, _ledger.c.kind,
            _ledger.c.study_day, _ledger.c.due_at, _ledger.c.sent_at, _ledger.c.wording,
            _people.c.time_zone, answered,
        )
        .join(_people, _people.c.id == _ledger.c.person_id)
        .where(
            _ledger.c.state == State.SENT.value,
            _ledger.c.due_at >= (since or before - STILL_TELLING),
            _ledger.c.sent_at < before,
            _ledger.c.judged_at.is_(None),
        )
        .order_by(_ledger.c.due_at)
        .limit(limit)
        .with_for_update(skip_locked=True, of=_ledger)
    )  # fmt: skip
    return [Unjudged._make(row) for row in rows]


def tallies_of(db: Session, person_ids: Collection[int]) -> dict[int, tuple[bytes, bytes, int]]:
    """Hours, wordings and how many were ignored in a row, of people who were reminded."""
    rows = db.execute(
        select(_rhythms.c.person_id, _rhythms.c.hours, _rhythms.c.wordings, _rhythms.c.ignored)
        .where(among(_rhythms.c.person_id, person_ids))
        .order_by(_rhythms.c.person_id)
        .with_for_update()
    )
    return {person: (hours, wordings, ignored) for person, hours, wordings, ignored in rows}


def note_judged(
    db: Session, rhythms: Sequence[Mapping[str, Any]], judged: Sequence[Mapping[str, Any]]
) -> None:
    """Writes rhythms by `person` and reminders by `reminder`, the rest being columns."""
    if not judged:
        return
    columns = ("hours", "wordings", "ignored", "asked_help_on")
    # Reminders from before rhythms were kept are judged as well, and nobody's rhythm changes.
    if rhythms:
        db.execute(
            update(_rhythms)
            .where(_rhythms.c.person_id == bindparam("person"))
            .values({name: bindparam(f"new_{name}") for name in columns}),
            [
                {"person": one["person"], **{f"new_{name}": one[name] for name in columns}}
                for one in rhythms
            ],
        )
    db.execute(
        update(_ledger)
        .where(_ledger.c.id == bindparam("reminder"))
        .values(answered=bindparam("came"), judged_at=bindparam("now")),
        [dict(one) for one in judged],
    )


def keep_cohort(db: Session, organisation_id: int, hours: bytes, wordings: bytes) -> None:
    """Writes what is known over all learners of an organisation."""
    given = {"organisation_id": organisation_id, "hours": hours, "wordings": wordings}
    added = _insert(db, _cohorts).values(given)
    db.execute(
        added.on_conflict_do_update(
            index_elements=[_cohorts.c.organisation_id],
            set_={"hours": added.excluded.hours, "wordings": added.excluded.wordings},
        )
    )


class Practised(NamedTuple):
    """Somebody who practised on a day that was not counted yet.

    `reminded`: whether a reminder had come before the first answer was given. Answers that a phone
    without network sent later do not make one that went out meanwhile the cause of them.
    """

    person_id: int
    organisation_id: int
    reminded: bool
    alone: int | None
    alone_of: int | None


def practised_on(db: Session, day: date, *, after: int, limit: int) -> list[Practised]:
    """By id from the one after `after`; each looked up by index, however long the log is.

    So no `EXISTS`: PostgreSQL makes of that a read of the whole ledger, for each page anew.
    """
    practised = _on(_reviews, day, literal(1)).limit(1).scalar_subquery()
    began_at = _on(_reviews, day, func.min(_reviews.c.reviewed_at)).scalar_subquery()
    came_first = _on(
        _ledger, day, literal(1), _ledger.c.state == State.SENT.value, _ledger.c.sent_at <= began_at
    )
    reminded = came_first.limit(1).scalar_subquery().is_not(None)
    not_counted = _rhythms.c.counted_on.is_(None) | (_rhythms.c.counted_on < day)
    rows = db.execute(
        select(
            _people.c.id, _people.c.organisation_id, reminded, _rhythms.c.alone,
            _rhythms.c.alone_of,
        )
        .outerjoin(_rhythms, _rhythms.c.person_id == _people.c.id)
        .where(_people.c.id > after, _people.c.active, practised.is_not(None), not_counted)
        .order_by(_people.c.id)
        .limit(limit)
    )  # fmt: skip
    return [Practised(*row) for row in rows]


def _on(
    log: Table, day: date, what: ColumnElement[Any], *conditions: ColumnElement[bool]
) -> Select[Any]:
    mine = (log.c.person_id == _people.c.id, log.c.study_day == day, *conditions)
    # Said, since inside another of these it would else be about everybody.
    return select(what).where(*mine).correlate(_people)


def note_alone(db: Session, counted: Sequence[Mapping[str, Any]]) -> None:
    """Writes `alone`, `alone_of` and `counted_on` of these people."""
    if not counted:
        return
    added = _insert(db, _rhythms)
    given = added.excluded
    columns = ("alone", "alone_of", "counted_on")
    statement = added.on_conflict_do_update(
        index_elements=[_rhythms.c.person_id], set_={name: given[name] for name in columns}
    )
    nothing_sent = {**_NEW, "in_week": 0}
    db.execute(statement, [{**nothing_sent, **one} for one in counted])
