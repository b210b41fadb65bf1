"""One uploaded answer: what it must look like, and what it is worth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from content import card, grade, limits
from content.sanitise import clean
from scheduler import baseline
from scheduler.memory import Confidence, Rating, rating_of
from server.store.answering import Answerable

OLDEST = timedelta(days=60)
LONGEST_MS = 24 * 3600 * 1000
MOST_PARTS = max(limits.CHOICES, limits.GAPS)


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


def tidied(given: Answer) -> Answer:
    """The answer as it can be kept; raises `Rejected` for one longer than any answer is.

    A time taken that cannot be (the clock was set back meanwhile, the phone lay open for days)
    becomes the nearest that can: it is no reason to lose the answer.
    """
    took_ms = min(max(given.took_ms, 0), LONGEST_MS)
    return replace(given, answer=_tidy(given.answer), took_ms=took_ms)


def worth(given: Answer, where: Answerable) -> Worth:
    """Grades an answer against the wording it was given to. Raises `Rejected`."""
    face = face_of(given, where)
    if face is None:
        raise Rejected("review-unknown-variant")
    if given.answer is None:
        if given.rating is None:
            raise Rejected("review-no-answer")
        return Worth(Rating(given.rating), None, None)
    try:
        graded = grade.grade(card.from_json(face), given.answer)
    except grade.Ungradable:
        raise Rejected("review-bad-answer") from None
    confidence = Confidence(given.confidence) if given.confidence else None
    return Worth(rating_of(graded.correct, confidence), graded.score, graded.correct)


def started(value: Worth, given: Answer) -> Worth:
    """What an answer to a pre-test is worth: right and sure, it starts the card strong."""
    confidence = Confidence(given.confidence) if given.confidence else None
    return replace(value, rating=baseline.starting(value.rating, confidence))


def face_of(given: Answer, where: Answerable) -> dict[str, Any] | None:
    """The wording that was answered, if it is known."""
    return next((face for face in where.faces if face["variant_id"] == given.variant_id), None)


def _tidy(answer: Any) -> Any:
    if not isinstance(answer, list):
        return _tidy_part(answer)
    if len(answer) > MOST_PARTS:
        raise Rejected("review-bad-answer")
    return [_tidy_part(part) for part in answer]


def _tidy_part(part: Any) -> Any:
    # No kind asks for lists within lists; walking into one would end where Python's stack does.
    if not isinstance(part, str):
        return part
    if len(part) > limits.ANSWER:
        raise Rejected("review-bad-answer")
    return clean(part)


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
