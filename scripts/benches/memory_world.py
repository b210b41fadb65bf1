"""A firm with a long log and many learners, on PostgreSQL: one learner made, the others copied."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Any, Final

from flask import Flask
from sqlalchemy import Connection
from sqlalchemy import text as sql

from scripts.benches.filled import filled
from scripts.benches.one_learner import DEVICES, MEMORIES, copy, enrolled_learner
from server.store.database import db
from tests.servers.beklijf import Beklijf

CARDS: Final = 50
LEARNERS: Final = 20_000
LOGGED: Final = 1_000
ANSWERS: Final = 20
"""Each of the first `LOGGED` learners answered each card so often: a million reviews."""

_REVIEWS = """
INSERT INTO reviews (organisation_id, person_id, id, card_id, rating, reviewed_at, received_at,
    study_day, aims, took_ms)
SELECT p.organisation_id, p.id, gen_random_uuid(), c.id,
    CASE WHEN (p.id * 7 + c.id * 3 + n * 5) % 11 = 0 THEN 1 ELSE 3 END,
    day + interval '12 hours', day + interval '12 hours', day, 'readiness:0.9', 4000
FROM people p, cards c, generate_series(1, :answers) n,
    LATERAL (SELECT CAST(:today AS date) - (:answers - n) * 4 - (p.id + c.id)::int % 9 - 3 AS day) d
WHERE p.id >= :person AND p.id < :person + :logged
"""


def world() -> AbstractContextManager[tuple[Flask, Beklijf]]:
    """The app, and its command line; ends and clears it all."""
    return filled(_fill)


def _fill(connection: Connection) -> None:
    now = datetime.now(UTC)
    fatima = enrolled_learner(db.session(), CARDS, now)
    copy(connection, fatima, LEARNERS - 1)
    of_all: dict[str, Any] = {"person": fatima, "today": now.date(), "now": now}
    connection.execute(sql(DEVICES), of_all)
    of_some = {**of_all, "logged": LOGGED, "answers": ANSWERS}
    connection.execute(sql(_REVIEWS), of_some)
    connection.execute(sql(MEMORIES), {**of_all, "person": fatima + LOGGED})
