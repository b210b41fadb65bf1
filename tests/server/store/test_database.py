from __future__ import annotations

import threading
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError, StatementError

from server.store import database, scope
from server.store.organisations import Organisation, Team
from server.store.pauses import StoredPause
from tests.server.firm import NOW, Firm, found, session_on


def test_a_moment_comes_back_as_it_was(firm: Firm) -> None:
    east = datetime(2026, 7, 1, 1, 2, 3, 456789, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    firm.organisation.created_at = east
    firm.db.flush()
    firm.db.expire_all()
    kept = firm.organisation.created_at
    assert kept == east
    assert kept.tzinfo is UTC


def test_a_moment_without_a_zone_is_refused(firm: Firm) -> None:
    firm.organisation.created_at = datetime(2026, 7, 1)  # noqa: DTZ001 # the accident
    with pytest.raises(StatementError, match="time zone"):
        firm.db.flush()


def test_moments_are_compared_as_moments(firm: Firm) -> None:
    zone = timezone(timedelta(hours=14))
    for offset, expected in ((timedelta(0), 1), (timedelta(microseconds=1), 0)):
        later = (NOW + offset).astimezone(zone)
        rows = firm.db.scalars(select(Organisation).where(Organisation.created_at >= later))
        assert len(rows.all()) == expected


def test_a_row_that_refers_to_nothing_is_refused(firm: Firm) -> None:
    with pytest.raises(IntegrityError):
        firm.person("Sam", team_id=999_999)


def test_dates_and_json_come_back_as_they_were(firm: Firm) -> None:
    firm.away(firm.daan, date(2028, 2, 29), date(2028, 3, 1))
    firm.daan.channels = ["mail", "Ünïcode 🦊"]
    firm.db.flush()
    firm.db.expire_all()
    assert firm.db.query(StoredPause).one().first_day == date(2028, 2, 29)
    assert firm.daan.channels == ["mail", "Ünïcode 🦊"]


def test_two_who_read_and_write_at_once_lose_nothing(database_url: str) -> None:
    with session_on(database_url) as db:
        organisation_id = found(db).organisation.id
        team = Team(name="0")
        db.add(team)
        db.commit()
        team_id = team.id

    def count_up() -> None:
        for _ in range(15):
            with session_on(database_url) as db:
                scope.work_for(db, organisation_id)
                row = db.scalars(select(Team).where(Team.id == team_id).with_for_update()).one()
                row.name = str(int(row.name) + 1)
                db.commit()

    threads = [threading.Thread(target=count_up) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with session_on(database_url) as db:
        scope.work_for(db, organisation_id)
        assert db.scalar(select(Team.name)) == "30"


def test_who_reads_as_of_one_moment_sees_nothing_that_comes_later(database_url: str) -> None:
    with session_on(database_url) as db:
        organisation_id = found(db).organisation.id
        db.commit()
    with session_on(database_url) as reader, session_on(database_url) as writer:
        for db in (reader, writer):
            scope.work_for(db, organisation_id)
        database.of_one_moment(reader)
        assert reader.scalars(select(Team)).all() == []
        writer.add(Team(name="Later"))
        writer.commit()
        assert reader.scalars(select(Team)).all() == []
        reader.rollback()
        assert [team.name for team in reader.scalars(select(Team))] == ["Later"]


def test_sqlite_runs_with_what_it_needs(firm: Firm) -> None:
    if firm.db.get_bind().dialect.name != "sqlite":
        return
    with scope.across_organisations(firm.db):
        found = {
            name: firm.db.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "foreign_keys", "busy_timeout", "synchronous")
        }
    assert found == {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 10_000,
                     "synchronous": 2}  # fmt: skip
