"""The clock: what runs when, as long as this process leads.

Intervals are counted in UTC and days of learners by our own code: a timetable in local time would
fire twice or not at all in the nights when clocks are changed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC
from functools import partial

from apscheduler.schedulers.background import BackgroundScheduler
from flask import Flask

from server.jobs.attendance import count_attendances
from server.jobs.clean_up import clean_up
from server.jobs.failing import find_failing_cards
from server.jobs.fit_models import plan_fits
from server.jobs.leadership import Leadership
from server.jobs.model_check import check_models
from server.jobs.plan import plan_reminders
from server.jobs.sweep import sweep_due
from server.jobs.tell_owners import tell_owners
from server.jobs.worker import Hints

RENEWS_EVERY_S = 5
SWEEPS_EVERY_S = 2
PLANS_EVERY_S = 60
COUNTS_ATTENDANCE_AT = {"hour": 2, "minute": 10}
CLEANS_UP_AT = {"hour": 2, "minute": 40}
FINDS_FAILING_AT = {"hour": 3, "minute": 10}
# Every hour of the day's light, for servers that are not always on; each day is told once.
TELLS_OWNERS_AT = {"hour": "6-16", "minute": 10}
# Each week is judged once; the hours are for servers that are not always on.
CHECKS_MODEL_AT = {"minute": 35}

FITS_MODELS_AT = {"hour": 1, "minute": 20}

# A run that comes late is still wanted, and several that were missed are one.
MANNERS = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}


class Timetable:
    """The jobs of time in threads of this process, from `start` to `stop`."""

    def __init__(self, app: Flask, hints: Hints) -> None:
        self._lead = Leadership(app)
        self._scheduler = BackgroundScheduler(timezone=UTC, job_defaults=MANNERS)
        plan = self._leading(partial(plan_reminders, app))
        sweep = self._leading(partial(sweep_due, app, hints))
        add = self._scheduler.add_job
        add(self._lead.renew, "interval", seconds=RENEWS_EVERY_S, id="renew lead")
        add(plan, id="plan at the start")
        add(plan, "interval", seconds=PLANS_EVERY_S, id="plan reminders")
        add(sweep, "interval", seconds=SWEEPS_EVERY_S, id="sweep due")
        add(self._leading(partial(clean_up, app)), "cron", **CLEANS_UP_AT, id="clean up")
        attendance = self._leading(partial(count_attendances, app))
        add(attendance, "cron", **COUNTS_ATTENDANCE_AT, id="count attendance")
        failing = self._leading(partial(find_failing_cards, app))
        add(failing, "cron", **FINDS_FAILING_AT, id="find failing cards")
        tell = self._leading(partial(tell_owners, app))
        add(tell, "cron", **TELLS_OWNERS_AT, id="tell owners")
        check = self._leading(partial(check_models, app))
        add(check, "cron", **CHECKS_MODEL_AT, id="check model")
        add(self._leading(partial(plan_fits, app)), "cron", **FITS_MODELS_AT, id="fit models")

    def start(self) -> None:
        """Takes the lead if it is free, and begins."""
        self._lead.renew()
        self._scheduler.start()

    def stop(self) -> None:
        """Waits for the jobs at hand, then lets another clock lead."""
        self._scheduler.shutdown(wait=True)
        self._lead.step_down()

    def _leading(self, job: Callable[[], None]) -> Callable[[], None]:
        def run() -> None:
            if self._lead.held():
                job()

        return run
