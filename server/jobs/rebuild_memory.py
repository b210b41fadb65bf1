"""Folding all memory of an organisation again, page by page, each lasting by itself."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Final

from flask import Flask

from server.jobs.runner import unit_of_work, world_of
from server.practice import rebuild
from server.store.database import db, only_reads

AT_ONCE: Final = 2
"""Pages on PostgreSQL: while it writes one, this process folds another. SQLite has one writer."""


def rebuild_firm(app: Flask, organisation_id: int) -> int:
    """Folds all cards of the organisation again; gives how many."""
    things, _ = world_of(app)
    with unit_of_work(app) as session:
        only_reads(session)
        pages = [*rebuild.pages(session, organisation_id)]
        workers = AT_ONCE if db.engine.dialect.name == "postgresql" else 1

    def fold(people: list[int]) -> int:
        with unit_of_work(app) as session:
            return rebuild.rebuild(session, organisation_id, people, things.clock.now())

    with ThreadPoolExecutor(workers) as pool:
        return sum(pool.map(fold, pages))
