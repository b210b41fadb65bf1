"""What the jobs of the timetable and the workers came to, for the operator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Index,
    Select,
    and_,
    delete,
    false,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column

from server.store.base import Base, row_id

# A process at work shows life every second; a database that was away for a moment is no death.
SILENT = timedelta(seconds=60)
DIED = "died"


class State(StrEnum):
    """Where a run stands."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(slots=True)
class Tries:
    """How often a job was begun, and whether one of these runs is done or may still be."""

    begun: int = 0
    good: bool = False

    def wants_another(self, most: int) -> bool:
        """Whether the job is to be begun again."""
        return not self.good and self.begun < most


class JobRun(Base):
    """One run of a job in the process `holder`.

    `detail` says how far it is or was, or why it failed, as `server.jobs.run_words` writes it.
    """

    __tablename__ = "job_runs"
    __table_args__ = (Index("ix_job_runs_job_began_at", "job", "began_at"),)

    id: Mapped[row_id]
    job: Mapped[str]
    holder: Mapped[str]
    state: Mapped[str]
    began_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    detail: Mapped[str] = mapped_column(default="")


def add(db: Session, values: Mapping[str, Any]) -> int:
    """A new run. Gives its id."""
    return db.scalars(insert(JobRun).values(values).returning(JobRun.id)).one()


def write(db: Session, run_id: int, values: Mapping[str, Any]) -> bool:
    """Changes a run; False when it is there no more."""
    changed = db.execute(
        update(JobRun)
        .where(JobRun.id == run_id)
        .values(values)
        .execution_options(synchronize_session=False)
    )
    return bool(changed.rowcount)  # type: ignore[attr-defined]  # an UPDATE gives a CursorResult


def remove(db: Session, run_id: int) -> None:
    """Removes one run."""
    db.execute(delete(JobRun).where(JobRun.id == run_id))


def last(db: Session) -> list[JobRun]:
    """The latest run of each job, by name."""
    return _latest(db, select(JobRun))


def last_failed(db: Session, after: datetime, now: datetime) -> list[JobRun]:
    """The latest run of each job that failed after that moment, or whose process died."""
    failed = or_(JobRun.state == State.FAILED.value, _silent(now))
    return _latest(db, select(JobRun).where(failed, JobRun.seen_at > after))


def first_began_at(db: Session) -> datetime | None:
    """When the earliest run of all that are kept began."""
    return db.scalar(select(func.min(JobRun.began_at)))


def tries(db: Session, since: Mapping[str, datetime], now: datetime) -> dict[str, Tries]:
    """What was tried of each of these jobs from its moment on."""
    found = {job: Tries() for job in since}
    begun = or_(
        false(), *((JobRun.job == job) & (JobRun.began_at >= at) for job, at in since.items())
    )
    lives = (JobRun.state == State.RUNNING.value) & ~_silent(now)
    good = (JobRun.state == State.DONE.value) | lives
    for job, is_good in db.execute(select(JobRun.job, good).where(begun)):
        found[job].begun += 1
        found[job].good |= is_good
    return found


def _latest(db: Session, runs: Select[JobRun]) -> list[JobRun]:
    newest_first = (JobRun.seen_at.desc(), JobRun.id.desc())
    place = func.row_number().over(partition_by=JobRun.job, order_by=newest_first)
    placed = runs.add_columns(place.label("place")).subquery()
    one = aliased(JobRun, placed)
    return list(db.scalars(select(one).where(placed.c.place == 1).order_by(one.job)))


def _silent(now: datetime) -> ColumnElement[bool]:
    return and_(JobRun.state == State.RUNNING.value, JobRun.seen_at < now - SILENT)


def bury(db: Session, now: datetime) -> None:
    """Writes down as failed what runs in processes that are not there any more."""
    db.execute(
        update(JobRun)
        .where(_silent(now))
        .values(state=State.FAILED.value, ended_at=JobRun.seen_at, detail=DIED)
        .execution_options(synchronize_session=False)
    )


def clear(db: Session, before: datetime) -> None:
    """Forgets runs that were last seen before that moment."""
    db.execute(
        delete(JobRun).where(JobRun.seen_at < before).execution_options(synchronize_session=False)
    )
