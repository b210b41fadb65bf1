"""Of several clocks one leads, and another follows when it falls silent."""

from __future__ import annotations

from flask import Flask

from server.jobs.leadership import Leadership
from server.jobs.runner import unit_of_work
from server.store import leader
from tests.fakes.world import World

SILENCE = leader.LEASE.total_seconds() + 1


def test_one_of_two_leads(app: Flask) -> None:
    first, second = Leadership(app), Leadership(app)
    first.renew()
    second.renew()
    assert (first.held(), second.held()) == (True, False)


def test_it_keeps_the_lead_while_it_shows_life(app: Flask, world: World) -> None:
    first, second = Leadership(app), Leadership(app)
    for _ in range(10):
        first.renew()
        world.clock.tick(seconds=5)
        second.renew()
    assert (first.held(), second.held()) == (True, False)


def test_another_takes_over_from_one_that_died(app: Flask, world: World) -> None:
    dead, second = Leadership(app), Leadership(app)
    dead.renew()
    world.clock.tick(seconds=SILENCE)
    second.renew()
    assert (dead.held(), second.held()) == (False, True)


def test_a_clock_can_tell_that_it_has_just_taken_the_lead(app: Flask, world: World) -> None:
    first, second = Leadership(app), Leadership(app)
    assert [first.renew(), first.renew(), second.renew()] == [True, False, False]
    world.clock.tick(seconds=SILENCE)
    assert [second.renew(), second.renew(), first.renew()] == [True, False, False]


def test_a_clock_that_stops_in_order_is_followed_at_once(app: Flask) -> None:
    first, second = Leadership(app), Leadership(app)
    first.renew()
    first.step_down()
    second.renew()
    assert (first.held(), second.held()) == (False, True)


def test_the_server_can_tell_when_a_clock_was_last_seen(app: Flask, world: World) -> None:
    seen = world.clock.now()
    Leadership(app).renew()
    world.clock.tick(minutes=5)
    with unit_of_work(app) as session:
        assert leader.seen_at(session) == seen
