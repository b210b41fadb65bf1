"""Where a campaign began and where it is: score before the course, score now, and the lift."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from scheduler.lift import Lift, lift
from scheduler.recall import Figure, recall
from server.insight.question import Question
from server.store import campaigns, pre_tests, scores
from server.store.pre_tests import PreTest
from server.store.scores import Counts


@dataclass(frozen=True, slots=True)
class Scores:
    """Of a campaign's pre-test; figures of groups under the floor are None, as is what is not yet.

    A pre-test that is still open is not told: from one day to the next the figure would show who
    answered between. `initial` is of the first answers before the course, `current` of the latest
    ones to the same cards. The lift says how much more is right now, and not that the campaign
    did it.
    """

    test: PreTest
    initial: Figure | None
    current: Figure | None
    lift: Lift | None


def report(db: Session, asked: Question, today: date, floor: int) -> Scores | None:
    """The scores of the campaign asked for, in three statements; None where it has no pre-test."""
    team_id = asked.scope.team_id
    (campaign,) = campaigns.aims(db, asked.scope.campaign_id)
    test = pre_tests.read(campaign.pre_test)
    if test is None:
        return None
    if today <= test.window.closes_on:
        return Scores(test, None, None, None)
    first = _shown(scores.initial(db, campaign, test, team_id), floor)
    now = _shown(scores.current(db, campaign, test, team_id, asked.scope.last), floor)
    return Scores(test, first, now, lift(first, now) if first and now else None)


def _shown(counts: Counts, floor: int) -> Figure | None:
    return recall(counts.values()) if len(counts) >= floor else None
