"""One uploaded answer: what it must look like, and what it is worth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from content import card, grade
from scheduler.memory import Confidence, Rating, rating_of
from server.store.answering import Answerable

OLDEST = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as the phone sends it; exactly one of `answer` and `rating` counts, in that order.

    `answer` is None when the learner graded the card.
    """

    id: UUID
    card_id: int
    variant_id: int | None
    answer: Any
    rating: int | None
    confidence: str | None
    reviewed_at: datetime
    took_ms: int


@dataclass(frozen=True, slots=True)
class Worth:
    """What an answer is worth. `score` and `correct` are None for a self-graded one."""

    rating: Rating
    score: float | None
    correct: bool | None


class Rejected(Exception):
    """The answer cannot be recorded; the argument is a key of the catalogue."""


def worth(given: Answer, where: Answerable) -> Worth:
    """Grades an answer against the wording it was given to. Raises `Rejected`."""
    if given.answer is None:
        if given.rating is None:
            raise Rejected("review-no-answer")
        return Worth(Rating(given.rating), None, None)
    try:
        graded = grade.grade(_face(given, where), given.answer)
    except grade.Ungradable:
        raise Rejected("review-bad-answer") from None
    confidence = Confidence(given.confidence) if given.confidence else None
    return Worth(rating_of(graded.correct, confidence), graded.score, graded.correct)


def _face(given: Answer, where: Answerable) -> card.Face:
    for face in where.faces:
        if face["variant_id"] == given.variant_id:
            return card.from_json(face)
    raise Rejected("review-unknown-variant")


def kept_within(answers: list[Answer], now: datetime) -> list[tuple[datetime, Answer]]:
    """The answers in order of time, each with a possible moment.

    A phone's clock may be wrong. A moment in the future, or so long ago that no phone kept the
    answer waiting, becomes now; answers that so fall together keep their order by a microsecond
    each, or the fold would shuffle them.
    """
    ordered = sorted(answers, key=lambda one: (one.reviewed_at, str(one.id)))
    impossible = [one for one in ordered if not now - OLDEST <= one.reviewed_at <= now]
    shift = {
        one.id: now - timedelta(microseconds=len(impossible) - 1 - number)
        for number, one in enumerate(impossible)
    }
    moments = [(shift.get(one.id, one.reviewed_at), one) for one in ordered]
    return sorted(moments, key=lambda pair: pair[0])
