"""What the jobs of the timetable and the workers came to, for the operator."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from server.store.base import Base, row_id


class JobRun(Base):
    """One run of a job. `state`: running, done or failed; `detail` says how far or what failed."""

    __tablename__ = "job_runs"
    __table_args__ = (Index("ix_job_runs_job_began_at", "job", "began_at"),)

    id: Mapped[row_id]
    job: Mapped[str]
    holder: Mapped[str]
    state: Mapped[str]
    began_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    detail: Mapped[str] = mapped_column(default="")
