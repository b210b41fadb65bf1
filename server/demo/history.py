"""A term of practice, lived through day by day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from sqlalchemy.orm import Session

from scheduler.pause import Pause
from server.demo.cast import LEARNER, Part
from server.demo.habits import Habits, Term
from server.demo.sitting import Learner, sit
from server.demo.truth import Mind
from server.store.card_sets import Card
from server.store.people import Person

SEED = "demo"
SPREAD = 0.3
# Cards that stay hard whatever one does, as a badly made one does: for the trainer to find.
FAILING = {"avg-betrokkenen": 7.0, "fb-toeschrijving": 6.0}
LONGEST = timedelta(minutes=30)
WEEKS_A_LINE = 4


@dataclass(frozen=True, slots=True)
class _Life:
    part: Part
    habits: Habits
    learner: Learner


def live(
    db: Session,
    people: Mapping[Part, Person],
    away: Mapping[Part, Pause],
    cards: Iterable[Card],
    term: Term,
    *,
    until: datetime,
    tell: Callable[[str], None],
) -> None:
    """Lets everyone practise through the term, up to `until`.

    The learner of the demo has not yet practised on the last day, so that a session waits.
    """
    hardness = {card.id: _hardness(card.key) for card in cards}
    lives = [_life(part, person, hardness, term) for part, person in people.items()]
    for day in term.days():
        for life in lives:
            at = life.habits.moment_on(day)
            if at is None or at + LONGEST > until or (life.part is LEARNER and day == term.last):
                continue
            if life.part not in away or not away[life.part].covers(day):
                sit(db, life.learner, at)
        _tell(day, term, tell)


def _life(part: Part, person: Person, hardness: Mapping[int, float], term: Term) -> _Life:
    dice = Random(f"{SEED} {part.email}")
    mind = Mind(part.ability, hardness, dice)
    return _Life(part, Habits(part, term, dice), Learner(person, mind, part.candour, dice))


def _hardness(key: str) -> float:
    return FAILING.get(key, 1.0) * Random(f"{SEED} {key}").lognormvariate(0, SPREAD)


def _tell(day: date, term: Term, tell: Callable[[str], None]) -> None:
    weeks, rest = divmod((day - term.first).days + 1, 7)
    if rest == 0 and weeks % WEEKS_A_LINE == 0:
        tell(f"  {weeks} weeks of practice")
