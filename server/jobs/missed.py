"""Daily jobs whose moment passed while no clock led, or that failed: they are run after all.

The moments stand in the timetable, what was run in the log of runs. Between the two a clock may
have died, or the only machine may have been off at night.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from apscheduler.triggers.cron import CronTrigger
from flask import Flask

from server.jobs.runner import unit_of_work, world_of
from server.store import job_runs

# By then a run that began in time stands in the log.
IN_TIME: Final = timedelta(minutes=1)
# What fells the process each time it runs must not do so all day.
MOST_TRIES: Final = 2
_A_DAY: Final = timedelta(days=1)


def missed(app: Flask, triggers: Mapping[str, CronTrigger]) -> list[str]:
    """The names of jobs that are to run now. An installation that is younger missed nothing."""
    now = world_of(app)[0].clock.now()
    due = {name: at for name, one in triggers.items() if (at := last_due(one, now - IN_TIME))}
    with unit_of_work(app) as session:
        first = job_runs.first_began_at(session)
        tries = job_runs.tries(session, due, now)
    return [
        name
        for name, at in due.items()
        if first is not None and first < at and tries[name].wants_another(MOST_TRIES)
    ]


def last_due(trigger: CronTrigger, at: datetime) -> datetime | None:
    """When the job was to run last, of the day before `at`."""
    last, following = None, trigger.get_next_fire_time(None, at - _A_DAY)
    while following is not None and following <= at:
        last, following = following, trigger.get_next_fire_time(following, following)
    return last
