"""The one place where rows are kept to their organisation.

A session is told once whose work it does (`work_for`). From then on every select, update and
delete of a customer's table carries that organisation, new rows get it, and a session that was
told nothing is refused. What must look across all organisations (signing in, the sweeps of the
clock) says so in its call with `across_organisations`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast
from weakref import WeakSet

from sqlalchemy import BindParameter, ClauseElement, Executable, FromClause, event
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction, with_loader_criteria
from sqlalchemy.sql import visitors

from server.store.base import OfOrganisation

KEY = "organisation_id"
OF_UPDATED = "of_organisation_id"
EVERYWHERE = "across_organisations"

_KNOWN: WeakSet[Executable] = WeakSet()


class NoOrganisation(RuntimeError):
    """A customer's rows were asked for without saying whose."""


def work_for(session: Session, organisation_id: int) -> None:
    """From now on the session sees and makes rows of this organisation only."""
    session.info[KEY] = organisation_id


def organisation_of(session: Session) -> int:
    """Whose work the session does. Raises `NoOrganisation` where nobody said."""
    own = session.info.get(KEY)
    if own is None:
        raise NoOrganisation("call work_for() first")
    return int(own)


@contextmanager
def across_organisations(session: Session) -> Iterator[None]:
    """Inside, the session sees all organisations. For sign-in, sweeps and operators only."""
    before = session.info.get(EVERYWHERE, False)
    session.info[EVERYWHERE] = True
    try:
        yield
    finally:
        session.info[EVERYWHERE] = before


def install(session_class: type[Session]) -> None:
    """Hangs the filter on every session of the class."""
    event.listen(session_class, "do_orm_execute", _filter)
    event.listen(session_class, "before_flush", _stamp)


def _filter(state: ORMExecuteState) -> None:
    info = state.session.info
    if info.get(EVERYWHERE) or state.is_column_load or state.is_relationship_load:
        return
    organisation_id = info.get(KEY)
    if state.is_orm_statement:
        if organisation_id is None:
            if _touches_customers(state.statement):
                raise NoOrganisation(f"call work_for() before reading: {state.statement}")
            return
        if not state.is_insert:
            state.statement = state.statement.options(
                with_loader_criteria(
                    OfOrganisation,
                    lambda cls: cls.organisation_id == organisation_id,
                    include_aliases=True,
                )
            )
        return
    _fill_core_parameters(state, organisation_id)


def check(statement: Executable, name: str = KEY) -> None:
    """Refuses a prebuilt statement that does not name the organisation as a parameter.

    Raises `NoOrganisation`. Those that are built once are looked through once.
    """
    if statement not in _KNOWN:
        if not any(one.key == name for one in parameters(statement)):
            raise NoOrganisation(f"has no parameter {name!r}: {statement}")
        _KNOWN.add(statement)


def parameters(statement: Executable) -> Iterator[BindParameter[Any]]:
    """All parameters of a statement."""
    return (part for part in _parts(statement) if isinstance(part, BindParameter))


def _fill_core_parameters(state: ORMExecuteState, organisation_id: int | None) -> None:
    """Prebuilt statements on bare tables name the organisation as a parameter; it comes from here.

    They exist for the hot routes, where building ORM statements costs more than running them.
    """
    if organisation_id is None:
        raise NoOrganisation(f"call work_for() before reading: {state.statement}")
    # SQLAlchemy takes a parameter with a column's name for a value that the UPDATE sets.
    name = OF_UPDATED if state.is_update else KEY
    if not state.is_insert:
        check(state.statement, name)
    own = {name: organisation_id}
    # Typed as one mapping, but executemany hands the event its list of rows.
    given: Any = state.parameters
    if isinstance(given, list):
        state.parameters = [{**row, **own} for row in given]
    else:
        state.parameters = {**(given or {}), **own}


def _touches_customers(statement: Executable) -> bool:
    """Whether a table of customers stands anywhere in the statement, subqueries included."""
    return any(
        isinstance(source, FromClause) and KEY in source.c
        for part in _parts(statement)
        for source in (part, getattr(part, "table", None))
    )


def _parts(statement: Executable) -> Iterator[object]:
    # Whatever can be executed can be walked; the types do not say so.
    return iter(visitors.iterate(cast("ClauseElement", statement)))


def _stamp(session: Session, _context: UOWTransaction, _instances: object) -> None:
    organisation_id = session.info.get(KEY)
    for row in session.new:
        if not isinstance(row, OfOrganisation):
            continue
        own = row.__dict__.get(KEY)  # typed as never missing, which before a flush it is
        if own is None:
            if organisation_id is None:
                raise NoOrganisation(f"call work_for() before adding: {type(row).__name__}")
            row.organisation_id = organisation_id
        elif organisation_id is not None and own != organisation_id:
            raise NoOrganisation(f"{type(row).__name__} of another organisation in this session")
