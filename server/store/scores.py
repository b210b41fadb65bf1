"""Answers to the cards of a pre-test, at first and lately, for the figures that others may see.

These counts still name people. Only `server.insight` reads them, and puts the floor under groups.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from scheduler.baseline import PRE
from server.store.campaigns import Campaign, Enrolment
from server.store.card_memory import FirstAnswer
from server.store.people import Person
from server.store.pre_tests import PreTest
from server.store.reviews import Review, TakeBack

Counts = Mapping[int, tuple[int, int]]
"""Answers and right answers by learner."""


def initial(db: Session, campaign: Campaign, test: PreTest, team_id: int | None) -> Counts:
    """The first answer of each learner to each card of the pre-test; those taken back are not."""
    taken_back = select(TakeBack.review_id).where(
        TakeBack.person_id == Review.person_id, TakeBack.review_id == Review.id
    )
    place = func.row_number().over(
        partition_by=(Review.person_id, Review.card_id), order_by=(Review.reviewed_at, Review.id)
    )
    answers = select(
        Review.person_id, (Review.rating > 1).label("correct"), place.label("place")
    ).where(
        Review.phase == PRE,
        Review.card_id.in_(test.card_ids),
        Review.study_day.between(*test.window),
        *_taking_part(Review.person_id, campaign, team_id),
        ~taken_back.exists(),
    )
    return _counted(db, answers)


def current(
    db: Session, campaign: Campaign, test: PreTest, team_id: int | None, until: date
) -> Counts:
    """The latest first answer of a day of each learner to each of the same cards, since the start.

    As for recall, only answers count that came a night or more after another.
    """
    place = func.row_number().over(
        partition_by=(FirstAnswer.person_id, FirstAnswer.card_id),
        order_by=FirstAnswer.study_day.desc(),
    )
    answers = select(FirstAnswer.person_id, FirstAnswer.correct, place.label("place")).where(
        FirstAnswer.card_id.in_(test.card_ids),
        FirstAnswer.study_day.between(campaign.starts_on, until),
        *_taking_part(FirstAnswer.person_id, campaign, team_id),
    )
    return _counted(db, answers)


def _taking_part(
    person_id: InstrumentedAttribute[int], campaign: Campaign, team_id: int | None
) -> list[ColumnElement[bool]]:
    enrolled = select(Enrolment.person_id).where(Enrolment.campaign_id == campaign.id)
    if team_id is not None:
        enrolled = enrolled.join(Person, Person.id == Enrolment.person_id).where(
            Person.team_id == team_id
        )
    return [person_id.in_(enrolled)]


def _counted(db: Session, answers: Select[int, bool, int]) -> Counts:
    one = answers.subquery()
    rows = db.execute(
        select(one.c.person_id, func.count(), func.sum(case((one.c.correct, 1), else_=0)))
        .where(one.c.place == 1)
        .group_by(one.c.person_id)
    )
    return {person_id: (count, right) for person_id, count, right in rows}
