"""Building the demo: a firm, its courses, and a term of practice that ends today."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy.orm import Session

from scheduler.study_day import study_day
from server.demo import courses, firm, history, remarks
from server.demo.cast import FIELD, LEARNERS, NEWCOMER, STAFF, Part
from server.demo.courses import OFFICE_COURSE, SITE_COURSE
from server.demo.habits import Term
from server.ports import Things
from server.store import card_sets
from server.store.people import Role
from server.teaching.failing import find_failing

HOLIDAY_AT = 0.55
SITE_WEEKS = 4


@dataclass(frozen=True, slots=True)
class Scale:
    """How much is simulated: the first `learners` of the cast, and whole `weeks` before this one.

    At least 2 weeks, or the second campaign would begin before the first.
    """

    learners: int
    weeks: int


WHOLE = Scale(len(LEARNERS), weeks=11)


def build(db: Session, things: Things, tell: Callable[[str], None], scale: Scale) -> None:
    """Makes the demo, as it would stand now; afterwards the session works for it.

    Commits nothing, so that a demo is there whole or not at all.
    """
    now = things.clock.now()
    today = study_day(now, LEARNERS[0].time_zone)
    this_monday = today - timedelta(days=today.weekday())
    begins = this_monday - timedelta(weeks=scale.weeks)
    since = datetime.combine(begins - timedelta(weeks=3), time(9), UTC)

    tell("Making the demo: people, sets and campaigns")
    cast = LEARNERS[: scale.learners]
    organisation = firm.found(db, since)
    people = firm.hire(db, organisation, cast, since, things.dice)
    trainer = next(people[part] for part in STAFF if part.role == Role.TRAINER)
    made = (
        courses.run(db, trainer, OFFICE_COURSE, cast, begins),
        courses.run(db, trainer, SITE_COURSE, _on_site(cast), this_monday - _site_weeks(scale)),
    )
    away = {part: firm.send_away(db, people[part], today, now) for part in cast if part.is_away}
    sets = [link.card_set_id for one in made for link in one.card_sets]
    cards = [card for card_set_id in sets for card in card_sets.cards(db, card_set_id)]
    learners = {part: people[part] for part in cast}
    history.live(db, learners, away, cards, _term(begins, today), until=now, tell=tell)
    remarks.make(db, list(learners.values()), {card.key: card.id for card in cards}, now)
    find_failing(db, organisation.min_group_size, now)


def _site_weeks(scale: Scale) -> timedelta:
    """Since when the second campaign runs: long enough to show what came of it."""
    return timedelta(weeks=min(SITE_WEEKS, scale.weeks - 1))


def _on_site(cast: tuple[Part, ...]) -> list[Part]:
    """The field team, every other one of the office, and one who did not come in yet."""
    office = [part for part in cast if part.team != FIELD]
    field = [part for part in cast if part.team == FIELD]
    return [*office[::2], *field, NEWCOMER]


def _term(begins: date, today: date) -> Term:
    weeks = (today - begins).days // 7
    return Term(begins, today, begins + timedelta(weeks=round(weeks * HOLIDAY_AT)))
