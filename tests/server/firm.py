"""A firm with its people, made straight in the store."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from scheduler.days_off import EVERY_DAY
from server.store import scope
from server.store.campaigns import Campaign, CampaignCardSet, CourseEvent, Enrolment
from server.store.card_sets import Card, CardSet
from server.store.organisations import Organisation, Team
from server.store.pauses import StoredPause
from server.store.people import Person
from tests.support.engines import engine_on

NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 18)

T = TypeVar("T")


@dataclass
class Firm:
    """An organisation in a session that works for it, and the trainer it began with."""

    db: Session
    organisation: Organisation
    daan: Person

    def person(self, name: str, role: str = "learner", **more: Any) -> Person:
        email = f"{name.lower()}@{self.organisation.slug}.example"
        return self.add(Person(name=name, role=role, created_at=NOW, **{"email": email, **more}))

    def team(self, name: str) -> Team:
        return self.add(Team(name=name))

    def card_set(self, title: str = "Phishing", **more: Any) -> CardSet:
        fields = {"language": "nl", "created_at": NOW, "updated_at": NOW, **more}
        return self.add(CardSet(title=title, owner=self.daan, **fields))

    def card(self, card_set: CardSet, prompt: str, topic: str = "") -> Card:
        face = {"kind": "recall", "language": "nl", "prompt": prompt, "answer": "ja",
                "explanation": "", "source": ""}  # fmt: skip
        position = self.db.query(Card).filter_by(card_set_id=card_set.id).count()
        return self.add(
            Card(card_set_id=card_set.id, key=prompt, topic=topic, tags=[], position=position,
                 face=face, deleted_at=None)
        )  # fmt: skip

    def campaign(self, *card_sets: CardSet, starts_on: date, **more: Any) -> Campaign:
        course = self.add(CourseEvent(title="Training", held_on=starts_on))
        fields = {
            "title": "Campagne", "objectives": [], "cards_per_day": 10, "days": 90,
            "policy": {"kind": "readiness", "desired_recall": 0.9}, **more,
        }  # fmt: skip
        campaign = self.add(
            Campaign(course_event_id=course.id, starts_on=starts_on, created_at=NOW,
                     created_by_id=self.daan.id, **fields)
        )  # fmt: skip
        for card_set in card_sets:
            self.add(CampaignCardSet(campaign_id=campaign.id, card_set_id=card_set.id))
        return campaign

    def away(self, person: Person, first_day: date, last_day: date, kind: str = "holiday") -> None:
        """Gives the person a pause, both days included."""
        self.add(
            StoredPause(person_id=person.id, kind=kind, first_day=first_day, last_day=last_day,
                        created_at=NOW)
        )  # fmt: skip

    def enrol(self, campaign: Campaign, *people: Person) -> None:
        for person in people:
            self.add(Enrolment(campaign_id=campaign.id, person_id=person.id, enrolled_at=NOW))

    def add(self, row: T) -> T:
        self.db.add(row)
        self.db.flush()
        return row


def found(db: Session, slug: str = "molenwerk", **more: Any) -> Firm:
    """A new organisation, and the session at work for it.

    It works every day, so that only tests about days off have to know what day it is.
    """
    organisation = Organisation(
        slug=slug, name=slug.title(), created_at=NOW,
        **{"min_group_size": 5, "day_loads": list(EVERY_DAY), "country": "", **more},
    )  # fmt: skip
    db.add(organisation)
    db.flush()
    scope.work_for(db, organisation.id)
    daan = Person(
        name="Daan", email=f"daan@{slug}.example", role="trainer", created_at=NOW,
        organisation=organisation,
    )  # fmt: skip
    db.add(daan)
    db.flush()
    return Firm(db, organisation, daan)


@contextlib.contextmanager
def session_on(url: str) -> Iterator[Session]:
    """A session with the manners of the real one."""
    with engine_on(url) as engine, Session(engine, expire_on_commit=False) as db:
        yield db


@contextlib.contextmanager
def counted(db: Session) -> Iterator[list[str]]:
    """The statements that reach the database meanwhile."""
    statements: list[str] = []
    engine = db.get_bind()
    assert isinstance(engine, Engine)

    def note(_c: object, _cur: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(engine, "before_cursor_execute", note)
