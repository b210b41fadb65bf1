"""The nightly count of who practises how regularly."""

from __future__ import annotations

from flask import Flask

from server.jobs.attendance import count_attendances
from server.store import scope
from server.store.people import Person
from tests.fakes.world import World
from tests.server.firm import NOW, found, session_on
from tests.server.practice.desk import Desk
from tests.server.practice.test_attendance import decided, practised
from tests.support import sets


def test_the_job_counts_each_organisation_by_itself(
    app: Flask, database_url: str, world: World
) -> None:
    world.clock.set(NOW)
    for slug in ("molenwerk", "elders"):
        with session_on(database_url) as db:
            firm = found(db, slug)
            fatima = firm.person("Fatima", organisation=firm.organisation)
            card_set = firm.card_set()
            cards = sets.recalls(firm, card_set, 1)
            sets.release(firm, card_set)
            sets.campaign(firm, card_set, people=(fatima,))
            if slug == "elders":
                practised(Desk(firm, fatima, card_set, cards), *range(1, 21))
            else:
                decided(firm, fatima, "window", *range(1, 21))
            db.commit()
    count_attendances(app)
    count_attendances(app)
    with session_on(database_url) as db, scope.across_organisations(db):
        learners = db.query(Person).filter_by(name="Fatima").order_by(Person.id)
        assert [one.attendance for one in learners] == [0.25, 1.0]
