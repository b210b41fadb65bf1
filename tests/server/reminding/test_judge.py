"""Two hours after a reminder it is noted whether it was answered, and the next ones go by that."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import numpy as np
import pytest

from scheduler.reminders import HELP, PRACTICE
from scheduler.rhythm.arms import COHORT_KEEPS
from server.reminding import tallies
from server.reminding.alone import count_page, last_day_over
from server.reminding.judge import judge_page
from server.store import scope
from server.store.campaigns import Campaign
from server.store.outbox import State
from server.store.people import Person
from server.store.reminders import Reminder
from server.store.reviews import Review
from server.store.rhythms import CohortRhythm, Rhythm
from tests.fakes.world import World
from tests.server.firm import Firm
from tests.server.reminding import scene
from tests.server.reminding.steps import deliver, plan

NINE = scene.NINE


@pytest.fixture
def reminded(firm: Firm, world: World, fatima: Person) -> Reminder:
    """The reminder that Fatima got on her phone at nine."""
    scene.phone(firm, fatima, "token")
    [row] = plan(firm, world)
    world.clock.set(NINE)
    assert deliver(firm, world, row) is State.SENT
    return row


def answers(firm: Firm, person_id: int, minutes: int) -> None:
    """The person answers a card so long after nine."""
    firm.add(
        Review(
            person_id=person_id, id=uuid4(), card_id=scene.released_cards(firm)[0], rating=3,
            reviewed_at=NINE + timedelta(minutes=minutes), received_at=NINE, study_day=scene.TODAY,
            aims="readiness:0.9", took_ms=4000,
        )
    )  # fmt: skip


def judged(firm: Firm, world: World, hours: float = 2.1) -> int:
    world.clock.set(NINE + timedelta(hours=hours))
    firm.db.flush()
    count = len(judge_page(firm.db, world.clock.now()))
    scope.work_for(firm.db, firm.organisation.id)
    firm.db.expire_all()
    return count


def rhythm(firm: Firm) -> Rhythm:
    return firm.db.query(Rhythm).populate_existing().one()


@pytest.mark.parametrize(("minutes", "answered"), [(30, True), (119, True), (125, False)])
def test_an_answer_within_two_hours_counts(
    firm: Firm, world: World, reminded: Reminder, minutes: int, *, answered: bool
) -> None:
    answers(firm, reminded.person_id, minutes)
    assert judged(firm, world, 3) == 1
    firm.db.refresh(reminded)
    assert (reminded.answered, rhythm(firm).ignored) == (answered, 0 if answered else 1)


def test_a_reminder_from_before_rhythms_were_kept_is_judged_too(
    firm: Firm, world: World, reminded: Reminder
) -> None:
    firm.db.delete(rhythm(firm))
    assert judged(firm, world) == 1
    firm.db.refresh(reminded)
    assert reminded.answered is False


@pytest.mark.usefixtures("reminded")
def test_nothing_is_judged_before_its_time_or_twice(firm: Firm, world: World) -> None:
    assert [judged(firm, world, hours) for hours in (1.9, 2.1, 2.2)] == [0, 1, 0]
    assert rhythm(firm).ignored == 1


def test_hour_and_wording_are_counted_for_learner_and_firm(
    firm: Firm, world: World, reminded: Reminder
) -> None:
    answers(firm, reminded.person_id, 10)
    judged(firm, world)
    number = tallies.WORDINGS.index(str(reminded.wording))
    cohort = firm.db.query(CohortRhythm).one()
    for kept in (rhythm(firm), cohort):
        hours, wordings = tallies.hours([kept.hours])[0], tallies.wordings([kept.wordings])[0]
        assert hours[9].tolist() == [1, 1]
        assert np.delete(hours, 9, axis=0).sum() == 0
        assert wordings[number].tolist() == [1, 1, scene.TODAY.toordinal()]


@pytest.mark.usefixtures("reminded")
def test_sending_is_noted_at_once(firm: Firm) -> None:
    kept = rhythm(firm)
    assert (kept.last_reminder_on, kept.in_week, kept.ignored) == (scene.TODAY, 1, 0)
    assert kept.last_reminder_at == NINE


def test_a_session_in_between_ends_what_was_ignored(
    firm: Firm, world: World, fatima: Person
) -> None:
    firm.add(
        Rhythm(
            person_id=fatima.id, ignored=2, last_reminder_on=scene.TODAY - timedelta(days=2),
            asked_help_on=None, in_week=4, week=scene.TODAY - timedelta(days=9),
        )
    )  # fmt: skip
    scene.practises(firm, fatima, scene.TODAY - timedelta(days=1))
    scene.phone(firm, fatima, "token")
    [row] = plan(firm, world)
    world.clock.set(NINE)
    deliver(firm, world, row)
    judged(firm, world)
    assert (rhythm(firm).ignored, rhythm(firm).in_week) == (1, 1)


def test_nine_in_vain_bring_one_question_and_then_silence_until_a_session(
    firm: Firm, world: World, fatima: Person
) -> None:
    firm.add(
        Rhythm(
            person_id=fatima.id, ignored=9, last_reminder_on=scene.TODAY - timedelta(days=7),
            in_week=1, week=scene.TODAY - timedelta(days=9),
        )
    )  # fmt: skip
    [row] = plan(firm, world)
    assert (row.kind, row.channels) == (HELP, ["mail"])
    world.clock.set(NINE)
    deliver(firm, world, row)
    [letter] = world.mailer.sent
    assert letter.subject == "Wat zou helpen?"
    judged(firm, world)
    world.clock.set(scene.MORNING + timedelta(days=8))
    silent = plan(firm, world)[-1]
    assert (silent.state, silent.reason) == (State.SKIPPED, "silent")
    scene.practises(firm, fatima, scene.TODAY + timedelta(days=8))
    world.clock.set(scene.MORNING + timedelta(days=9))
    again = plan(firm, world)[-1]
    assert (again.state, again.kind) == (State.PLANNED, PRACTICE)


def test_the_last_day_but_six_says_that_it_is_the_last_week(
    firm: Firm, world: World, fatima: Person, campaign: Campaign
) -> None:
    scene.phone(firm, fatima, "token")
    campaign.starts_on, campaign.days = scene.TODAY - timedelta(days=13), 20
    [row] = plan(firm, world)
    world.clock.set(NINE)
    deliver(firm, world, row)
    [push] = world.fcm.sent
    assert (row.kind, push.notice.title) == ("last-week", "De laatste week")


def test_who_begins_without_being_told_is_left_to_it(
    firm: Firm, world: World, fatima: Person
) -> None:
    days = [scene.TODAY - timedelta(days=number) for number in range(9, 0, -1)]
    for day in days:
        scene.practises(firm, fatima, day)
        for _twice in range(2):
            assert count_page(firm.db, day, 0) is None
    scope.work_for(firm.db, firm.organisation.id)
    assert (rhythm(firm).alone.bit_count(), rhythm(firm).alone_of) == (9, 9)
    [row] = plan(firm, world)
    assert (row.state, row.reason) == (State.SKIPPED, "starts-alone")


@pytest.mark.usefixtures("reminded")
def test_a_day_with_a_reminder_was_not_begun_alone(
    firm: Firm, world: World, fatima: Person
) -> None:
    answers(firm, fatima.id, 10)
    assert last_day_over(world.clock.now() + timedelta(days=2)) == scene.TODAY
    count_page(firm.db, scene.TODAY, 0)
    scope.work_for(firm.db, firm.organisation.id)
    assert (rhythm(firm).alone, rhythm(firm).alone_of, rhythm(firm).in_week) == (0, 1, 1)


def test_a_firm_of_millions_of_reminders_goes_on_learning(
    firm: Firm, world: World, reminded: Reminder
) -> None:
    full = np.zeros((1, 24, 2), np.float32)
    full[0, 9] = 2.0**24, 2.0**22
    firm.add(CohortRhythm(hours=tallies.written(full[0]), wordings=b""))
    answers(firm, reminded.person_id, 10)
    judged(firm, world)
    [sent, answered] = tallies.hours([firm.db.query(CohortRhythm).one().hours])[0][9]
    assert sent == pytest.approx(COHORT_KEEPS)
    assert answered / sent == pytest.approx(0.25, abs=0.001)
