"""Uploading a set file."""

from __future__ import annotations

from typing import Any, cast

from flask_smorest import Blueprint
from werkzeug.datastructures import FileStorage

from content.card import Language
from content.exchange.reading import Counted, Reading, Unreadable
from content.exchange.reading import Problem as RowProblem
from server.console_api.import_schemas import EncodingIn, ImportOut, ImportQuery, UploadIn
from server.console_api.refusals import answer_refusals
from server.store import card_sets
from server.store.database import db
from server.store.people import Role
from server.teaching import saying
from server.teaching.import_set import Report, import_set
from server.teaching.matching import Line
from server.teaching.sets import the_set
from server.web.commit import commits
from server.web.errors import Problem
from server.web.language import language
from server.web.sign_in import open_to
from server.web.world import things

blueprint = Blueprint("imports", __name__, url_prefix="/api/v1", description="Uploads")
answer_refusals(blueprint)


@blueprint.post("/card-sets/<int:card_set_id>/imports")
@open_to(Role.TRAINER, Role.ADMIN)
@blueprint.arguments(ImportQuery, location="query")
@blueprint.arguments(UploadIn, location="files")
@blueprint.response(200, ImportOut)
@commits
def import_file(
    how: dict[str, bool], upload: dict[str, FileStorage], card_set_id: int
) -> dict[str, Any]:
    """Brings a file into the set: all of it or nothing, or with `partial=1` its sound rows.

    Beside `file` the form may hold `encoding`, for a text file whose letters we guessed wrong.
    """
    reading = _read(card_set_id, upload["file"], _encoding())
    report = import_set(db.session(), card_set_id, reading, things().clock.now(), **how)
    shown = _shown(report, dry_run=how["dry_run"])
    if report.refused and not how["dry_run"]:
        errors = [{"where": one["where"], "message": one["message"]} for one in shown["problems"]]
        raise Problem(422, "not-imported", errors=errors, extra=ImportOut().dump(shown))
    return shown


def _encoding() -> str | None:
    # Not as arguments of the route: OpenAPI knows one body only, and that is the file's.
    form = blueprint.ARGUMENTS_PARSER.parse(EncodingIn(), location="form")
    return form["encoding"] or None


def _read(card_set_id: int, file: FileStorage, encoding: str | None) -> Reading:
    card_set = the_set(db.session(), card_set_id)
    known_keys = card_sets.live_keys(db.session(), card_set_id)
    # Reading may take many seconds, in which SQLite would let nobody else write.
    db.session.commit()
    try:
        return things().reader.read(
            file.filename or "",
            file.stream.read(),
            language=cast("Language", card_set.language),
            encoding=encoding,
            known_keys=known_keys,
        )
    except Unreadable as unfit:
        error = {
            "where": saying.whole_file(language()),
            "message": saying.sentence(unfit, language()),
        }
        raise Problem(422, "not-imported", errors=[error]) from unfit


def _shown(report: Report, *, dry_run: bool) -> dict[str, Any]:
    return {
        "created": report.created,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "skipped": report.skipped,
        "problems": [_problem(one, report.counted) for one in report.problems],
        "notes": [_problem(one, report.counted) for one in report.notes],
        "dry_run": dry_run,
        "preview": [_row(line) for line in report.preview],
    }


def _problem(one: RowProblem, counted: Counted) -> dict[str, Any]:
    message = saying.sentence(one, language())
    where = saying.place(one, language(), counted)
    return {"where": where, "message": message, "row": one.row, "column": one.column}


def _row(line: Line) -> dict[str, Any]:
    variant_id = line.target.id if line.draft.variant_of and line.target else None
    return {
        "row": line.draft.row,
        "status": line.status,
        "topic": line.draft.topic,
        "face": {"variant_id": variant_id, **line.face},
        "before": line.before and {"variant_id": variant_id, **line.before},
    }
