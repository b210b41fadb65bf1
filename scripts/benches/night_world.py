"""A firm of many learners on PostgreSQL with cards due any day: one is made, the others copied."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import numpy as np
from flask import Flask
from sqlalchemy import text as sql

from scripts.benches.memory_world import SECRET, enrolled_learner
from scripts.bootstrap.telling import step
from server.adapters import real
from server.app import without_doors
from server.commands.database import upgrade
from server.config import Settings
from server.store.database import db
from tests.servers.postgres import cluster

CARDS: Final = 5
MORNING: Final = datetime(2026, 11, 24, 4, 30, tzinfo=UTC)

_COPIES = (
    """
INSERT INTO people SELECT (jsonb_populate_record(p, jsonb_build_object(
    'id', p.id + n, 'email', 'fatima' || n || '@bench.example',
    'time_zone', (ARRAY['Europe/Amsterdam', 'Europe/Lisbon', 'Europe/Helsinki'])[1 + n % 3],
    'window_from', 540 + 30 * (n % 3)))).*
FROM people p, generate_series(1, :copies) n WHERE p.id = :person""",
    """
INSERT INTO enrolments SELECT (jsonb_populate_record(e, jsonb_build_object(
    'id', e.id + n, 'person_id', e.person_id + n))).*
FROM enrolments e, generate_series(1, :copies) n WHERE e.person_id = :person""",
    """
INSERT INTO devices (id, organisation_id, person_id, channel, address_key, address, updated_at)
SELECT gen_random_uuid(), p.organisation_id, p.id, 'web_push', p.id::text, '{}', now()
FROM people p WHERE p.id >= :person""",
    """
INSERT INTO rhythms (organisation_id, person_id, ignored, in_week, alone, alone_of, hours,
    wordings)
SELECT p.organisation_id, p.id, p.id % 4, 0, 1, 9, :hours,
    :wordings
FROM people p WHERE p.id >= :person AND p.id % 10 > 0""",
    """
INSERT INTO card_memory (organisation_id, person_id, card_id, stability, difficulty,
    first_study_day, last_study_day, reviews, lapses, correct_run, due_on, last_review_at,
    changed_at)
SELECT p.organisation_id, p.id, c.id, 5 + (p.id + c.id) % 40, 2 + c.id % 7,
    CAST(:today AS date) - 40, CAST(:today AS date) - 9, 4, 0, 2,
    CAST(:today AS date) + (p.id * 13 + c.id * 7)::int % 30 - 4, :now, :now
FROM people p, cards c WHERE p.id >= :person
ORDER BY p.id""",
)


class _Morning:
    def now(self) -> datetime:
        return MORNING


def _tally(*shape: int) -> bytes:
    """What a learner's reminders came to, as `server.store.rhythms` keeps it."""
    return np.random.default_rng(1).integers(0, 9, shape).astype("<f4").tobytes()


@contextlib.contextmanager
def world(learners: int) -> Iterator[Flask]:
    """The app, on a Tuesday morning before anybody's window opens; ends and clears it all."""
    with tempfile.TemporaryDirectory(prefix="beklijf-bench-") as name, cluster(durable=True) as pg:
        settings = Settings(Path(name), pg.create("beklijf_night"), SECRET)
        app = without_doors(settings, real.things(settings, _Morning()))
        with step(f"making {learners:,} learners"), app.app_context():
            upgrade(app)
            now = MORNING
            person = enrolled_learner(db.session(), CARDS, now)
            given: dict[str, Any] = {
                "person": person, "copies": learners - 1, "today": now.date(), "now": now,
                "hours": _tally(24, 2), "wordings": _tally(6, 3),
            }  # fmt: skip
            with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                for statement in _COPIES:
                    connection.execute(sql(statement), given)
                connection.execute(sql("VACUUM ANALYZE"))
        try:
            yield app
        finally:
            with app.app_context():
                db.engine.dispose()
