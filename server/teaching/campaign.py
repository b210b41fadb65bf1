"""Making a campaign of a course, and how campaigns stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from scheduler import baseline
from scheduler.capacity import Room, room
from scheduler.study_day import study_day
from server.calendars import calendar
from server.store import campaigns, card_sets, figures, pre_tests, releases
from server.store.campaigns import Campaign, CampaignCardSet, CourseEvent
from server.store.card_sets import CardSet
from server.store.organisations import Organisation
from server.store.people import Person
from server.teaching import policies
from server.teaching.refusal import NotThere, Refused

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
    pre_test_cards: int | None = None
    on: date | None = None

    @property
    def ends_on(self) -> date:
        """The last day of the campaign."""
        return self.starts_on + timedelta(days=self.days - 1)


@dataclass(frozen=True, slots=True)
class Overview:
    """A campaign as it stands.

    `active_this_week` is None under the smallest group. `room`: how many of its cards a learner
    meets before it ends.
    """

    campaign: Campaign
    phase: str
    enrolled: int
    active_this_week: int | None
    room: Room

    @property
    def new_cards_fit(self) -> bool:
        """Whether a learner can meet all its cards before it ends."""
        return self.room.fits

    @property
    def pre_test(self) -> dict[str, Any] | None:
        """How many cards its pre-test has, and its days."""
        test = pre_tests.read(self.campaign.pre_test)
        return None if test is None else pre_tests.shown(test)


def create(db: Session, author: Person, plan: Plan, now: datetime) -> Campaign:
    """A new campaign with its course.

    Raises `NotThere` for a set that is not there, and `Refused` for one that is not released, for
    a date that the campaign cannot keep, or a pre-test with no day left before the course.
    """
    policy = policies.kept(
        plan.policy_kind,
        desired_recall=plan.desired_recall,
        on=plan.on,
        days=(plan.starts_on, plan.ends_on),
        held_on=plan.held_on,
    )
    sets = _released(db, plan.card_set_ids)
    made = Campaign(
        title=plan.title,
        course_event=CourseEvent(title=plan.course_title, held_on=plan.held_on),
        objectives=list(plan.objectives),
        policy=policy,
        cards_per_day=plan.cards_per_day,
        starts_on=plan.starts_on,
        days=plan.days,
        pre_test=_pre_test(db, plan, sets, study_day(now, author.time_zone)),
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


def overviews(
    db: Session, listed: Sequence[Campaign], today: date, firm: Organisation
) -> list[Overview]:
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
            active_this_week=_shown(active.get(one.id, 0), firm.min_group_size),
            room=room_for(
                firm,
                sum(cards.get(link.card_set_id, 0) for link in one.card_sets),
                starts_on=one.starts_on,
                days=one.days,
                cards_per_day=one.cards_per_day,
                desired_recall=one.recall_on_the_way,
            ),
        )
        for one in listed
    ]


def room_for(
    firm: Organisation,
    cards: int,
    *,
    starts_on: date,
    days: int,
    cards_per_day: int,
    desired_recall: float,
) -> Room:
    """How many of so many cards a learner meets who keeps the organisation's week and holidays."""
    kept = calendar(tuple(firm.day_loads), firm.country, (), starts_on.year)
    return room(cards, kept, starts_on, days, cards_per_day=cards_per_day, recall=desired_recall)


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


def _pre_test(
    db: Session, plan: Plan, sets: Sequence[CardSet], today: date
) -> dict[str, Any] | None:
    """The pre-test as it is kept, with its cards chosen now: later releases do not change it."""
    if plan.pre_test_cards is None:
        return None
    window = baseline.window(plan.held_on, plan.starts_on)
    if window.closes_on < today:
        raise Refused("pre_test", "campaign-pre-test-too-late")
    live = [one.live_release_id for one in sets if one.live_release_id is not None]
    cards = [(card.card_id, card.topic) for card in releases.cards_of(db, live)]
    return pre_tests.kept(window, baseline.chosen(cards, plan.pre_test_cards))


def _released(db: Session, ids: Sequence[int]) -> list[CardSet]:
    found = card_sets.of_ids(db, ids)
    if len(found) < len(set(ids)):
        raise NotThere
    missing = [one.title for one in found if one.live_release_id is None]
    if missing:
        raise Refused("card_set_ids", "campaign-sets-not-released", titles=", ".join(missing))
    return found
