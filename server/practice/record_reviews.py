"""A learner's answers go into the log, and memory follows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from scheduler import baseline
from scheduler.memory import Event, Rating
from scheduler.policy.aims import written
from scheduler.study_day import study_day
from scheduler.variants import OWN
from server.practice.answers import (
    Answer,
    Rejected,
    Worth,
    face_of,
    kept_within,
    started,
    tidied,
    worth,
)
from server.practice.fold import fold_one, refold
from server.practice.memories import memory_in, seen_of
from server.store import answering, card_memory, parameter_sets, reviews
from server.store.aiming import aims_of
from server.store.people import Learner

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one answer. `memory` is the card's memory row afterwards."""

    id: UUID
    status: str
    reason: str | None = None
    worth: Worth | None = None
    memory: Row | None = None


def record_reviews(
    db: Session, learner: Learner, answers: list[Answer], now: datetime
) -> list[Result]:
    """Records each answer once and folds it; gives the results in the order of the answers.

    Answers may come in any order, late, and more than once: the memory afterwards is the same.
    A bad one is rejected with its reason and does not hold up the others.
    """
    set_id = answering.take_turn(db, learner.id)
    cards = {one.card_id for one in answers}
    allowed = _answerable(db, learner, cards, answers)
    known = _worth_in_log(db, learner, answers)
    memories = card_memory.of_cards(db, learner.id, cards)
    batch = _Batch(db, learner, allowed, memories, now, set_id=set_id)
    for moment, one in kept_within(answers, now):
        if one.id not in known and one.id not in batch.results:
            batch.take(moment, one)
    batch.write()
    results: list[Result] = []
    sent: set[UUID] = set(known)
    for one in answers:
        earlier = known.get(one.id)
        results.append(batch.result(one, duplicate=one.id in sent, earlier=earlier))
        sent.add(one.id)
    return results


def _answerable(
    db: Session, learner: Learner, cards: set[int], answers: list[Answer]
) -> dict[int, answering.Answerable]:
    allowed = answering.answerable(db, learner.id, cards)
    outdated = {
        one.card_id
        for one in answers
        if one.card_id in allowed and face_of(one, allowed[one.card_id]) is None
    }
    if outdated:
        for card_id, faces in answering.earlier_faces(db, outdated).items():
            allowed[card_id].faces += faces
    return allowed


def _worth_in_log(db: Session, learner: Learner, answers: list[Answer]) -> dict[UUID, Worth]:
    known = reviews.known(db, learner.id, [one.id for one in answers])
    return {
        id_: Worth(Rating(rating), score, None if score is None else rating > Rating.AGAIN)
        for id_, (rating, score) in known.items()
    }


class _Batch:
    """The answers of one upload on their way into the log."""

    def __init__(
        self,
        db: Session,
        learner: Learner,
        allowed: dict[int, answering.Answerable],
        memories: dict[int, Row],
        now: datetime,
        *,
        set_id: int | None,
    ) -> None:
        self.db, self.learner, self.allowed, self.now = db, learner, allowed, now
        self.memories = memories
        self.set_id, self.parameters = set_id, parameter_sets.of_id(db, set_id)
        self.stored = set(memories)
        self.folded: set[int] = set()
        self.late: set[int] = set()
        self.log: list[Row] = []
        self.first_answers: list[Row] = []
        self.results: dict[UUID, Result] = {}

    def take(self, moment: datetime, one: Answer) -> None:
        """Grades one answer and, when it is good, folds it."""
        where = self.allowed.get(one.card_id)
        if where is None:
            self.results[one.id] = Result(one.id, "rejected", reason="review-unknown-card")
            return
        try:
            one = tidied(one)
            value = worth(one, where)
        except Rejected as refusal:
            self.results[one.id] = Result(one.id, "rejected", reason=str(refusal))
            return
        day = study_day(moment, self.learner.time_zone)
        phase = where.phase(day)
        if phase == baseline.PRE:
            value = started(value, one)
        aims = aims_of(where.policies(day), self.learner)
        shown = one.variant_id or OWN
        event = Event(moment, str(one.id), day, value.rating, aims, shown)
        self.log.append(self._logged(one, value, event, phase))
        self.results[one.id] = Result(one.id, "recorded", worth=value)
        if baseline.is_folded(phase, value.rating):
            self._fold(one.card_id, event, where.turned_at)

    def _fold(self, card_id: int, event: Event, turned_at: datetime | None) -> None:
        row = self.memories.get(card_id)
        if row is not None and event.at <= row["last_review_at"]:
            self.late.add(card_id)
        if turned_at is not None and event.at < turned_at:
            self.late.add(card_id)
        if card_id in self.late:
            return
        memory = memory_in(row) if row else None
        key = (self.learner.id, card_id)
        seen = seen_of(row["variants_seen"]) if row else ()
        folded, first = fold_one(key, memory, event, self.now, self.parameters, seen=seen)
        self.memories[card_id] = folded
        self.folded.add(card_id)
        if first:
            self.first_answers.append(first)

    def _logged(self, one: Answer, value: Worth, event: Event, phase: str | None) -> Row:
        return {
            "person_id": self.learner.id,
            "id": one.id,
            "card_id": one.card_id,
            "card_variant_id": one.variant_id,
            "rating": int(value.rating),
            "score": value.score,
            "answer": None if one.answer is None else [one.answer],
            "confidence": one.confidence,
            "reviewed_at": event.at,
            "received_at": self.now,
            "study_day": event.study_day,
            "aims": written(event.aims),
            "parameter_set_id": self.set_id,
            "took_ms": one.took_ms,
            "phase": phase,
        }

    def write(self) -> None:
        """Writes log, memories and first answers, each in one round trip."""
        reviews.append(self.db, self.log)
        in_order = self.folded - self.late
        rows = {card: self.memories[card] for card in sorted(in_order)}
        card_memory.add(self.db, [row for card, row in rows.items() if card not in self.stored])
        card_memory.change(self.db, [row for card, row in rows.items() if card in self.stored])
        card_memory.add_first_answers(
            self.db, [row for row in self.first_answers if row["card_id"] in in_order]
        )
        late = sorted(self.late)
        self.memories |= refold(self.db, self.learner.id, late, self.now, self.parameters)

    def result(self, one: Answer, *, duplicate: bool, earlier: Worth | None) -> Result:
        """What became of the answer, with the memory after the whole upload."""
        found = self.results.get(one.id)
        if found is not None and found.status == "rejected":
            return found
        return Result(
            one.id,
            "duplicate" if duplicate else "recorded",
            worth=earlier or (found.worth if found else None),
            memory=self.memories.get(one.card_id),
        )
