"""The hour and the words for each learner of a page, picked by what their reminders came to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
from sqlalchemy.orm import Session

from scheduler.reminders import earliest
from scheduler.rhythm import dice, welcome
from scheduler.rhythm import hours as hour_bandit
from scheduler.rhythm import wordings as wording_bandit
from scheduler.rhythm.history import History
from server.reminding import tallies
from server.reminding.tallies import NEVER, WORDINGS, Counts
from server.store import rhythms
from server.store.reminder_facts import Facts


@dataclass(frozen=True, slots=True)
class Picked:
    """What was picked for a page, by place in it."""

    hours: hour_bandit.Picks
    wordings: wording_bandit.Picks

    def wording(self, place: int) -> str:
        """The name of the wording."""
        return WORDINGS[int(self.wordings.wording[place])]


def picked(
    db: Session, facts: Sequence[Facts], histories: Sequence[History], day: date, now: datetime
) -> Picked:
    """An hour and a wording for each, in one statement for what their firms know."""
    people = np.array([one.person_id for one in facts], np.int64)
    hours_of, wordings_of = _cohorts(db, facts)
    arms = tallies.as_tallies(tallies.hours([one.hours for one in facts]))
    prior = tallies.as_tallies(hours_of)
    openings = np.zeros((len(facts), welcome.HOURS), np.bool_)
    for place in np.flatnonzero(hour_bandit.told_enough(arms, prior)).tolist():
        openings[place] = _open(facts[place], day, earliest(histories[place], now))
    used = tallies.wordings([one.wordings for one in facts])
    return Picked(
        hour_bandit.pick(arms, prior, openings, dice.seeds(people, day, dice.HOUR)),
        wording_bandit.pick(
            tallies.as_tallies(used),
            tallies.as_tallies(wordings_of),
            _days_since(used, day),
            dice.seeds(people, day, dice.WORDING),
        ),
    )


def _open(one: Facts, day: date, first: datetime) -> welcome.OpenHours:
    window, quiet = (one.window_from, one.window_until), (one.quiet_from, one.quiet_until)
    return welcome.open_hours(day, one.time_zone, window, quiet, first)


def _days_since(used: Counts, day: date) -> dice.Floats:
    last = used[..., 2].astype(np.float64)
    return np.where(last == NEVER, np.inf, day.toordinal() - last)


def _cohorts(db: Session, facts: Sequence[Facts]) -> tuple[Counts, Counts]:
    known = rhythms.of_firms(db, {one.organisation_id for one in facts})
    firms = list(known)
    place = {firm: number for number, firm in enumerate(firms)}
    rows = [place.get(one.organisation_id, len(firms)) for one in facts]
    hours = tallies.hours([*(known[firm][0] for firm in firms), None])
    wordings = tallies.wordings([*(known[firm][1] for firm in firms), None])
    return hours[rows], wordings[rows]
