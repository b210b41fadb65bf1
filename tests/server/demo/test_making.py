"""The demo is made once and whole, and fits the day on which it is made."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from server.commands import demo
from server.demo.build import Scale, build
from server.demo.cast import SLUG
from server.practice.plan_session import plan_session
from server.store import organisations, people, reviews, scope
from server.store.database import db
from server.store.reviews import Review
from tests.server.demo.conftest import TINY, close, opened


class Killed(Exception):
    """As good as kill -9 for a transaction."""


def reviews_in(app: Flask) -> int | None:
    """None without a demo."""
    with app.app_context():
        session = db.session()
        firm = organisations.by_slug(session, SLUG)
        if firm is None:
            return None
        scope.work_for(session, firm.id)
        return reviews.count(session)


def test_made_twice_is_made_once(empty: Flask, capsys: pytest.CaptureFixture[str]) -> None:
    demo.make(empty, TINY)
    first = reviews_in(empty)
    assert first
    capsys.readouterr()
    demo.make(empty, TINY)
    assert reviews_in(empty) == first
    told = capsys.readouterr().out
    assert "learner@demo.example" in told
    assert "Making" not in told


def test_of_two_first_starts_at_once_one_waits_and_finds_it_made(empty: Flask) -> None:
    with ThreadPoolExecutor(2) as pool:
        for start in [pool.submit(demo.make, empty, TINY) for _ in range(2)]:
            start.result()
    assert reviews_in(empty)


def test_cut_short_it_leaves_nothing(empty: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut_short(*given: object) -> None:
        build(*given)  # type: ignore[arg-type] # handed on as they came
        raise Killed

    monkeypatch.setattr(demo, "build", cut_short)
    with pytest.raises(Killed):
        demo.make(empty, TINY)
    assert reviews_in(empty) is None
    monkeypatch.undo()
    demo.make(empty, TINY)
    assert reviews_in(empty)


@pytest.mark.parametrize(
    "now",
    [
        pytest.param(datetime(2026, 11, 23, 6, 0, tzinfo=UTC), id="Monday morning"),
        pytest.param(datetime(2026, 11, 27, 16, 30, tzinfo=UTC), id="Friday afternoon"),
        pytest.param(datetime(2026, 3, 29, 1, 30, tzinfo=UTC), id="Sunday night of a clock change"),
        pytest.param(datetime(2028, 2, 29, 23, 30, tzinfo=UTC), id="leap day"),
    ],
)
def test_whenever_it_is_made_it_looks_fresh(
    sqlite_template: Path, tmp_path: Path, now: datetime
) -> None:
    (tmp_path / "beklijf.db").write_bytes(sqlite_template.read_bytes())
    app, world = opened(f"sqlite:///{tmp_path / 'beklijf.db'}", tmp_path)
    world.clock.set(now)
    demo.make(app, Scale(learners=4, weeks=2))
    with app.app_context():
        session = db.session()
        firm = organisations.by_slug(session, SLUG)
        assert firm is not None
        scope.work_for(session, firm.id)
        latest = session.scalar(select(func.max(Review.reviewed_at)))
        fatima = people.by_email(session, "learner@demo.example")
        assert latest is not None
        assert fatima is not None
        plan = plan_session(session, fatima, now)
        session.rollback()
    close(app)
    assert now - timedelta(days=4) < latest < now
    assert not plan.done_today
    assert 8 <= len(plan.cards) <= 10
