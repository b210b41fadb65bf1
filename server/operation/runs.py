"""Runs of jobs as they are told: state, how far, and why one failed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from server.store.job_runs import DIED, SILENT, JobRun, State


@dataclass(frozen=True, slots=True)
class Job:
    """The run of a job. `done` of `of` where the job says how far it is.

    `failure` is one of the kinds that `server.jobs.run_words` knows, or that its process died;
    `raised` and `place` tell more where the asker may know it.
    """

    job: str
    state: str
    began_at: datetime
    seen_at: datetime
    ended_at: datetime | None
    holder: str | None = None
    done: int | None = None
    of: int | None = None
    failure: str | None = None
    raised: str | None = None
    place: str | None = None


def jobs_of(runs: Iterable[JobRun], now: datetime, *, whole: bool) -> list[Job]:
    """Each run with what may be told of it; all of it where `whole`."""
    return [_job(run, now, whole=whole) for run in runs]


def _job(run: JobRun, now: datetime, *, whole: bool) -> Job:
    silent = run.state == State.RUNNING and run.seen_at < now - SILENT
    detail = DIED if silent else run.detail
    state = State.FAILED if silent else State(run.state)
    done, of = _reach(detail) if whole and state is not State.FAILED else (None, None)
    words = [*detail.split(" ", 2), "", "", ""] if state is State.FAILED else [""] * 3
    return Job(
        job=run.job,
        state=state.value,
        began_at=run.began_at,
        seen_at=run.seen_at,
        ended_at=run.ended_at,
        holder=run.holder if whole else None,
        done=done,
        of=of,
        failure=words[0] or None,
        raised=(words[1] or None) if whole else None,
        place=(words[2] or None) if whole else None,
    )


def _reach(detail: str) -> tuple[int | None, int | None]:
    done, _, of = detail.partition("/")
    return (int(done) if done else None, int(of) if of else None)
