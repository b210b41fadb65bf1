"""How the installation fares, for admins."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from server.channels import parted
from server.console_api.operation_schemas import OperationOut
from server.operation import standing
from server.operation.runs import Job
from server.operation.standing import Standing
from server.store.channel_states import ChannelState
from server.store.database import db
from server.store.people import Role
from server.store.reminder_counts import LATE_S
from server.texts import MissingText, text
from server.web.language import language
from server.web.sign_in import me, open_to
from server.web.world import settings, things

blueprint = Blueprint("operation", __name__, url_prefix="/api/v1", description="Operation")


@blueprint.get("/operation")
@open_to(Role.ADMIN)
@blueprint.response(200, OperationOut)
def show() -> dict[str, Any]:
    """Clock, queues, today's reminders, channels and jobs; counts are of the own organisation."""
    now = things().clock.now()
    zone = me().organisation.time_zone
    return _shown(standing.standing(db.session(), zone, settings().data_dir, now))


def _shown(found: Standing) -> dict[str, Any]:
    today = found.today
    return {
        "at": found.at,
        "whole": found.whole,
        "clock": {
            "silent": found.clock_silent,
            "seen_at": found.clock_seen_at,
            "holder": found.clock_holder,
        },
        "queues": [{"name": name, **queue._asdict()} for name, queue in found.queues.items()],
        "today": {
            **today._asdict(),
            "late": [
                {"more_than_s": seconds, "count": count}
                for seconds, count in zip(LATE_S, today.late, strict=True)
            ],
        },
        "channels": [_channel(one) for one in found.channels],
        "jobs": [_job(one) for one in found.jobs],
        "failed": [_job(one) for one in found.failed],
        "imports": [
            {
                "id": one.id, "card_set_id": one.card_set_id, "file_name": one.file_name,
                "state": one.state, "created_at": one.created_at,
                "stage": far and far.stage, "done": far.done if far else 0, "of": far and far.of,
            }
            for one, far in found.imports
        ],
    }  # fmt: skip


def _channel(one: ChannelState) -> dict[str, Any]:
    channel, service = parted(one.channel)
    return {
        "channel": channel, "service": service, "failures": one.failures,
        "open_since": one.open_since, "open_until": one.open_until,
    }  # fmt: skip


def _job(one: Job) -> dict[str, Any]:
    return {
        "name": _said(f"job-{one.job.replace(' ', '-')}", one.job),
        "job": one.job, "state": one.state, "holder": one.holder,
        "began_at": one.began_at, "seen_at": one.seen_at, "ended_at": one.ended_at,
        "done": one.done, "of": one.of,
        "failure": one.failure and _said(f"job-failure-{one.failure}", one.failure),
        "raised": one.raised, "place": one.place,
    }  # fmt: skip


def _said(key: str, otherwise: str) -> str:
    try:
        return text(key, language())
    except MissingText:
        return otherwise  # written by another version of Beklijf on the same database
