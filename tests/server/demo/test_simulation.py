"""Simulated learners remember, forget, answer and stay away as people do."""

from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from content.card import from_json, to_json
from content.exchange.read import read_any
from content.grade import grade
from server.demo.cast import OFFICE, Part
from server.demo.courses import SETS
from server.demo.habits import Habits, Term
from server.demo.replies import luck, right_reply, wrong_reply
from server.demo.truth import Mind

DAY = date(2026, 11, 16)
CARD, HARD_CARD = 1, 2


def faces(file: Path) -> list[dict[str, Any]]:
    drafts = read_any(file.name, file.read_bytes(), language="nl").drafts
    return [to_json(draft.face) for draft in drafts if draft.face.kind != "recall"]


def mind(ability: float = 1.0) -> Mind:
    met = Mind(ability, {HARD_CARD: 5.0}, Random(1))
    for card in (CARD, HARD_CARD):
        met.learn(card, DAY, right=True)
    return met


@pytest.mark.parametrize("file", sorted(SETS.glob("*.csv")), ids=lambda file: file.stem)
def test_a_reply_meant_to_be_right_is_and_one_meant_to_be_wrong_is_not(file: Path) -> None:
    dice = Random(3)
    asked = faces(file)
    assert all(grade(from_json(face), right_reply(face)).correct for face in asked)
    assert not any(grade(from_json(face), wrong_reply(face, dice)).correct for face in asked)


def test_a_guess_is_right_sometimes_where_there_is_something_to_pick() -> None:
    assert luck({"kind": "true_false"}) == 0.5
    assert luck({"kind": "choice", "choices": ["a", "b", "c", "d"]}) == 0.25
    assert luck({"kind": "typed"}) == 0


def test_memory_fades_day_by_day() -> None:
    met = mind()
    chances = [met.chance(CARD, DAY + timedelta(days=days)) for days in (1, 7, 30, 90)]
    assert chances == sorted(chances, reverse=True)
    assert chances[-1] < 0.2


def test_little_is_known_before_the_course_and_that_for_long() -> None:
    fresh = Mind(1.0, {}, Random(1))
    cards = range(10, 210)
    known = [card for card in cards if fresh.knew(card, DAY)]
    assert 0.15 < len(known) / len(cards) < 0.4
    assert fresh.chance(known[0], DAY + timedelta(days=14)) > 0.9
    unknown = next(card for card in cards if card not in known)
    assert fresh.chance(unknown, DAY + timedelta(days=14)) < 0.7


def test_recall_strengthens_and_failure_weakens() -> None:
    week, month = DAY + timedelta(days=7), DAY + timedelta(days=30)
    right, wrong = mind(), mind()
    right.learn(CARD, week, right=True)
    wrong.learn(CARD, week, right=False)
    assert right.chance(CARD, month) > mind().chance(CARD, week + timedelta(days=23))
    assert wrong.chance(CARD, month) < right.chance(CARD, month)


def test_a_second_answer_on_the_same_day_adds_nothing() -> None:
    once, twice = mind(), mind()
    twice.learn(CARD, DAY, right=True)
    later = DAY + timedelta(days=5)
    assert once.chance(CARD, later) == twice.chance(CARD, later)


def test_a_hard_card_and_a_forgetful_learner_forget_sooner() -> None:
    later = DAY + timedelta(days=5)
    assert mind().chance(HARD_CARD, later) < mind().chance(CARD, later)
    assert mind(0.7).chance(CARD, later) < mind(1.2).chance(CARD, later)


def test_people_come_on_most_working_days_hardly_in_the_holiday_and_not_after_giving_up() -> None:
    term = Term(DAY, DAY + timedelta(weeks=40), holiday=DAY + timedelta(weeks=2))
    habits = Habits(Part("Sanne", OFFICE, diligence=0.65, leaves_after=0.5), term, Random(5))
    came = [day for day in term.days() if habits.moment_on(day)]
    half = [day for day in term.days() if day < DAY + timedelta(weeks=20)]
    working = [day for day in half if day.isoweekday() <= 5 and not term.is_holiday(day)]
    assert 0.5 < len(set(came) & set(working)) / len(working) < 0.8
    assert sum(term.is_holiday(day) for day in came) <= 2
    assert max(came) <= DAY + timedelta(weeks=20, days=1)
