"""The demo has something true to show on every screen."""

from datetime import date, timedelta

import pytest
from sqlalchemy import case, func, select

from server.demo.cast import LEARNERS, NEWCOMER, PASSWORD
from server.demo.history import FAILING
from server.insight import participation, recall, scores
from server.insight.question import Question, question
from server.practice.rebuild import differences
from server.store import organisations
from server.store.campaigns import Campaign, Enrolment
from server.store.card_memory import FirstAnswer
from server.store.card_sets import Card, CardSet
from server.store.care import Contribution, Kind
from server.store.devices import Device
from server.store.letters import OutgoingLetter
from server.store.pauses import StoredPause
from server.store.people import Person
from server.store.reviews import Review, TakeBack
from tests.server.demo.conftest import SMALL, Demo

FLOOR = 5


def asked(demo: Demo, viewer: str) -> Question:
    today = demo.world.clock.now().date()
    found = question(demo.db, demo.person(viewer), today, campaign_id=None, first=None, last=None)
    assert found is not None
    return found


def count(demo: Demo, table: type) -> int:
    return demo.db.scalar(select(func.count()).select_from(table)) or 0


@pytest.mark.parametrize("role", ["learner", "trainer", "manager", "admin"])
def test_each_of_the_four_signs_in_and_is_told_that_this_is_a_demo(
    demo_made: Demo, role: str
) -> None:
    given = {"email": f"{role}@demo.example", "password": PASSWORD}
    me = demo_made.phone().post("/sign-in", given)["person"]
    assert me["role"] == role
    assert me["organisation"]["is_demo"] is True


def test_nobody_else_has_that_password(demo_made: Demo) -> None:
    given = {"email": LEARNERS[1].email, "password": PASSWORD}
    assert demo_made.phone().ask("POST", "/sign-in", json=given).status_code == 401


def test_a_session_of_several_kinds_waits_for_the_learner(demo_made: Demo) -> None:
    given = {"email": "learner@demo.example", "password": PASSWORD}
    phone = demo_made.phone()
    phone.token = phone.post("/sign-in", given)["access_token"]
    session = phone.get("/session")
    assert session["done_today"] is False
    assert 8 <= len(session["cards"]) <= 10
    assert len({card["kind"] for card in session["cards"]}) >= 3
    assert {card["is_new"] for card in session["cards"]} == {True, False}
    assert any(day["done"] for day in session["week"])


def test_five_sets_are_live_and_two_campaigns_run(demo_made: Demo) -> None:
    sets = demo_made.db.scalars(select(CardSet)).all()
    assert len(sets) == 5
    assert all(card_set.live_release_id for card_set in sets)
    today = demo_made.world.clock.now().date()
    campaigns = demo_made.db.scalars(select(Campaign)).all()
    assert [one.starts_on <= today <= one.ends_on for one in campaigns] == [True, True]
    fatima = demo_made.person("learner").id
    taking_part = select(Enrolment.campaign_id).where(Enrolment.person_id == fatima)
    assert len(demo_made.db.scalars(taking_part).all()) == 2


def test_one_campaign_holds_a_level_and_one_is_ready_on_a_date_to_come(demo_made: Demo) -> None:
    held, dated = demo_made.db.scalars(select(Campaign).order_by(Campaign.id))
    assert held.policy["kind"] == "readiness"
    today = demo_made.world.clock.now().date()
    assert today < date.fromisoformat(dated.policy["on"]) < dated.ends_on


def test_more_is_known_than_before_the_course(demo_made: Demo) -> None:
    today = demo_made.world.clock.now().date()
    dated = demo_made.db.scalars(select(Campaign.id).order_by(Campaign.id)).all()[-1]
    trainer = demo_made.person("trainer")
    asked = question(demo_made.db, trainer, today, campaign_id=dated, first=None, last=None)
    assert asked is not None
    told = scores.report(demo_made.db, asked, today, FLOOR)
    assert told is not None
    assert told.initial is not None
    assert told.initial.recall_rate is not None
    assert 0.2 < told.initial.recall_rate < 0.7
    assert told.lift is not None
    assert told.lift.lift > 0.1


