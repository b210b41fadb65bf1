"""A firm of ten thousand learners with logs long enough for a fit, on PostgreSQL.

Fifty learners are made up, each remembering in a way of their own; the others are their copies.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from functools import partial
from math import exp
from random import Random
from typing import Final

from flask import Flask
from sqlalchemy import Connection
from sqlalchemy import text as sql
from sqlalchemy.orm import Session

from scheduler.fsrs6 import DEFAULT_PARAMETERS
from scripts.benches.filled import filled
from server.store.base import table
from server.store.campaigns import Enrolment
from server.store.card_memory import CardMemory, FirstAnswer
from server.store.database import db
from server.store.people import Person
from server.store.reviews import Review
from tests.server.firm import found
from tests.servers.beklijf import Beklijf
from tests.support import long_logs

LEARNERS: Final = 10_000
MADE: Final = 50
DAYS: Final = 45
"""Of practice, with twelve new cards a day."""
SPREAD: Final = 0.5
"""Of the logarithm of how much longer somebody remembers than the defaults foretell."""
_COPIED: Final = [table(one) for one in (Person, Enrolment, Review, CardMemory, FirstAnswer)]
_INDEXES = """
SELECT indexname, indexdef FROM pg_indexes
WHERE tablename IN ('reviews', 'card_memory', 'first_answers') AND indexname LIKE 'ix%'
"""


def world(learners: int = LEARNERS) -> AbstractContextManager[tuple[Flask, Beklijf]]:
    """The app, and its command line; ends and clears it all."""
    return filled(partial(_fill, learners))


def _fill(learners: int, connection: Connection) -> None:
    _make(db.session())
    _copy(connection, learners // MADE - 1)


def truths() -> Iterator[tuple[float, ...]]:
    """By what each of the made-up learners remembers."""
    dice = Random(1)
    for _ in range(MADE):
        longer = exp(dice.gauss(0, SPREAD))
        yield (*(longer * one for one in DEFAULT_PARAMETERS[:4]), *DEFAULT_PARAMETERS[4:])


def _make(session: Session) -> None:
    firm = found(session)
    campaign, cards = long_logs.campaign(firm, DAYS)
    people = [*long_logs.learners(firm, MADE, campaign)]
    for person, truth in zip(people, truths(), strict=True):
        long_logs.practise(firm, person, cards, truth, DAYS)
    session.commit()


def _copy(connection: Connection, times: int) -> None:
    """Copies each learner so often. Keys and indexes are left for the end, as a restore does."""
    connection.execute(sql("SET session_replication_role = replica"))
    connection.execute(sql("SET maintenance_work_mem = '512MB'"))
    indexes = connection.execute(sql(_INDEXES)).all()
    for name, _ in indexes:
        connection.execute(sql(f"DROP INDEX {name}"))
    first = connection.execute(sql("SELECT min(person_id) FROM reviews")).scalar_one()
    for one in _COPIED:
        whose = "id" if one.name == "people" else "person_id"
        values = {column.name: f'"{column.name}"' for column in one.c}
        values |= {name: f"{name} + :step" for name in {"id", "person_id"} & values.keys()}
        if one.name == "reviews":
            values["id"] = "id"  # with the person it is the key
        if one.name == "people":
            values["email"] = "email || :step"
        copied = sql(
            f"INSERT INTO {one.name} ({', '.join(values)}) SELECT {', '.join(values.values())}"  # noqa: S608 - names of our own tables
            f" FROM {one.name} WHERE {whose} >= :first AND {whose} < :first + :made"
        )
        for number in range(1, times + 1):
            given = {"step": number * MADE, "first": first, "made": MADE}
            connection.execute(copied, given)
    for _, definition in indexes:
        connection.execute(sql(definition))
