"""Who has cards waiting beside running campaigns, read for a page of people at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Exists, exists, func, literal, or_, select
from sqlalchemy.orm import Session, aliased

from scheduler.stop.upkeep import EVERY
from server.store import pre_tests
from server.store.among import among
from server.store.campaign_spans import Span
from server.store.campaigns import CampaignCardSet, Enrolment
from server.store.card_memory import CardMemory
from server.store.card_sets import CardSet
from server.store.outbox import OPEN, State
from server.store.people import Person
from server.store.releases import ReleasedCard
from server.store.reminders import Reminder
from server.store.rests import is_leech
from server.store.reviews import Review, TakeBack


def with_pre_tests(
    db: Session,
    person_ids: Sequence[int],
    spans: Mapping[int, Span],
    running: Sequence[int],
    on: date,
) -> set[int]:
    """Who of these has a card left in a pre-test of theirs that is open on that day.

    Of their campaigns those `running` run that day: of a set that is practised there no pre-test is
    asked.
    """
    tests = {
        campaign: pre_tests.read(span.pre_test)
        for campaign, span in spans.items()
        if span.starts_on > on
    }
    found = {one: test for one, test in tests.items() if test and test.window.covers(on)}
    if not found:
        return set()
    answered = _found(
        Review.person_id == Enrolment.person_id,
        Review.card_id == ReleasedCard.card_id,
        Review.study_day >= min(test.window.opens_on for test in found.values()),
        ~exists().where(TakeBack.person_id == Review.person_id, TakeBack.review_id == Review.id),
    )
    waits = exists().where(
        CampaignCardSet.campaign_id == Enrolment.campaign_id,
        CampaignCardSet.campaign_id.in_(found),
        CardSet.id == CampaignCardSet.card_set_id,
        ReleasedCard.release_id == CardSet.live_release_id,
        ReleasedCard.card_id.in_({card for test in found.values() for card in test.card_ids}),
        or_(ReleasedCard.valid_until.is_(None), ReleasedCard.valid_until >= on),
        ~answered,
        ~_practised(running),
    )
    return set(
        db.scalars(
            select(Enrolment.person_id)
            .where(among(Enrolment.person_id, person_ids), waits)
            .distinct()
        )
    )


def with_upkeep(
    db: Session,
    person_ids: Sequence[int],
    ended: Sequence[int],
    running: Sequence[int],
    on: date,
) -> set[int]:
    """Who of these has the card of the week waiting, and was not reminded in a week.

    Of their campaigns those `ended` are over, and those `running` run that day: what is practised
    there is not kept up beside it.
    """
    if not ended:
        return set()
    reminded = _found(
        Reminder.person_id == Enrolment.person_id,
        Reminder.study_day > on - EVERY,
        Reminder.study_day < on,
        Reminder.state.in_((*OPEN, State.SENT.value)),
    )
    rows = db.scalars(
        select(Enrolment.person_id)
        .join(Person, Person.id == Enrolment.person_id)
        .join(CampaignCardSet, CampaignCardSet.campaign_id == Enrolment.campaign_id)
        .join(CardSet, CardSet.id == CampaignCardSet.card_set_id)
        .join(ReleasedCard, ReleasedCard.release_id == CardSet.live_release_id)
        .join(
            CardMemory,
            (CardMemory.card_id == ReleasedCard.card_id)
            & (CardMemory.person_id == Enrolment.person_id),
        )
        .where(
            among(Enrolment.person_id, person_ids),
            Enrolment.campaign_id.in_(ended),
            Person.upkeep,
            or_(ReleasedCard.valid_until.is_(None), ReleasedCard.valid_until >= on),
            ~is_leech(CardMemory.__table__),
            ~_practised(running),
            ~reminded,
        )
        .group_by(Enrolment.person_id)
        .having(func.max(CardMemory.last_study_day) <= on - EVERY)
    )
    return set(rows)


def _found(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether a log has a row like that, looked up for each person and card by itself.

    Of an `EXISTS` PostgreSQL makes a read of the whole log, for each page anew.
    """
    row = select(literal(1)).where(*conditions).limit(1).correlate(Enrolment, ReleasedCard)
    return row.scalar_subquery().is_not(None)


def _practised(running: Sequence[int]) -> Exists:
    """Whether one of these campaigns asks the same person the same set."""
    own, others = aliased(Enrolment), aliased(CampaignCardSet)
    return (
        exists()
        .where(
            own.person_id == Enrolment.person_id,
            others.campaign_id == own.campaign_id,
            others.campaign_id.in_(running),
            others.card_set_id == CampaignCardSet.card_set_id,
        )
        .correlate(Enrolment, CampaignCardSet)
    )
