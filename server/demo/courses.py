"""The sets and campaigns of the demo, made as a trainer makes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from content.card import Language
from content.exchange.read import read_any
from server.store.card_sets import CardSet
from server.store.people import Person
from server.teaching.import_set import import_set
from server.teaching.release import release
from server.teaching.sets import create

SETS = Path(__file__).parent / "sets"


@dataclass(frozen=True, slots=True)
class Course:
    """A course and the campaign after it; `files` are the names of its sets by title."""

    title: str
    campaign: str
    language: Language
    files: dict[str, str]
    objectives: tuple[str, ...]


OFFICE_COURSE = Course(
    title="Trainingsdag Zorgvuldig samenwerken",
    campaign="Zorgvuldig samenwerken",
    language="nl",
    files={
        "phishing-herkennen": "Phishing herkennen",
        "avg-aan-je-bureau": "De AVG aan je bureau",
        "feedback-geven": "Feedback geven met SBI",
    },
    objectives=(
        "Je herkent phishing en meldt het binnen een kwartier",
        "Je weet wat je met persoonsgegevens mag, en wat je doet bij een datalek",
        "Je geeft feedback op gedrag, met situatie en impact",
    ),
)
SITE_COURSE = Course(
    title="On site and with the customer",
    campaign="Safe on site, clear with customers",
    language="en",
    files={
        "working-safely-at-height": "Working safely at height",
        "sales-conversation": "The sales conversation",
    },
    objectives=(
        "You choose the safest way to work at height, and check it before you start",
        "You ask before you offer, and agree on a next step",
    ),
)


def release_sets(db: Session, trainer: Person, course: Course, at: datetime) -> list[CardSet]:
    """Imports the files of the course and releases each set."""
    return [_release_set(db, trainer, course, file, at) for file in course.files]


def _release_set(
    db: Session, trainer: Person, course: Course, file: str, at: datetime
) -> CardSet:
    card_set = create(db, trainer, course.files[file], course.language, at)
    data = (SETS / f"{file}.csv").read_bytes()
    reading = read_any(f"{file}.csv", data, language=course.language)
    import_set(db, card_set.id, reading, at, partial=False, dry_run=False)
    release(db, trainer, card_set.id, "", at)
    return card_set
