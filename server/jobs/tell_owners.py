"""Telling owners of sets about days that have come near."""

from __future__ import annotations

from flask import Flask

from server.jobs.runner import unit_of_work, world_of
from server.teaching import tell_owners as room


def tell_owners(app: Flask) -> None:
    """Writes the mails; the sweep that follows hints at them."""
    things, settings = world_of(app)
    with unit_of_work(app) as session:
        room.tell_owners(session, things.clock.now(), settings.base_url)
