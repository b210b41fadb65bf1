"""What a reader of figures asks for, made complete: whose answers, over which weeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean

from sqlalchemy.orm import Session

from server.insight.period import whole_weeks
from server.store import campaigns, card_sets
from server.store.figures import Scope
from server.store.people import Person, Role

NO_TARGET = 0.9
"""The target shown while there is no campaign that sets one."""


class NoTeam(Exception):
    """A manager sees the own team, and this one has none."""


@dataclass(frozen=True, slots=True)
class Question:
    """A scope and the recall that its campaigns aim at: their mean where they differ."""

    scope: Scope
    desired_recall: float


def question(
    db: Session,
    viewer: Person,
    today: date,
    *,
    campaign_id: int | None,
    first: date | None,
    last: date | None,
    card_set_id: int | None = None,
) -> Question | None:
    """Completes what was asked; None where there is no such campaign or set.

    Without `first` it begins with the earliest campaign; without `last` it ends tomorrow, which
    it already is for learners to the east. Raises `NoTeam`.
    """
    if viewer.role == Role.MANAGER and viewer.team_id is None:
        raise NoTeam
    aims = campaigns.aims(db, campaign_id)
    if campaign_id is not None and not aims:
        return None
    if card_set_id is not None and card_sets.card_set(db, card_set_id) is None:
        return None
    last = last or today + timedelta(days=1)
    first = first or min((aim.starts_on for aim in aims), default=today)
    monday, sunday = whole_weeks(min(first, last), last)
    team_id = viewer.team_id if viewer.role == Role.MANAGER else None
    targets = [aim.desired_recall for aim in aims if aim.desired_recall is not None]
    target = fmean(targets) if targets else NO_TARGET
    return Question(Scope(monday, sunday, campaign_id, team_id, card_set_id), round(target, 3))
