"""Migrations keep what people made, on both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import flask_migrate
import pytest
import sqlalchemy as sa
from flask import Flask

from server.app import without_doors
from server.config import Settings
from server.store.database import db

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ANSWER = UUID(int=7).hex


@pytest.fixture
def app(empty_database_url: str, tmp_path: Path) -> Iterator[Flask]:
    """Beklijf with tables as they were when learners had one pause and one recall to hold."""
    app = without_doors(
        Settings(data_dir=tmp_path, database_url=empty_database_url, secret_key="tests")
    )
    with app.app_context():
        flask_migrate.upgrade(revision="0013")
        with db.engine.begin() as connection:
            _fatima_practised_and_flagged(connection)
        yield app
        db.engine.dispose()


@pytest.mark.usefixtures("app")
def test_what_a_learner_made_outlives_an_upgrade() -> None:
    flask_migrate.upgrade()
    assert _rows("SELECT item_id, about FROM contributions") == [(1, "What is hot work?")]
    assert _rows("SELECT rating, aims FROM reviews") == [(3, "readiness:0.85")]
    assert _rows("SELECT count(*) FROM take_backs") == [(1,)]
    ((week,),) = _rows("SELECT day_loads FROM people")
    assert str(week).count("full") == 2
    ((first_day, last_day),) = _rows("SELECT first_day, last_day FROM pauses")
    assert (str(first_day), str(last_day)) == ("2026-03-02", "2026-03-09")


@pytest.mark.usefixtures("app")
def test_rows_outlive_the_way_back() -> None:
    flask_migrate.upgrade()
    flask_migrate.downgrade(revision="0013")
    assert _rows("SELECT rating, desired_recall FROM reviews") == [(3, 0.85)]
    assert _rows("SELECT item_id FROM contributions") == [(1,)]


@pytest.mark.usefixtures("app")
def test_keys_are_watched_again_after_an_upgrade() -> None:
    flask_migrate.upgrade()
    with pytest.raises(sa.exc.IntegrityError), db.engine.begin() as connection:
        connection.execute(sa.text("DELETE FROM inbox_items"))


@pytest.mark.usefixtures("app")
def test_the_turn_of_wordings_is_read_from_the_log() -> None:
    flask_migrate.upgrade(revision="0027")
    with db.engine.begin() as connection:
        keep = _keeping(connection)
        for variant in (31, 32, 33, 34):
            keep("card_variants", id=variant, card_id=1, key=str(variant))
        keep("releases", id=1, card_set_id=1, number=1)
        keep("card_turns", release_id=1, card_id=1, at=NOON, effect="new")
        for days, asked in enumerate([33, 32, 31, 32, None, 34]):
            at = NOON + timedelta(days=days - 1)
            keep("reviews", id=UUID(int=days).hex, person_id=1, card_id=1,
                 card_variant_id=asked, rating=3, reviewed_at=at)  # fmt: skip
        keep("take_backs", person_id=1, review_id=UUID(int=5).hex)
        late = NOON + timedelta(days=9)
        keep("reviews", id=UUID(int=9).hex, person_id=1, card_id=1, card_variant_id=31,
             rating=1, phase="pre", reviewed_at=late)  # fmt: skip
        keep("card_memory", person_id=1, card_id=1)
    flask_migrate.upgrade()
    # 33 was shown before the card was new, 34 was taken back, and a wrong pre-test is not folded.
    assert _rows("SELECT variants_seen FROM card_memory") == [("31 32 0",)]


@pytest.mark.usefixtures("app")
def test_of_several_reminders_on_a_day_the_one_that_went_out_stays() -> None:
    flask_migrate.upgrade(revision="0032")
    with db.engine.begin() as connection:
        keep = _keeping(connection)
        for number, (kind, day, sent_at) in enumerate(
            [("course-day", 2, None), ("practice", 2, NOON), ("practice", 3, None)], start=1
        ):
            keep("reminders", id=number, person_id=1, kind=kind, study_day=date(2026, 3, day),
                 sent_at=sent_at)  # fmt: skip
    flask_migrate.upgrade()
    assert _rows("SELECT id FROM reminders ORDER BY id") == [(2,), (3,)]


def _rows(statement: str) -> list[Any]:
    with db.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(sa.text(statement))]


def _fatima_practised_and_flagged(connection: sa.Connection) -> None:
    keep = _keeping(connection)
    keep("organisations", id=1, slug="steenhouwer", time_zone="Europe/Amsterdam")
    away = {"paused_from": date(2026, 3, 2), "paused_until": date(2026, 3, 9)}
    keep("people", id=1, email="fatima@example.org", working_days=[6, 7], **away)
    keep("card_sets", id=1)
    keep("cards", id=1, card_set_id=1)
    keep("inbox_items", id=1, card_set_id=1, card_id=1)
    keep("contributions", id=1, item_id=1, person_id=1, about="What is hot work?")
    answer = {"rating": 3, "desired_recall": 0.85}
    keep("reviews", id=ANSWER, person_id=1, card_id=1, **answer)
    keep("take_backs", person_id=1, review_id=ANSWER)


def _keeping(connection: sa.Connection) -> Callable[..., None]:
    tables = sa.MetaData()
    tables.reflect(connection)

    def keep(name: str, **given: Any) -> None:
        table = tables.tables[name]
        if "organisation_id" in table.c:
            given["organisation_id"] = 1
        told = {column.name: _any(column) for column in table.c if _is_wanted(column)}
        connection.execute(table.insert().values({**told, **given}))

    return keep


def _is_wanted(column: sa.Column[Any]) -> bool:
    return not column.nullable and column.server_default is None


def _any(column: sa.Column[Any]) -> object:
    """A value that the column takes, where the test does not care."""
    match column.type:
        case sa.JSON():
            return {}
        case sa.DateTime():
            return NOON
        case sa.Date():
            return NOON.date()
        case sa.Boolean():
            return False
        case sa.String():
            return "-"
        case _:
            return 1
