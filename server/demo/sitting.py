"""One simulated session: what the plan asks is answered and recorded as from a phone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from scheduler.memory import Confidence, Rating
from server.demo.replies import luck, right_reply, wrong_reply
from server.demo.truth import Mind
from server.practice.answers import Answer
from server.practice.plan_session import SessionCard, plan_session
from server.practice.record_reviews import record_reviews
from server.practice.take_back import take_back
from server.practice.why import PARTS
from server.store.beside import PRE_TEST
from server.store.people import Person

MISTAPS = 0.03
SURE_WHEN_KNOWN = 0.9
BETWEEN_CARDS = timedelta(seconds=2)
MOST_TRIES = 3


@dataclass(slots=True)
class Learner:
    """A simulated learner. `candour`: the chance of admitting doubt before a wrong answer."""

    person: Person
    mind: Mind
    candour: float
    dice: Random


def sit(db: Session, learner: Learner, at: datetime) -> None:
    """Does the session of the study day of `at`, with one take-back now and then."""
    plan = plan_session(db, learner.person, at)
    if not plan.cards:
        return
    sitting = _Sitting(learner, plan.study_day, at)
    answers = sitting.answers(plan.cards)
    record_reviews(db, learner.person, answers, sitting.at)
    if learner.dice.random() < MISTAPS:
        mistap = answers[-1]
        take_back(db, learner.person, mistap.id, sitting.at)
        record_reviews(db, learner.person, [sitting.again(mistap)], sitting.at)


class _Sitting:
    """The answers of one session. `at` is the moment reached."""

    def __init__(self, learner: Learner, day: date, at: datetime) -> None:
        self.learner, self.day, self.at = learner, day, at
        self.dice = learner.dice

    def answers(self, cards: Iterable[SessionCard]) -> list[Answer]:
        """One answer per card; a card answered wrong comes again at the end in another wording.

        Those of a pre-test are asked once: the course is still to come.
        """
        given: list[Answer] = []
        queue = [(card, card.faces.index(card.face), 1) for card in cards]
        for card, turn, tries in queue:  # grows while it is walked
            face = card.faces[turn % len(card.faces)]
            is_test = card.why.part == PARTS[PRE_TEST]
            answer, right = self._answer(card.card_id, face, is_test=is_test)
            given.append(answer)
            if not right and tries < MOST_TRIES and not is_test:
                queue.append((card, turn + 1, tries + 1))
        return given

    def again(self, mistap: Answer) -> Answer:
        """The same answer once more, as after an undo."""
        return replace(mistap, id=self._id(), reviewed_at=self._after(mistap.took_ms // 2))

    def _answer(
        self, card_id: int, face: Mapping[str, Any], *, is_test: bool
    ) -> tuple[Answer, bool]:
        known = self._knows(card_id, is_test=is_test)
        right = known or self.dice.random() < luck(face)
        took_ms = min(max(round(self.dice.lognormvariate(9.2, 0.45)), 2_500), 90_000)
        self_graded = face["kind"] == "recall"
        answer = Answer(
            id=self._id(),
            card_id=card_id,
            variant_id=face["variant_id"],
            answer=None if self_graded else self._reply(face, right=right),
            rating=_verdict(right=right) if self_graded else None,
            confidence=None if self_graded else self._confidence(known=known),
            reviewed_at=self._after(took_ms),
            took_ms=took_ms,
        )
        return answer, right

    def _knows(self, card_id: int, *, is_test: bool) -> bool:
        mind = self.learner.mind
        if is_test:
            return mind.knew(card_id, self.day)
        known = mind.recalls(card_id, self.day)
        mind.learn(card_id, self.day, right=known)
        return known

    def _reply(self, face: Mapping[str, Any], *, right: bool) -> Any:
        return right_reply(face) if right else wrong_reply(face, self.dice)

    def _confidence(self, *, known: bool) -> Confidence:
        sure = SURE_WHEN_KNOWN if known else 1 - self.learner.candour
        return Confidence.SURE if self.dice.random() < sure else Confidence.UNSURE

    def _after(self, took_ms: int) -> datetime:
        self.at += timedelta(milliseconds=took_ms) + BETWEEN_CARDS
        return self.at

    def _id(self) -> UUID:
        return UUID(int=self.dice.getrandbits(128), version=4)


def _verdict(*, right: bool) -> Rating:
    return Rating.GOOD if right else Rating.AGAIN
