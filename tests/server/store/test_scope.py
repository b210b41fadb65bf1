"""No row is read, changed or made without its organisation."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable

import pytest
from sqlalchemy import (
    Delete,
    Select,
    Update,
    delete,
    exists,
    func,
    literal,
    select,
    text,
    update,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session, aliased, joinedload

from server import store
from server.store import changes, needs, people, reviews, scope
from server.store.base import table
from server.store.campaigns import Campaign, Enrolment
from server.store.organisations import Organisation, Team
from server.store.people import Person
from server.store.prepared import Prepared
from tests.server.firm import NOW, TODAY, Firm, found

READS: dict[str, Callable[[Session], object]] = {
    "select of rows": lambda db: db.scalars(select(Team)).all(),
    "select of columns": lambda db: db.execute(select(Team.id, Team.name)).all(),
    "get by key": lambda db: db.get(Team, 1),
    "query": lambda db: db.query(Team).all(),
    "count": reviews.count,
    "count of rows": lambda db: db.scalar(select(func.count()).select_from(Team)),
    "alias": lambda db: db.scalars(select(aliased(Team))).all(),
    "join": lambda db: db.execute(select(Person.name).join(Team)).all(),
    "update": lambda db: db.execute(update(Team).values(name="x")),
    "delete": lambda db: db.execute(delete(Team)),
    "prebuilt read": lambda db: needs.needs(db, 1),
    "prebuilt write": lambda db: reviews.append(db, [{"person_id": 1}]),
    "subquery": lambda db: db.scalar(select(func.count()).select_from(select(Team.id).subquery())),
    "exists": lambda db: db.scalars(select(Organisation).where(exists().where(Team.id > 0))).all(),
    "memory": lambda db: changes.forgotten_since(db, 1, NOW),
}


@pytest.fixture
def both(firm: Firm) -> tuple[int, int]:
    """Two firms in one session, each with a team of that name and a person; their ids."""
    other = found(firm.db, "elders")
    for one in (firm, other):
        scope.work_for(firm.db, one.organisation.id)
        one.person("Sam", team=one.team(one.organisation.slug))
    firm.db.expire_all()
    return firm.organisation.id, other.organisation.id


@pytest.mark.parametrize("read", READS)
def test_who_does_not_say_whose_work_it_does_is_refused(firm: Firm, read: str) -> None:
    firm.db.info.clear()
    with pytest.raises(scope.NoOrganisation):
        READS[read](firm.db)


def test_the_same_statement_sees_each_firms_own_rows(firm: Firm, both: tuple[int, int]) -> None:
    statements = {
        "names": select(Team.name),
        "alias": select(aliased(Team).name),
        "exists": select(Person.name).where(exists().where(Team.name == "elders")),
        "in": select(Person.name).where(literal("elders").in_(select(Team.name))),
        "scalar": select(Person.name).where(
            select(func.count(Team.id)).where(Team.name == "elders").scalar_subquery() == 1
        ),
        "joined": select(Team.name).join(Person, Person.team_id == Team.id),
    }
    mine, theirs = both
    seen = {name: [] for name in statements}  # type: dict[str, list[object]]
    for organisation_id in (mine, theirs, mine):
        scope.work_for(firm.db, organisation_id)
        for name, statement in statements.items():
            seen[name].append(firm.db.scalars(statement).all())
    assert seen["names"] == seen["alias"] == seen["joined"] == [
        ["molenwerk"], ["elders"], ["molenwerk"]
    ]  # fmt: skip
    assert seen["exists"] == seen["in"] == seen["scalar"] == [[], ["Daan", "Sam"], []]


def test_a_bare_statement_that_names_no_organisation_is_refused(firm: Firm) -> None:
    for statement in (
        select(func.count()).where(exists().where(Team.name == "elders")),
        select(table(Team)),
        update(table(Team)).values(name="x"),
        delete(table(Team)),
        text("SELECT name FROM teams"),
    ):
        with pytest.raises(scope.NoOrganisation):
            firm.db.execute(statement)


def test_rows_are_found_by_key_only_at_home(firm: Firm, both: tuple[int, int]) -> None:
    mine, theirs = both
    ids = {}
    for organisation_id in (mine, theirs):
        scope.work_for(firm.db, organisation_id)
        ids[organisation_id] = firm.db.scalars(select(Person.id).order_by(Person.id)).all()[-1]
    firm.db.expunge_all()
    scope.work_for(firm.db, mine)
    assert people.by_id(firm.db, ids[mine]) is not None
    assert people.by_id(firm.db, ids[theirs]) is None


def test_changing_and_deleting_touch_only_own_rows(firm: Firm, both: tuple[int, int]) -> None:
    mine, theirs = both
    scope.work_for(firm.db, mine)
    firm.db.execute(update(Team).values(name="veranderd"))
    firm.db.execute(delete(Person).where(Person.name == "Sam"))
    scope.work_for(firm.db, theirs)
    assert firm.db.scalars(select(Team.name)).all() == ["elders"]
    assert firm.db.scalar(select(func.count()).where(Person.name == "Sam")) == 1


def test_what_comes_along_with_a_row_is_of_the_same_firm(firm: Firm, both: tuple[int, int]) -> None:
    scope.work_for(firm.db, both[0])
    rows = firm.db.scalars(select(Person).options(joinedload(Person.team))).all()
    assert {row.team.name for row in rows if row.team} == {"molenwerk"}


def test_a_new_row_belongs_to_the_firm_of_the_session(firm: Firm) -> None:
    assert firm.team("Balie").organisation_id == firm.organisation.id


def test_a_row_of_another_firm_cannot_be_slipped_in(firm: Firm, both: tuple[int, int]) -> None:
    mine, theirs = both
    scope.work_for(firm.db, mine)
    firm.db.add(Team(name="x", organisation_id=theirs))
    with pytest.raises(scope.NoOrganisation):
        firm.db.flush()


def test_a_row_of_nobody_is_refused(firm: Firm) -> None:
    firm.db.info.clear()
    firm.db.add(Team(name="x"))
    with pytest.raises(scope.NoOrganisation):
        firm.db.flush()


def test_looking_across_firms_ends_with_its_block(firm: Firm, both: tuple[int, int]) -> None:
    def teams() -> list[str]:
        return list(firm.db.scalars(select(Team.name).order_by(Team.id)))

    scope.work_for(firm.db, both[0])
    with scope.across_organisations(firm.db):
        with scope.across_organisations(firm.db):
            pass
        assert teams() == ["molenwerk", "elders"]
    assert teams() == ["molenwerk"]
    with pytest.raises(ValueError, match="inside"), scope.across_organisations(firm.db):
        raise ValueError("inside")
    assert teams() == ["molenwerk"]


# What the clock and the workers do for all organisations at once; no request comes there.
OF_THE_CLOCK = {
    "campaign_spans",
    "due_reminders",
    "learner_days",
    "reminder_facts",
    "rhythm_notes",
}


def test_every_prebuilt_statement_on_bare_tables_names_the_organisation() -> None:
    prebuilt = {
        f"{module.name}.{name}": value
        for module in pkgutil.iter_modules(store.__path__)
        for name, value in vars(importlib.import_module(f"server.store.{module.name}")).items()
        if isinstance(value, Prepared | Select | Update | Delete)
    }
    dialect = sqlite.dialect()
    without = {
        name
        for name, one in prebuilt.items()
        if (
            one.across
            if isinstance(one, Prepared)
            else {scope.KEY, scope.OF_UPDATED}.isdisjoint(one.compile(dialect=dialect).params)
        )
    }
    assert len(prebuilt) > 10
    of_requests = {name for name in without if name.partition(".")[0] not in OF_THE_CLOCK}
    assert of_requests == {"sign_ins._by_access"}  # finds out whose work it is


def test_a_prepared_select_that_names_no_organisation_is_refused_when_it_is_made() -> None:
    with pytest.raises(scope.NoOrganisation, match="no parameter"):
        Prepared(select(table(Team).c.id))


def test_enrolments_join_to_campaigns_of_the_same_firm(firm: Firm) -> None:
    campaign = firm.campaign(starts_on=TODAY)
    firm.enrol(campaign, firm.daan)
    rows = firm.db.execute(
        select(Campaign.id, Enrolment.person_id).join(
            Enrolment, Enrolment.campaign_id == Campaign.id
        )
    ).all()
    assert rows == [(campaign.id, firm.daan.id)]
