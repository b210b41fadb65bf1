from __future__ import annotations

from datetime import timedelta
from uuid import uuid5

import pytest

from scheduler import baseline
from server.insight.question import question
from server.insight.scores import Scores, report
from server.practice.record_reviews import record_reviews
from server.practice.take_back import take_back
from server.store import pre_tests
from server.store.campaigns import Campaign
from server.store.people import Person
from tests.server.firm import NOW, TODAY, Firm
from tests.server.practice.desk import SPACE, Desk
from tests.support import sets
from tests.support.faces import face

DAY = timedelta(days=1)
COURSE = TODAY + 2 * DAY


class Course:
    """A course in two days with a pre-test, for a group of learners."""

    def __init__(self, firm: Firm, learners: int) -> None:
        card_set = firm.card_set()
        cards = [
            sets.card(firm, card_set, face("true_false", f"Klopt {number}?", correct=True))
            for number in range(2)
        ]
        sets.release(firm, card_set)
        team = firm.team("Balie")
        self.people = [firm.person(f"L{number}", team_id=team.id) for number in range(learners)]
        self.marit = firm.person("Marit", role="manager", team_id=team.id)
        kept = pre_tests.kept(baseline.window(COURSE, COURSE), [card.id for card in cards])
        self.campaign: Campaign = sets.campaign(
            firm, card_set, people=tuple(self.people), starts_on=COURSE, pre_test=kept
        )
        self.desk = Desk(firm, self.people[0], card_set, cards)

    def answer(self, person: Person, card: int, right: bool, days: int) -> None:
        at = NOW + days * DAY
        one = self.desk.answer((person.id, card, days), card, answer=right, reviewed_at=at)
        record_reviews(self.desk.firm.db, person, [one], at)

    def scores(self, days: int, *, viewer: Person | None = None, floor: int = 5) -> Scores | None:
        db, today = self.desk.firm.db, TODAY + days * DAY
        asked = question(
            db, viewer or self.desk.firm.daan, today,
            campaign_id=self.campaign.id, first=None, last=None,
        )  # fmt: skip
        assert asked is not None
        return report(db, asked, today, floor)


@pytest.fixture
def course(firm: Firm) -> Course:
    """Five learners: of the ten answers before the course four are right, a week on eight."""
    made = Course(firm, 5)
    for number, person in enumerate(made.people):
        made.answer(person, 0, number < 4, 0)
        made.answer(person, 1, False, 1)
        for days in (3, 8):
            made.answer(person, 0, True, days)
            made.answer(person, 1, number < 3, days)
    return made


def initial(course: Course) -> float | None:
    told = course.scores(9)
    assert told is not None
    assert told.initial is not None
    return told.initial.recall_rate


def test_what_was_right_before_the_course_and_now_and_the_change(course: Course) -> None:
    told = course.scores(9)
    assert told is not None
    assert told.initial is not None
    assert told.current is not None
    assert told.lift is not None
    assert (told.initial.n, told.initial.recall_rate) == (10, 0.4)
    assert (told.current.n, told.current.recall_rate) == (10, 0.8)
    assert round(told.lift.lift, 6) == 0.4
    assert told.lift.low < 0.4 < told.lift.high


def test_while_the_pre_test_is_open_nothing_is_told(course: Course) -> None:
    told = course.scores(1)
    assert told is not None
    assert (told.initial, told.current, told.lift) == (None, None, None)


def test_a_group_under_the_floor_has_no_score(course: Course) -> None:
    told = course.scores(9, floor=6)
    assert told is not None
    assert (told.initial, told.current, told.lift) == (None, None, None)


def test_a_manager_sees_the_own_team(course: Course) -> None:
    sam = course.desk.firm.person("Sam")
    course.desk.firm.enrol(course.campaign, sam)
    course.answer(sam, 0, True, 0)
    told, own = course.scores(9), course.scores(9, viewer=course.marit)
    assert told is not None
    assert own is not None
    assert told.initial is not None
    assert own.initial is not None
    assert (told.initial.learners, own.initial.learners) == (6, 5)


def test_only_the_first_standing_answer_to_a_card_counts(course: Course) -> None:
    person = course.people[4]
    course.answer(person, 0, True, 1)
    assert initial(course) == 0.4
    take_back(course.desk.firm.db, person, uuid5(SPACE, str((person.id, 0, 0))), NOW)
    assert initial(course) == 0.5


def test_a_campaign_without_a_pre_test_has_no_scores(course: Course) -> None:
    course.campaign.pre_test = None
    assert course.scores(9) is None
