"""Bringing a file into a set: checked whole before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from content.exchange.reading import Counted, Problem, Reading
from server.store import card_sets, search_keeping
from server.store.people import Person
from server.teaching.difference import settle
from server.teaching.matching import CREATED, UNCHANGED, UPDATED, Line, match
from server.teaching.media import Keeper, of_reading
from server.teaching.sets import set_to_change
from server.teaching.write_import import write

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did, or would do. `written` tells which; `preview` holds the first rows."""

    created: int
    updated: int
    unchanged: int
    skipped: int
    problems: Sequence[Problem]
    notes: Sequence[Problem]
    counted: Counted
    preview: Sequence[Line]
    refused: bool
    written: bool


def import_set(
    db: Session,
    card_set_id: int,
    reading: Reading,
    now: datetime,
    *,
    partial: bool,
    dry_run: bool,
    by: Person | None = None,
    keeper: Keeper | None = None,
    told: Callable[[int, int], None] = lambda _, __: None,
) -> Report:
    """Lays the reading beside the set and, unless it is a dry run, writes it.

    With a problem anywhere nothing is written, or with `partial` all but the rows at fault.
    `by` becomes an author of what came in; nobody does when it is brought from the shell.
    The `keeper` keeps the files that come along; without one they stay behind.
    `told` hears now and then how many rows are written, of how many. Raises `NotThere`.
    """
    card_set = set_to_change(db, card_set_id)
    existing = card_sets.all_cards(db, card_set_id)
    reading = of_reading(db, reading if keeper else replace(reading, files=()))
    matched = match(reading.drafts, existing, with_media=reading.with_media)
    problems = sorted((*reading.problems, *matched.problems), key=lambda one: one.row or 0)
    refused = bool(problems) and not partial
    report = Report(
        created=matched.count(CREATED),
        updated=matched.count(UPDATED),
        unchanged=matched.count(UNCHANGED),
        skipped=len({one.row for one in problems if one.row is not None}) + reading.passed_over,
        problems=problems,
        notes=reading.notes,
        counted=reading.counted,
        preview=matched.lines[:SHOWN],
        refused=refused,
        written=not (refused or dry_run),
    )
    if report.written:
        told(0, report.created + report.updated)
    if report.written and keeper and reading.files:
        keeper.keep(db, reading.files, now)
    if report.written and report.created + report.updated:
        write(db, card_set, existing, matched.lines, by=by, now=now, told=told)
        settle(db, card_set, by, now)
        search_keeping.leave_new_cards(db, card_set.id)
    return report
