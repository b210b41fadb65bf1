"""Counting once a night who practises without being told."""

from __future__ import annotations

from flask import Flask

from server.jobs.runner import unit_of_work, world_of
from server.reminding.alone import count_page, last_day_over


def count_alone(app: Flask) -> None:
    """Counts page by page, each committed by itself; a day is never counted twice."""
    things, _ = world_of(app)
    day = last_day_over(things.clock.now())
    after: int | None = 0
    while after is not None:
        with unit_of_work(app) as session:
            after = count_page(session, day, after)
