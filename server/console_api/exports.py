"""Taking a set out as a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from tempfile import SpooledTemporaryFile
from typing import IO, cast

from flask import Response
from flask_smorest import Blueprint
from marshmallow import fields, validate

from content.exchange.write import FORMATS
from server.console_api.refusals import answer_refusals
from server.store.database import db
from server.store.people import Role
from server.teaching.export import export
from server.teaching.sets import the_set
from server.web.fields import Query
from server.web.language import language
from server.web.sign_in import open_to
from server.web.world import things

IN_MEMORY = 2_000_000  # bytes; what is larger waits on disk while it is sent
AT_ONCE = 64 * 1024

blueprint = Blueprint("exports", __name__, url_prefix="/api/v1", description="Sets as files")
answer_refusals(blueprint)


class ExportQuery(Query):
    """The kind of file."""

    format = fields.String(load_default="csv", validate=validate.OneOf(sorted(FORMATS)))


@blueprint.get("/card-sets/<int:card_set_id>/export")
@open_to(Role.TRAINER, Role.ADMIN)
@blueprint.arguments(ExportQuery, location="query")
@blueprint.response(200, content_type="application/octet-stream")
def export_file(query: dict[str, str], card_set_id: int) -> Response:
    """The set as a file that can be imported again, in the type that belongs to its format."""
    card_set, kind = the_set(db.session(), card_set_id), query["format"]
    with ExitStack() as held:
        out = cast("IO[bytes]", held.enter_context(SpooledTemporaryFile(IN_MEMORY)))
        export(
            db.session(), card_set, kind, out,
            labels=language(), media=things().media.get, now=things().clock.now(),
        )  # fmt: skip
        answer = Response(_sent(out), mimetype=FORMATS[kind].mimetype)
        name = f"{_file_name(card_set.title)}.{kind}"
        answer.headers.set("Content-Disposition", "attachment", filename=name)
        answer.content_length = out.tell()
        # Also for a HEAD or a browser that leaves: they never begin to read.
        answer.call_on_close(held.pop_all().close)
    return answer


def _sent(out: IO[bytes]) -> Iterator[bytes]:
    with out:
        out.seek(0)
        while part := out.read(AT_ONCE):
            yield part


def _file_name(title: str) -> str:
    """The title without what a disk or a header could take for something else."""
    return re.sub(r"[^\w -]+", "", title).strip()[:80] or "set"
