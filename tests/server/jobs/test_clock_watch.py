"""A server says in its log that no clock runs, not too often, and when one runs again."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy.exc import OperationalError
from structlog.testing import capture_logs

from server.jobs.clock_watch import ClockWatch
from server.jobs.leadership import Leadership
from server.store import leader
from tests.fakes.world import World

STANDS = ("error", "clock stands still: no reminder or mail goes out")
RUNS = ("warning", "clock runs again")


def said(watch: ClockWatch) -> list[tuple[str, str]]:
    with capture_logs() as lines:
        watch.look()
    return [(line["log_level"], line["event"]) for line in lines]


def test_it_is_quiet_while_a_clock_runs(app: Flask, world: World) -> None:
    watch, lead = ClockWatch(app), Leadership(app)
    for _ in range(5):
        lead.renew()
        world.clock.tick(seconds=60)
        assert said(watch) == []


def test_it_says_so_after_two_minutes_and_again_after_ten(app: Flask, world: World) -> None:
    watch, lead = ClockWatch(app), Leadership(app)
    lead.renew()
    heard = []
    for minute in range(1, 14):
        world.clock.tick(minutes=1)
        heard += [(minute, *line) for line in said(watch)]
    assert heard == [(2, *STANDS), (12, *STANDS)]
    lead.renew()
    assert said(watch) == [RUNS]
    assert said(watch) == []


def test_it_says_so_where_no_clock_ever_ran(app: Flask) -> None:
    assert said(ClockWatch(app)) == [STANDS]


def test_it_goes_on_when_the_database_was_away(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    watch = ClockWatch(app)
    with monkeypatch.context() as away:

        def gone(*_: object) -> bool:
            raise OperationalError("SELECT", {}, Exception("gone"))

        away.setattr(leader, "is_silent", gone)
        assert said(watch) == []
    assert said(watch) == [STANDS]
