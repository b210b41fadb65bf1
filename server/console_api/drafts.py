"""Cards that course material suggests, and what their author says of each."""

from __future__ import annotations

from contextlib import closing
from typing import Any, cast

from flask import Response
from flask_smorest import Blueprint
from werkzeug.datastructures import FileStorage

from content.card import Language
from content.exchange.reading import Unreadable
from content.material.proposal import Proposal, Remark
from content.material.read import Material
from server.console_api import places
from server.console_api.draft_schemas import (
    ClearedOut,
    DraftOut,
    DraftPageOut,
    DraftsQuery,
    FileQuery,
    KeepIn,
    MaterialIn,
    MaterialOut,
)
from server.console_api.import_schemas import UploadIn
from server.console_api.refusals import answer_refusals
from server.store import card_drafts as rows
from server.store.card_drafts import CardDraft
from server.store.database import db
from server.store.people import Role
from server.teaching import card_drafts, saying
from server.teaching.ask_writer import ask_writer
from server.teaching.card_drafts import Decided
from server.teaching.sets import the_set
from server.texts import text
from server.web.bodies import takes_large_files
from server.web.commit import commits
from server.web.errors import Problem, answer, wrong_field
from server.web.language import language
from server.web.paging import PAGE, page
from server.web.sign_in import me, open_to
from server.web.world import things

blueprint = Blueprint("drafts", __name__, url_prefix="/api/v1", description="Drafts of cards")
answer_refusals(blueprint)
authors = open_to(Role.TRAINER, Role.ADMIN)


@blueprint.errorhandler(Decided)
def on_decided(error: Decided) -> Response:
    """Says who was first, and how the draft stands now."""
    current = DraftOut().dump(_shown(error.draft))
    db.session.rollback()
    return answer(409, "draft-decided", extra={"draft": current})


@blueprint.post("/card-sets/<int:card_set_id>/drafts")
@takes_large_files
@authors
@blueprint.arguments(UploadIn, location="files")
@blueprint.response(201, MaterialOut)
@commits
def suggest(upload: dict[str, FileStorage], card_set_id: int) -> dict[str, Any]:
    """Suggests cards from slides, a text document or a PDF; none is in the set before it is kept.

    Beside `file` the form may hold `ask_writer=1`, which sends the text to the service that is set.
    """
    writer = things().writer if _wants_writer() else None
    spoken = cast("Language", the_set(db.session(), card_set_id).language)
    # Reading and asking take many seconds, in which nobody may wait for this connection.
    db.session.commit()
    file = upload["file"]
    material = _read(file, spoken)
    found: list[tuple[Proposal, str]] = [(one, "") for one in material.proposals]
    remarks = list(material.remarks)
    if writer is not None:
        written, told = ask_writer(writer, material.passages, spoken)
        found += [(one, writer.model) for one in written]
        remarks += told
    created, known = card_drafts.bring_in(
        db.session(), card_set_id, _name(file), found, things().clock.now()
    )
    return {"created": created, "known": known, "problems": [_remark(one) for one in remarks]}


@blueprint.get("/card-sets/<int:card_set_id>/drafts")
@authors
@blueprint.arguments(DraftsQuery, location="query")
@blueprint.response(200, DraftPageOut)
def listed(query: dict[str, Any], card_set_id: int) -> dict[str, Any]:
    """Drafts in the order of their files, and how far the author is."""
    after = places.number(query["cursor"])
    the_set(db.session(), card_set_id)
    found = rows.page(db.session(), card_set_id, query["state"], after=after, limit=PAGE + 1)
    counts = rows.counts(db.session(), card_set_id)
    shown = page(found, lambda draft: draft.id)
    return {
        **shown,
        "items": [_shown(draft) for draft in shown["items"]],
        "files": [{"file_name": name, **states} for name, states in counts.items()],
        "writer": things().writer,
    }


@blueprint.delete("/card-sets/<int:card_set_id>/drafts")
@authors
@blueprint.arguments(FileQuery, location="query")
@blueprint.response(200, ClearedOut)
@commits
def clear(query: dict[str, Any], card_set_id: int) -> dict[str, int]:
    """Forgets the drafts on which nobody decided; of one file, or of all."""
    return {"removed": card_drafts.clear(db.session(), card_set_id, query["file_name"])}


@blueprint.post("/card-sets/<int:card_set_id>/drafts/<int:draft_id>/keep")
@authors
@blueprint.arguments(KeepIn)
@blueprint.response(200, DraftOut)
@commits
def keep(given: dict[str, Any], card_set_id: int, draft_id: int) -> dict[str, Any]:
    """Makes it a card of the set, once; 409 with `draft` when somebody decided before."""
    now = things().clock.now()
    return _shown(card_drafts.keep(db.session(), me(), card_set_id, draft_id, **given, now=now))


@blueprint.post("/card-sets/<int:card_set_id>/drafts/<int:draft_id>/drop")
@authors
@blueprint.response(200, DraftOut)
@commits
def drop(card_set_id: int, draft_id: int) -> dict[str, Any]:
    """Says no; the same file suggests it no more."""
    now = things().clock.now()
    return _shown(card_drafts.drop(db.session(), me(), card_set_id, draft_id, now))


@blueprint.post("/card-sets/<int:card_set_id>/drafts/<int:draft_id>/reopen")
@authors
@blueprint.response(200, DraftOut)
@commits
def reopen(card_set_id: int, draft_id: int) -> dict[str, Any]:
    """Takes the decision back, and with it the card that it made."""
    now = things().clock.now()
    return _shown(card_drafts.reopen(db.session(), me(), card_set_id, draft_id, now))


def _wants_writer() -> bool:
    form = blueprint.ARGUMENTS_PARSER.parse(MaterialIn(), location="form")
    if form["ask_writer"] and things().writer is None:
        raise wrong_field("ask_writer", "draft-no-writer")
    return bool(form["ask_writer"])


def _read(file: FileStorage, spoken: Language) -> Material:
    try:
        with closing(file):
            return things().material.read(file.stream, spoken)
    except Unreadable as unfit:
        told = text(f"draft-file-{unfit.code}", language(), **unfit.values)
        error = {"where": saying.whole_file(language()), "message": told}
        raise Problem(422, "no-drafts", errors=[error]) from unfit


def _name(file: FileStorage) -> str:
    """The name by which the author knows it, without folders of a machine."""
    bare = (file.filename or "").replace("\\", "/").rpartition("/")[2]
    shown = "".join(one for one in bare if one.isprintable()).strip()
    return shown[-200:] or saying.whole_file(language())


def _remark(one: Remark) -> dict[str, str]:
    message = text(f"draft-note-{one.code}", language(), **one.values)
    return {"where": saying.whole_file(language()), "message": message}


def _shown(draft: CardDraft) -> dict[str, Any]:
    kind, number = draft.place_kind, draft.place_number
    words = card_drafts.place_words(kind, number, language())
    own = {name: getattr(draft, name) for name in DraftOut().fields if name != "place"}
    own["face"] = {"variant_id": None, **draft.face}
    return {**own, "place": {"kind": kind, "number": number, "text": words}}
