"""How the installation fares, as far as the one who asks may know it.

Clock, channels and jobs are the installation's and hold nobody's data. Everything that is counted
in customers' rows is counted in the asking organisation's alone: `server.store.scope` sees to that.
How far a job is and where it failed would tell of other customers, and is left out where there are
any; the operator has the shell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy.orm import Session

from scheduler.study_day import bounds, study_day
from server.operation.runs import Job, jobs_of
from server.progress import HowFar, Progress
from server.store import (
    channel_states,
    imports,
    job_runs,
    leader,
    organisations,
    queues,
    reminder_counts,
)
from server.store.channel_states import ChannelState
from server.store.imports import Import
from server.store.letters import OutgoingLetter
from server.store.queues import Queue
from server.store.reminder_counts import Counts
from server.store.reminders import Reminder

FAILURES_SHOWN: Final = timedelta(days=7)
IMPORTS_SHOWN: Final = 20


@dataclass(frozen=True, slots=True)
class Standing:
    """`whole`: the organisation is the only one, so that its admin may see everything.

    `clock_holder`: which clock leads. `today`: since the organisation's study day began.
    """

    at: datetime
    whole: bool
    clock_seen_at: datetime | None
    clock_silent: bool
    clock_holder: str | None
    queues: dict[str, Queue]
    today: Counts
    channels: Sequence[ChannelState]
    jobs: Sequence[Job]
    failed: Sequence[Job]
    imports: Sequence[tuple[Import, HowFar | None]]


def standing(db: Session, time_zone: str, data_dir: Path, now: datetime) -> Standing:
    """What the operator's page shows; `time_zone` is the organisation's."""
    whole = organisations.is_alone(db)
    since, until = bounds(study_day(now, time_zone), time_zone)
    return Standing(
        at=now,
        whole=whole,
        clock_seen_at=leader.seen_at(db),
        clock_silent=leader.is_silent(db, now),
        clock_holder=leader.holder(db) if whole else None,
        queues={
            "reminders": queues.of_messages(db, Reminder, now),
            "letters": queues.of_messages(db, OutgoingLetter, now),
            "imports": queues.of_imports(db, now),
            "index": queues.of_index(db),
            "fits": queues.of_fits(db, now),
        },
        today=reminder_counts.between(db, since, until),
        channels=channel_states.open_ones(db),
        jobs=jobs_of(job_runs.last(db), now, whole=whole),
        failed=jobs_of(job_runs.last_failed(db, now - FAILURES_SHOWN, now), now, whole=whole),
        imports=[
            (one, Progress(data_dir, one.id).of(one.attempts))
            for one in imports.at_work(db, IMPORTS_SHOWN)
        ],
    )
