"""`beklijf reminders …`: who would be reminded, and why; and what picking brings."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import click

from server.commands import roof
from server.commands.evaluation import evaluate_command
from server.reminding.preview import Preview, preview
from server.reminding.reasons import in_words
from server.texts import LANGUAGES
from server.web.world import things


@click.group()
def reminders() -> None:
    """Reminders."""


reminders.add_command(evaluate_command)


@reminders.command("preview")
@click.option("--language", default="en", type=click.Choice(LANGUAGES), show_default=True)
@click.option("--at", help="A moment such as 2026-03-02T08:00:00Z; else now.")
def preview_command(at: str | None, language: str) -> None:
    """Shows who would get what, when and why; sends nothing."""
    with roof.session() as session:
        moment = _moment(at) if at else things().clock.now()
        for one in preview(session, things(), moment):
            click.echo(_line(one, language))


def _moment(given: str) -> datetime:
    try:
        moment = datetime.fromisoformat(given)
    except ValueError:
        raise click.ClickException(f"{given!r} is not a moment such as 2026-03-02T08:00Z") from None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _line(one: Preview, language: str) -> str:
    what = "no reminder"
    if one.due_at is not None:
        local = one.due_at.astimezone(ZoneInfo(one.time_zone))
        what = f"{local:%H:%M} {one.time_zone} by {' or '.join(one.channels)}"
    why = in_words(one.why, language, one.hour)
    standing = f" [{one.standing}]" if one.standing else ""
    return f"{one.study_day} {one.organisation} {one.email}: {what} ({why}){standing}"
