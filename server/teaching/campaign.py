"""Making a campaign of a course, and how campaigns stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from scheduler.capacity import all_introduced
from server.store import campaigns, card_sets, figures, releases
from server.store.campaigns import Campaign, CampaignCardSet, CourseEvent
from server.store.card_sets import CardSet
from server.store.people import Person
from server.teaching.refusal import NotThere, Refused

READINESS = "readiness"
LATELY = timedelta(days=6)
"""Who answered a card today or in the six days before counts as active this week."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a trainer decides of a campaign; shapes and ranges are checked before."""

    title: str
    course_title: str
    held_on: date
    card_set_ids: Sequence[int]
    objectives: Sequence[str]
    policy_kind: str
    desired_recall: float
    cards_per_day: int
    starts_on: date
    days: int


@dataclass(frozen=True, slots=True)
class Overview:
    """A campaign as it stands.

    `active_this_week` is None under the smallest group. `new_cards_fit`: whether a learner can
    meet all its cards before it ends.
    """

    campaign: Campaign
    phase: str
    enrolled: int
    active_this_week: int | None
    new_cards_fit: bool


def create(db: Session, author: Person, plan: Plan, now: datetime) -> Campaign:
    """A new campaign with its course.

    Raises `NotThere` for a set that is not there, and `Refused` for one that is not released or
    for a policy that the scheduler does not have.
    """
    if plan.policy_kind != READINESS:
        raise Refused("policy.kind", "campaign-policy-not-yet")
    sets = _released(db, plan.card_set_ids)
    made = Campaign(
        title=plan.title,
        course_event=CourseEvent(title=plan.course_title, held_on=plan.held_on),
        objectives=list(plan.objectives),
        policy={"kind": plan.policy_kind, "desired_recall": plan.desired_recall},
        cards_per_day=plan.cards_per_day,
        starts_on=plan.starts_on,
        days=plan.days,
        created_by_id=author.id,
        created_at=now,
        card_sets=[CampaignCardSet(card_set=one) for one in sets],
    )
    db.add(made)
    db.flush()
    return made


def the_campaign(db: Session, campaign_id: int) -> Campaign:
    """The campaign with course and sets. Raises `NotThere`."""
    found = campaigns.campaign(db, campaign_id)
    if found is None:
        raise NotThere
    return found


def overviews(db: Session, listed: Sequence[Campaign], today: date, floor: int) -> list[Overview]:
    """Adds to each campaign how it stands on `today`, in three statements."""
    ids = [one.id for one in listed]
    enrolled = campaigns.enrolled_counts(db, ids)
    active = figures.active_counts(db, ids, today - LATELY)
    live = releases.live(db, {link.card_set_id for one in listed for link in one.card_sets})
    cards = {card_set_id: release.cards for card_set_id, release in live.items()}
    return [
        Overview(
            campaign=one,
            phase=phase(one, today),
            enrolled=enrolled.get(one.id, 0),
            active_this_week=_shown(active.get(one.id, 0), floor),
            new_cards_fit=all_introduced(
                sum(cards.get(link.card_set_id, 0) for link in one.card_sets),
                one.days,
                one.cards_per_day,
                one.desired_recall,
            ),
        )
        for one in listed
    ]


def phase(campaign: Campaign, today: date) -> str:
    """`pre` before the course, `learn` on its day, `post` after it, `ended` after the last day."""
    if today > campaign.ends_on:
        return "ended"
    held_on = campaign.course_event.held_on
    if today == held_on:
        return "learn"
    return "pre" if today < held_on else "post"


def _shown(active: int, floor: int) -> int | None:
    return active if active >= floor else None


def _released(db: Session, ids: Sequence[int]) -> list[CardSet]:
    found = card_sets.of_ids(db, ids)
    if len(found) < len(set(ids)):
        raise NotThere
    missing = [one.title for one in found if one.live_release_id is None]
    if missing:
        raise Refused("card_set_ids", "campaign-sets-not-released", titles=", ".join(missing))
    return found
