"""Where an import by a worker stands, calling it off, and writing what it has shown."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from server.console_api.import_schemas import ApplyQuery, ImportsOut, ImportStateOut
from server.console_api.refusals import answer_refusals
from server.progress import Progress
from server.spool import Spool
from server.store import imports
from server.store.database import db
from server.store.imports import Import
from server.store.people import Role
from server.teaching import long_import, report
from server.teaching.sets import the_set
from server.web.commit import commits
from server.web.language import language
from server.web.sign_in import me, open_to, reads_first
from server.web.world import settings, things

LATEST = 10

blueprint = Blueprint("long_imports", __name__, url_prefix="/api/v1", description="Uploads")
answer_refusals(blueprint)


@blueprint.get("/card-sets/<int:card_set_id>/imports")
@open_to(Role.TRAINER, Role.ADMIN)
@blueprint.response(200, ImportsOut)
def latest(card_set_id: int) -> dict[str, Any]:
    """The latest imports of the set by workers, open ones and ended ones."""
    the_set(db.session(), card_set_id)
    found = imports.of_set(db.session(), card_set_id, LATEST)
    return {"items": [standing(one) for one in found]}


@blueprint.get("/imports/<int:import_id>")
@open_to(Role.TRAINER, Role.ADMIN)
@blueprint.response(200, ImportStateOut)
def read(import_id: int) -> dict[str, Any]:
    """Where the import stands; at the end with its report."""
    return standing(long_import.the_import(db.session(), import_id))


@blueprint.delete("/imports/<int:import_id>")
@reads_first
@open_to(Role.TRAINER, Role.ADMIN)
@blueprint.response(200, ImportStateOut)
@commits
def cancel(import_id: int) -> dict[str, Any]:
    """Calls the import off; nothing of it stays. One that is over stays as it is."""
    session = db.session()
    if long_import.the_import(session, import_id).finished_at is None:
        Progress(settings().data_dir, import_id).call_off()
    # On SQLite what follows waits until the import has heard that, and stopped writing.
    session.commit()
    return standing(long_import.cancel(session, import_id, things().clock.now()))


@blueprint.post("/imports/<int:import_id>/apply")
@open_to(Role.TRAINER, Role.ADMIN)
@blueprint.arguments(ApplyQuery, location="query")
@blueprint.response(202, ImportStateOut)
@commits
def apply(how: dict[str, bool], import_id: int) -> dict[str, Any]:
    """Writes what a dry run has shown, without sending the file again; up to a day later."""
    session = db.session()
    sha = long_import.the_import(session, import_id).sha
    spooled = Spool(settings().data_dir).path(sha).exists()
    now = things().clock.now()
    return standing(long_import.apply(session, me(), import_id, now, **how, spooled=spooled))


def standing(one: Import) -> dict[str, Any]:
    """An import as it is sent."""
    now = long_import.how_far(one, settings().data_dir)
    return {
        "id": one.id,
        "card_set_id": one.card_set_id,
        "file_name": one.file_name,
        "size": one.size,
        "dry_run": one.dry_run,
        "partial": one.partial,
        "state": one.state,
        "stage": now and now.stage,
        "done": now.done if now else 0,
        "of": now and now.of,
        "person": one.person,
        "waits_for": imports.in_front_of(db.session(), one),
        "created_at": one.created_at,
        "finished_at": one.finished_at,
        "report": one.report and report.shown(one.report, language(), dry_run=one.dry_run),
    }
