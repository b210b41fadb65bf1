"""The memory maths against numbers that others published or that `fsrs` gave (make_vectors.py)."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from scheduler.memory import Memory, Rating, after, retrievability

VECTORS = Path(__file__).parent.parent / "vectors" / "fsrs6_histories.json"
HISTORIES: list[dict[str, Any]] = json.loads(VECTORS.read_text(encoding="utf-8"))
START = date(2026, 1, 5)


@pytest.mark.parametrize("history", HISTORIES, ids=range(len(HISTORIES)))
def test_the_memory_agrees_with_the_vectors(history: dict[str, Any]) -> None:
    parameters = tuple(history["parameters"])
    memory, day = None, START
    for rating, elapsed, stability, difficulty, recall in history["reviews"]:
        day += timedelta(days=elapsed)
        if memory:
            assert retrievability(memory, day, parameters) == pytest.approx(recall, rel=1e-9)
        memory = after(memory, day, Rating(rating), parameters)
        assert memory.stability == pytest.approx(stability, rel=1e-9)
        assert memory.difficulty == pytest.approx(difficulty, rel=1e-9)


def test_the_published_intervals_come_out() -> None:
    """Thirteen answers of which two wrong, each when due; their 0 is a step on the same day."""
    ratings = [Rating.GOOD] * 6 + [Rating.AGAIN] * 2 + [Rating.GOOD] * 5
    published = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]
    memory, day = None, START
    for rating, interval in zip(ratings, published, strict=True):
        memory = after(memory, day, rating)
        if interval:
            assert round(memory.stability) == interval
        day += timedelta(days=interval)


def test_the_published_memory_state_comes_out() -> None:
    memory, day = after(None, START, Rating.AGAIN), START
    for elapsed in (0, 1, 3, 8, 21):
        day += timedelta(days=elapsed)
        memory = after(memory, day, Rating.GOOD)
    assert memory.stability == pytest.approx(53.62691, abs=1e-4)
    assert memory.difficulty == pytest.approx(6.3574867, abs=1e-4)


def test_the_published_forgetting_curve_comes_out() -> None:
    memory = Memory(1.0, 5.0, START, START, reviews=1, lapses=0, correct_run=1)
    chances = [retrievability(memory, START + timedelta(days=days)) for days in range(4)]
    assert chances == pytest.approx([1, 0.9, 0.84588465, 0.8093881], abs=1e-7)
