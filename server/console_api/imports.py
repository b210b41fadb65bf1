"""Uploading a set file."""

from __future__ import annotations

from contextlib import closing
from typing import Any, cast

from flask import Response, jsonify
from flask_smorest import Blueprint
from werkzeug.datastructures import FileStorage

from content.card import Language
from content.exchange.reading import Reading, Unreadable
from server.console_api.import_schemas import (
    EncodingIn,
    ImportOut,
    ImportQuery,
    ImportStateOut,
    UploadIn,
)
from server.console_api.long_imports import standing
from server.console_api.refusals import answer_refusals
from server.spool import Spool
from server.store import card_sets
from server.store.database import db
from server.store.people import Role
from server.teaching import long_import, report, saying
from server.teaching.import_set import import_set
from server.teaching.media import Keeper
from server.teaching.sets import the_set
from server.web.bodies import takes_large_files
from server.web.commit import commits
from server.web.errors import Problem
from server.web.language import language
from server.web.sign_in import me, open_to
from server.web.world import settings, things

MIB = 1024 * 1024

blueprint = Blueprint("imports", __name__, url_prefix="/api/v1", description="Uploads")
answer_refusals(blueprint)


@blueprint.post("/card-sets/<int:card_set_id>/imports")
@takes_large_files
@open_to(Role.TRAINER, Role.ADMIN)
@blueprint.arguments(ImportQuery, location="query")
@blueprint.arguments(UploadIn, location="files")
@blueprint.response(200, ImportOut)
@blueprint.alt_response(202, schema=ImportStateOut)
@commits
def import_file(
    how: dict[str, bool], upload: dict[str, FileStorage], card_set_id: int
) -> dict[str, Any] | Response:
    """Brings a file into the set: all of it or nothing, or with `partial=1` its sound rows.

    Beside `file` the form may hold `encoding`, for a text file whose letters we guessed wrong.
    With `background=1`, and for large files always, a worker does it: 202, and where it stands
    at `/imports/{id}`.
    """
    file, encoding = upload["file"], _encoding()
    if how.pop("background") or _size(file) > settings().background_from_mib * MIB:
        return _for_a_worker(card_set_id, file, encoding, how)
    reading = _read(card_set_id, file, encoding or None)
    done = import_set(
        db.session(), card_set_id, reading, things().clock.now(),
        partial=how["partial"], dry_run=how["dry_run"],
        by=me(), keeper=Keeper(things().media, me()),
    )  # fmt: skip
    shown = report.shown(report.kept(done), language(), dry_run=how["dry_run"])
    if done.refused and not how["dry_run"]:
        errors = [{"where": one["where"], "message": one["message"]} for one in shown["problems"]]
        raise Problem(422, "not-imported", errors=errors, extra=ImportOut().dump(shown))
    return shown


def _encoding() -> str:
    # Not as arguments of the route: OpenAPI knows one body only, and that is the file's.
    form = blueprint.ARGUMENTS_PARSER.parse(EncodingIn(), location="form")
    return str(form["encoding"])


def _size(file: FileStorage) -> int:
    size = file.stream.seek(0, 2)
    file.stream.seek(0)
    return size


def _for_a_worker(
    card_set_id: int, file: FileStorage, encoding: str, how: dict[str, bool]
) -> Response:
    the_set(db.session(), card_set_id)
    # Writing hundreds of megabytes takes seconds, in which SQLite would let nobody else write.
    db.session.commit()
    with closing(file):
        kept = Spool(settings().data_dir).keep(file.stream)
    upload = long_import.Upload(kept.sha, kept.size, (file.filename or "")[:200], encoding)
    asked = long_import.ask(db.session(), me(), card_set_id, upload, things().clock.now(), **how)
    response = jsonify(ImportStateOut().dump(standing(asked)))
    response.status_code = 202
    return response


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
