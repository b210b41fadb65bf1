"""The clock: what runs when, as long as this process leads.

Intervals are counted in UTC and days of learners by our own code: a timetable in local time would
fire twice or not at all in the nights when clocks are changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC
from functools import partial
from typing import Final

from apscheduler.jobstores.base import JobLookupError
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.cron import CronTrigger
from flask import Flask

from server.jobs import run_log
from server.jobs.alone import count_alone
from server.jobs.attendance import count_attendances
from server.jobs.clean_up import clean_up
from server.jobs.failing import find_failing_cards
from server.jobs.fit_models import plan_fits
from server.jobs.judge import judge_reminders
from server.jobs.leadership import Leadership
from server.jobs.missed import missed
from server.jobs.model_check import check_models
from server.jobs.plan import plan_reminders
from server.jobs.run_log import DAILY, FREQUENT, MESSAGES, Manner
from server.jobs.sweep import sweep_due
from server.jobs.tell_owners import tell_owners
from server.jobs.worker import Hints

RENEWS_EVERY_S = 5
SWEEPS_EVERY_S = 2
PLANS_EVERY_S = 60
JUDGES_EVERY_S = 300
MAKES_UP_EVERY_S = 60

# By name: what runs, and when in UTC.
DAILY_JOBS: Final[Mapping[str, tuple[Callable[[Flask], None], Mapping[str, int | str]]]] = {
    "plan fits": (plan_fits, {"hour": 1, "minute": 20}),
    "count attendance": (count_attendances, {"hour": 2, "minute": 10}),
    "count alone": (count_alone, {"hour": 2, "minute": 20}),
    "clean up": (clean_up, {"hour": 2, "minute": 40}),
    "find failing cards": (find_failing_cards, {"hour": 3, "minute": 10}),
    # Every hour of the day's light, for servers that are not always on; each day is told once.
    "tell owners": (tell_owners, {"hour": "6-16", "minute": 10}),
    # Each week is judged once; the hours are for servers that are not always on.
    "check model": (check_models, {"minute": 35}),
}

# A run that comes late is still wanted, and several that were missed are one.
MANNERS = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}


class _Scheduler(BackgroundScheduler):  # type: ignore[misc] # APScheduler has no types
    """One that can be stopped in the instant in which a job runs for the only time.

    It then looks for that job where those wait that were never begun, finds nothing, and its thread
    ends with a traceback.
    """

    def remove_job(self, job_id: str, jobstore: str | None = None) -> None:
        """Forgets the job, if it is still there."""
        with suppress(JobLookupError):
            super().remove_job(job_id, jobstore)


class Timetable:
    """The jobs of time in threads of this process, from `start` to `stop`."""

    def __init__(self, app: Flask, hints: Hints) -> None:
        self._app = app
        self._lead = Leadership(app)
        self._runs = run_log.of(app)
        self._scheduler = _Scheduler(timezone=UTC, job_defaults=MANNERS)
        add = self._scheduler.add_job
        add(self._renew, "interval", seconds=RENEWS_EVERY_S, id="renew lead")
        self._plan = self._leading("plan reminders", partial(plan_reminders, app), FREQUENT)
        add(self._plan, "interval", seconds=PLANS_EVERY_S, id="plan reminders")
        sweep = self._leading("sweep due", partial(sweep_due, app, hints), FREQUENT)
        add(sweep, "interval", seconds=SWEEPS_EVERY_S, id="sweep due")
        judge = self._leading("judge reminders", partial(judge_reminders, app), FREQUENT)
        add(judge, "interval", seconds=JUDGES_EVERY_S, id="judge reminders")
        self._triggers = {
            name: CronTrigger(**when, timezone=UTC) for name, (_, when) in DAILY_JOBS.items()
        }
        self._daily = {
            name: self._leading(name, partial(job, app), DAILY)
            for name, (job, _) in DAILY_JOBS.items()
        }
        for name, trigger in self._triggers.items():
            add(self._daily[name], trigger, id=name)
        add(self.make_up, "interval", seconds=MAKES_UP_EVERY_S, id="make up")

    def start(self) -> None:
        """Takes the lead if it is free, and begins."""
        self._renew()
        self._scheduler.start()

    def stop(self) -> None:
        """Waits for the jobs at hand, then lets another clock lead."""
        self._scheduler.shutdown(wait=True)
        self._lead.step_down()

    def make_up(self) -> None:
        """Runs the daily jobs whose moment passed while nobody led, one after the other."""
        if self._lead.held():
            for name in missed(self._app, self._triggers):
                self._daily[name]()

    def _renew(self) -> None:
        with self._runs.run("renew lead", MESSAGES):
            taken = self._lead.renew()
        if taken:
            # The one before may have died with a minute's planning undone.
            self._scheduler.add_job(self._plan, id="plan at the start", replace_existing=True)

    def _leading(self, name: str, job: Callable[[], None], manner: Manner) -> Callable[[], None]:
        def run() -> None:
            if self._lead.held():
                with self._runs.run(name, manner):
                    job()

        return run
