"""The firm that is measured: fifty learners with the sets of the demo behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from flask import Flask
from sqlalchemy.orm import Session

from content.exchange.read import read_any
from scheduler.days_off import EVERY_DAY
from scheduler.study_day import study_day
from server.calendars import NO_COUNTRY
from server.demo.courses import SETS
from server.people import passwords, sign_in
from server.ports import Things
from server.store import campaigns, card_memory, releases, scope
from server.store.database import db
from server.store.organisations import Organisation
from server.store.people import Person
from server.store.releases import ReleasedCard
from server.teaching import campaign
from server.teaching.import_set import import_set
from server.teaching.policies import READINESS
from server.teaching.release import release
from server.teaching.sets import create

LEARNERS = 50
ZONE = "Europe/Amsterdam"
EMAIL = "fatima{}@bench.example"
PASSWORD = "only for measuring"  # noqa: S105 - opens a database that lives for a minute
SEED = 20_261_118


@dataclass(frozen=True)
class Learner:
    """A signed-in learner."""

    id: int
    token: str


@dataclass(frozen=True)
class Firm:
    """What a benchmark may ask about, and the cards with their wordings."""

    learners: Sequence[Learner]
    cards: Sequence[ReleasedCard]


def fill(app: Flask, *, copies: int, met: float) -> Firm:
    """Fills an empty database. `copies` of the demo's sets are released to all learners.

    A share `met` of the cards was met before by each learner: half of those are due, up to a week
    overdue, the others within three weeks.
    """
    things: Things = app.extensions["beklijf_things"]
    now = datetime.now(UTC)
    with app.app_context():
        session = db.session()
        trainer = _trainer(session, now)
        sets, cards = _released(session, trainer, copies, now)
        people = _people(session, now)
        _enrol(session, trainer, sets, people, now)
        for person in people:
            card_memory.add(session, _memories(person.id, cards, met, now))
        learners = [
            Learner(one.id, sign_in.start(session, one, things).access_token) for one in people
        ]
        session.commit()
        db.engine.dispose()
    return Firm(learners, cards)


def _trainer(session: Session, now: datetime) -> Person:
    # On a Sunday there would be no session to measure.
    every_day: dict[str, Any] = {"day_loads": list(EVERY_DAY), "country": NO_COUNTRY}
    organisation = Organisation(slug="bench", name="Bench", created_at=now, **every_day)
    session.add(organisation)
    session.flush()
    scope.work_for(session, organisation.id)
    trainer = Person(name="Daan", email="daan@bench.example", role="trainer", created_at=now)
    session.add(trainer)
    session.flush()
    return trainer


def _people(session: Session, now: datetime) -> list[Person]:
    password = passwords.hashed(PASSWORD)
    people = [
        Person(
            name=f"Fatima {number}",
            email=EMAIL.format(number),
            role="learner",
            password_hash=password,
            time_zone=ZONE,
            created_at=now,
        )
        for number in range(LEARNERS)
    ]
    session.add_all(people)
    session.flush()
    return people


def _released(
    session: Session, trainer: Person, copies: int, now: datetime
) -> tuple[list[int], list[ReleasedCard]]:
    """The sets by id, and all their cards in order."""
    sets: list[int] = []
    made: list[int] = []
    for file in sorted(SETS.glob("*.csv")) * copies:
        card_set = create(session, trainer, file.stem, "nl", now)
        reading = read_any(file.name, file.read_bytes(), language="nl")
        import_set(session, card_set.id, reading, now, partial=False, dry_run=False)
        made.append(release(session, trainer, card_set.id, "", now).id)
        sets.append(card_set.id)
    return sets, releases.cards_of(session, made)


def _enrol(
    session: Session, trainer: Person, sets: list[int], people: list[Person], now: datetime
) -> None:
    starts_on = study_day(now, ZONE) - timedelta(days=30)
    plan = campaign.Plan(
        title="Campagne",
        course_title="Training",
        held_on=starts_on,
        card_set_ids=sets,
        objectives=(),
        policy_kind=READINESS,
        desired_recall=0.9,
        cards_per_day=10,
        starts_on=starts_on,
        days=90,
    )
    made = campaign.create(session, trainer, plan, now)
    campaigns.enrol(session, made.id, [one.id for one in people], now)


def _memories(
    person_id: int, cards: Sequence[ReleasedCard], met: float, now: datetime
) -> list[dict[str, Any]]:
    dice = Random(SEED + person_id)
    today = study_day(now, ZONE)
    rows = []
    for card in cards:
        if dice.random() >= met:
            continue
        last = today - timedelta(days=dice.randint(7, 20))
        due = today + timedelta(days=dice.choice((-dice.randint(0, 7), dice.randint(1, 21))))
        rows.append(
            {
                "person_id": person_id,
                "card_id": card.card_id,
                "stability": dice.uniform(5, 40),
                "difficulty": dice.uniform(2, 9),
                "first_study_day": last - timedelta(days=10),
                "last_study_day": last,
                "reviews": dice.randint(2, 8),
                "lapses": dice.randint(0, 1),
                "correct_run": dice.randint(0, 3),
                "due_on": due,
                "last_review_at": now - timedelta(days=(today - last).days),
                "changed_at": now,
            }
        )
    return rows
