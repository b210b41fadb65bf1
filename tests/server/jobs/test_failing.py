from __future__ import annotations

from flask import Flask

from server.jobs.failing import find_failing_cards
from server.store import scope
from server.store.care import InboxItem
from tests.fakes.world import World
from tests.server.firm import NOW, found, session_on
from tests.server.teaching.test_failing import cohort, fail


def test_each_organisation_is_looked_at_by_its_own_floor(
    app: Flask, database_url: str, world: World
) -> None:
    world.clock.set(NOW)
    with session_on(database_url) as here:
        firm = found(here)
        people, cards = cohort(firm, 6)
        fail(firm, people, cards["choice"])
        here.commit()
    with session_on(database_url) as there:
        elsewhere = found(there, "elders", min_group_size=10)
        others, theirs = cohort(elsewhere, 6)
        fail(elsewhere, others, theirs["choice"])
        there.commit()
    find_failing_cards(app)
    find_failing_cards(app)
    with session_on(database_url) as db, scope.across_organisations(db):
        assert [item.card_id for item in db.query(InboxItem)] == [cards["choice"].id]
