"""The courses of the demo: their sets, and the campaigns that follow them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from content.card import Language
from content.exchange.read import read_any
from server.demo.cast import Part
from server.store.campaigns import Campaign
from server.store.people import Person
from server.teaching import campaign
from server.teaching.enrol import Newcomer, enrol
from server.teaching.import_set import import_set
from server.teaching.policies import DEADLINE, READINESS
from server.teaching.release import release
from server.teaching.sets import create

SETS = Path(__file__).parent / "sets"
DESIRED_RECALL = 0.9
CARDS_PER_DAY = 10
DAYS = 90
# Before the Monday on which practice begins: a Thursday in class, and the work that leads to it.
PREPARED = timedelta(days=11)
HELD = timedelta(days=4)
ENROLLED = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Course:
    """A course and its campaign; `sets` are titles by the name of the file.

    `ready_after` is the time from the first day to the date to be ready on, None where a level is
    held. Whoever is asked `pre_test_cards` takes part before the course.
    """

    title: str
    campaign: str
    language: Language
    sets: dict[str, str]
    objectives: tuple[str, ...]
    ready_after: timedelta | None = None
    pre_test_cards: int | None = None


OFFICE_COURSE = Course(
    title="Trainingsdag Zorgvuldig samenwerken",
    campaign="Zorgvuldig samenwerken",
    language="nl",
    sets={
        "phishing-herkennen": "Phishing herkennen",
        "avg-aan-je-bureau": "De AVG aan je bureau",
        "feedback-geven": "Feedback geven met SBI",
    },
    objectives=(
        "Je herkent phishing en meldt het meteen",
        "Je weet wat je met persoonsgegevens mag, en wat je doet bij een datalek",
        "Je geeft feedback op gedrag, met situatie en impact",
    ),
)
SITE_COURSE = Course(
    title="On site and with the customer",
    campaign="Safe on site, clear with customers",
    language="en",
    sets={
        "working-safely-at-height": "Working safely at height",
        "sales-conversation": "The sales conversation",
    },
    objectives=(
        "You choose the safest way to work at height, and check it before you start",
        "You ask before you offer, and agree on a next step",
    ),
    # A Friday, seven weeks on: the safety audit.
    ready_after=timedelta(weeks=7, days=4),
    pre_test_cards=12,
)


def run(
    db: Session, trainer: Person, course: Course, participants: Iterable[Part], begins: date
) -> Campaign:
    """Imports and releases the sets, and makes the campaign with its enrolments."""
    prepared = _morning(begins - PREPARED)
    sets = [_released(db, trainer, course, file, prepared) for file in course.sets]
    plan = campaign.Plan(
        title=course.campaign,
        course_title=course.title,
        held_on=begins - HELD,
        card_set_ids=sets,
        objectives=course.objectives,
        policy_kind=READINESS if course.ready_after is None else DEADLINE,
        desired_recall=DESIRED_RECALL,
        cards_per_day=CARDS_PER_DAY,
        starts_on=begins,
        days=DAYS,
        pre_test_cards=course.pre_test_cards,
        on=None if course.ready_after is None else begins + course.ready_after,
    )
    made = campaign.create(db, trainer, plan, prepared)
    lines = [Newcomer(one.email, one.name, one.language, one.time_zone) for one in participants]
    enrolled = prepared if course.pre_test_cards else _morning(begins - ENROLLED)
    enrol(db, made.id, lines, enrolled, _no_letters)
    return made


def _released(db: Session, trainer: Person, course: Course, file: str, at: datetime) -> int:
    card_set = create(db, trainer, course.sets[file], course.language, at)
    data = (SETS / f"{file}.csv").read_bytes()
    reading = read_any(f"{file}.csv", data, language=course.language)
    import_set(db, card_set.id, reading, at, partial=False, dry_run=False)
    release(db, trainer, card_set.id, "", at)
    return card_set.id


def _no_letters(invited: Iterable[Person]) -> dict[int, str]:
    """The invented newcomer gets no mail, so there is no link either."""
    return {person.id: "" for person in invited}


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(9), UTC)
