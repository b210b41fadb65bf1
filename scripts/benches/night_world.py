"""A firm of many learners on PostgreSQL with cards due any day: one is made, the others copied."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import UTC, datetime
from functools import partial
from typing import Any, Final

import numpy as np
from flask import Flask
from sqlalchemy import Connection
from sqlalchemy import text as sql

from scripts.benches.filled import filled
from scripts.benches.one_learner import DEVICES, MEMORIES, copy, enrolled_learner
from server.adapters import real
from server.app import without_doors
from server.config import Settings
from server.store.database import db
from tests.servers.beklijf import Beklijf

CARDS: Final = 5
MORNING: Final = datetime(2026, 11, 24, 4, 30, tzinfo=UTC)

_ELSEWHERE = """,
    'time_zone', (ARRAY['Europe/Amsterdam', 'Europe/Lisbon', 'Europe/Helsinki'])[1 + n % 3],
    'window_from', 540 + 30 * (n % 3)"""
_RHYTHMS = """
INSERT INTO rhythms (organisation_id, person_id, ignored, in_week, alone, alone_of, hours,
    wordings)
SELECT p.organisation_id, p.id, p.id % 4, 0, 1, 9, :hours,
    :wordings
FROM people p WHERE p.id >= :person AND p.id % 10 > 0"""


class _Morning:
    def now(self) -> datetime:
        return MORNING


def _tally(*shape: int) -> bytes:
    """What a learner's reminders came to, as `server.store.rhythms` keeps it."""
    return np.random.default_rng(1).integers(0, 9, shape).astype("<f4").tobytes()


def world(learners: int) -> AbstractContextManager[tuple[Flask, Beklijf]]:
    """The app, on a Tuesday morning before anybody's window opens; ends and clears it all."""
    return filled(partial(_fill, learners), _app)


def _app(settings: Settings) -> Flask:
    return without_doors(settings, real.things(settings, _Morning()))


def _fill(learners: int, connection: Connection) -> None:
    person = enrolled_learner(db.session(), CARDS, MORNING)
    copy(connection, person, learners - 1, _ELSEWHERE)
    given: dict[str, Any] = {
        "person": person, "today": MORNING.date(), "now": MORNING,
        "hours": _tally(24, 2), "wordings": _tally(6, 3),
    }  # fmt: skip
    for statement in (DEVICES, _RHYTHMS, MEMORIES):
        connection.execute(sql(statement), given)
