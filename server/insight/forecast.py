"""How much falls due in the coming weeks, as things stand: later answers move their cards on."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from server.insight.floor import hidden
from server.insight.question import Question
from server.store import figures

DAYS = 28


@dataclass(frozen=True, slots=True)
class DueDay:
    """Cards due on a day and the learners they are due for; None where too few to show."""

    day: date
    cards: int | None
    learners: int | None


def report(db: Session, asked: Question, today: date, floor: int) -> list[DueDay]:
    """The next `DAYS` days from today; what is overdue counts as due today."""
    last = today + timedelta(days=DAYS - 1)
    days: dict[date, dict[int, int]] = {
        today + timedelta(days=number): defaultdict(int) for number in range(DAYS)
    }
    for due_on, person_id, cards in figures.due_cards(db, asked.scope, last):
        days[max(due_on, today)][person_id] += cards
    unshown = hidden({day: people.keys() for day, people in days.items() if people}, floor)
    return [
        DueDay(day, None, None)
        if day in unshown
        else DueDay(day, sum(people.values()), len(people))
        for day, people in days.items()
    ]