def test_somebody_is_invited_and_has_not_come_yet(demo_made: Demo) -> None:
    waiting = demo_made.db.scalars(select(Person).where(Person.password_hash.is_(None))).all()
    assert [person.email for person in waiting] == [NEWCOMER.email]


def test_every_week_and_both_teams_have_a_figure_near_what_is_aimed_at(demo_made: Demo) -> None:
    question = asked(demo_made, "admin")
    weeks = recall.report(demo_made.db, question, "week", FLOOR)
    assert len(weeks.groups) == SMALL.weeks + 1
    assert weeks.total is not None
    rate = weeks.total.recall_rate
    assert rate is not None
    assert 0.75 < rate < question.desired_recall + 0.03
    teams = recall.report(demo_made.db, question, "team", FLOOR)
    assert [team.figure is not None for team in teams.groups] == [True, True]


def test_the_manager_sees_a_figure_of_the_own_team(demo_made: Demo) -> None:
    team = recall.report(demo_made.db, asked(demo_made, "manager"), "team", FLOOR)
    assert len(team.groups) == 1
    assert team.total is not None


def test_most_practise_except_in_the_holiday(demo_made: Demo) -> None:
    report = participation.report(
        demo_made.db, asked(demo_made, "admin"), demo_made.world.clock.now().date(), 1
    )
    active = [week.learners_active or 0 for week in report.weeks]
    assert min(active) < SMALL.learners / 2 < max(active)


def test_the_cards_that_fail_stand_out(demo_made: Demo) -> None:
    right = func.avg(case((FirstAnswer.correct, 1.0), else_=0.0))
    joined = select(right).join(Card, Card.id == FirstAnswer.card_id)
    failing = demo_made.db.scalar(joined.where(Card.key.in_(FAILING)))
    others = demo_made.db.scalar(joined.where(Card.key.not_in(FAILING)))
    assert failing is not None
    assert others is not None
    assert failing < others - 0.2


def test_learners_have_flagged_cards_proposed_better_ones_and_taken_answers_back(
    demo_made: Demo,
) -> None:
    kinds = demo_made.db.scalars(select(Contribution.kind)).all()
    assert kinds.count(Kind.FLAG) >= 3
    assert kinds.count(Kind.SUGGESTION) >= 2
    assert count(demo_made, TakeBack) >= 1


def test_answers_were_sure_and_unsure_right_and_wrong(demo_made: Demo) -> None:
    pairs = demo_made.db.execute(
        select(Review.confidence, Review.rating > 1)
        .where(Review.confidence.is_not(None))
        .distinct()
    )
    assert len(pairs.all()) == 4


def test_one_is_on_a_pause_and_one_gave_up(demo_made: Demo) -> None:
    today = demo_made.world.clock.now().date()
    rows = demo_made.db.execute(
        select(Person.email, func.max(Review.study_day))
        .join(Review, Review.person_id == Person.id)
        .group_by(Person.email)
    )
    last: dict[str, date] = dict(rows.all())
    away = next(part for part in LEARNERS if part.is_away)
    left = next(part for part in LEARNERS if part.leaves_after < 1)
    person = next(one for one in demo_made.db.scalars(select(Person)) if one.email == away.email)
    pause = demo_made.db.query(StoredPause).filter_by(person_id=person.id).one()
    assert pause.first_day <= today <= pause.last_day
    assert last[away.email] < pause.first_day
    assert last[left.email] < today - timedelta(weeks=2)


def test_the_log_gives_the_same_memory_again(demo_made: Demo) -> None:
    firm = organisations.by_slug(demo_made.db, "demo")
    assert firm is not None
    assert list(differences(demo_made.db, firm.id)) == []


def test_nobody_in_it_can_be_reached(demo_made: Demo) -> None:
    addresses = demo_made.db.scalars(select(Person.email)).all()
    assert [one for one in addresses if not one.endswith("@demo.example")] == []
    assert all(one.isascii() for one in addresses)
    assert count(demo_made, OutgoingLetter) == count(demo_made, Device) == 0
