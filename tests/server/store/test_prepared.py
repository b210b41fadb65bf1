"""Selects that are compiled once give what SQLAlchemy gives, errors included."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import Engine, bindparam, create_engine, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from server.store import database, scope
from server.store.base import table
from server.store.campaigns import Campaign
from server.store.organisations import Team
from server.store.people import Person
from server.store.prepared import Prepared
from tests.server.firm import NOW, TODAY, Firm, counted, found
from tests.servers.postgres import Cluster

_people, _campaigns, _teams = table(Person), table(Campaign), table(Team)
_created = Prepared(
    select(_people.c.name, _people.c.created_at, _people.c.channels).where(
        _people.c.organisation_id == bindparam("organisation_id"),
        _people.c.created_at <= bindparam("until"),
    )
)
_by_id = Prepared(
    select(_people.c.name)
    .where(
        _people.c.organisation_id == bindparam("organisation_id"),
        _people.c.id.in_(bindparam("ids", expanding=True)),
    )
    .order_by(_people.c.id)
)
_targets = Prepared(
    select(_campaigns.c.starts_on, _campaigns.c.policy).where(
        _campaigns.c.organisation_id == bindparam("organisation_id")
    )
)


def test_moments_lists_and_days_come_back_as_from_any_select(firm: Firm) -> None:
    assert _created.rows(firm.db, {"until": NOW}) == [("Daan", NOW, ["fcm", "web_push", "mail"])]
    firm.campaign(starts_on=TODAY)
    ((starts_on, policy),) = _targets.rows(firm.db, {})
    assert (starts_on, policy["kind"]) == (TODAY, "readiness")
    assert type(starts_on) is date


def test_lists_may_have_any_length(firm: Firm) -> None:
    fatima = firm.person("Fatima")
    assert _by_id.rows(firm.db, {"ids": [fatima.id]}) == [("Fatima",)]
    both = {"ids": [fatima.id, firm.daan.id]}
    assert _by_id.rows(firm.db, both) == [("Daan",), ("Fatima",)]
    assert _by_id.rows(firm.db, {"ids": [firm.daan.id]}) == [("Daan",)]


def test_rows_of_another_firm_stay_out(firm: Firm) -> None:
    theirs = found(firm.db, "elders").daan.id
    scope.work_for(firm.db, firm.organisation.id)
    assert _by_id.rows(firm.db, {"ids": [theirs]}) == []


def test_who_listens_for_statements_hears_these_too(firm: Firm) -> None:
    with counted(firm.db) as statements:
        _targets.rows(firm.db, {})
    assert len(statements) == 1


def test_one_that_names_no_organisation_is_refused_when_it_is_made() -> None:
    with pytest.raises(scope.NoOrganisation, match="no parameter"):
        Prepared(select(_teams.c.id))


@pytest.fixture
def away(postgres_cluster: Cluster) -> Iterator[Session]:
    """A session whose database hangs up."""
    url = postgres_cluster.url("postgres")
    engine = create_engine(url, **database.engine_options(url))
    database.prepare(engine)
    with Session(engine) as db:
        scope.work_for(db, 1)
        database.only_reads(db)
        _hang_up(engine, int(db.connection().execute(text("SELECT pg_backend_pid()")).scalar_one()))
        yield db
    engine.dispose()


@pytest.mark.postgres
def test_a_connection_that_breaks_is_told_as_ever_and_not_used_again(away: Session) -> None:
    with pytest.raises(DBAPIError) as told:
        _targets.rows(away, {})
    assert told.value.connection_invalidated
    away.rollback()
    assert away.connection().execute(text("SELECT 1")).scalar_one() == 1


def _hang_up(engine: Engine, backend: int) -> None:
    with engine.connect() as other:
        # With a timeout it waits until the backend is really gone.
        assert other.execute(text(f"SELECT pg_terminate_backend({backend}, 5000)")).scalar_one()
