"""What the teaching room refuses, as an answer over HTTP."""

from __future__ import annotations

from flask import Response
from flask_smorest import Blueprint

from server.store.database import db
from server.teaching.refusal import NotThere, Refused
from server.texts import text
from server.web.errors import answer
from server.web.language import language


def answer_refusals(blueprint: Blueprint) -> None:
    """Answers `NotThere` with 404 and `Refused` with 422 on all routes of the blueprint."""

    @blueprint.errorhandler(NotThere)
    def on_not_there(_: NotThere) -> Response:
        db.session.rollback()
        return answer(404, "not-found")

    @blueprint.errorhandler(Refused)
    def on_refused(error: Refused) -> Response:
        db.session.rollback()
        message = text(error.key, language(), **error.values)
        return answer(422, "not-valid", [{"where": error.where, "message": message}])
