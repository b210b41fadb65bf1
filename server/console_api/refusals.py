"""What the teaching room refuses, as an answer over HTTP."""

from __future__ import annotations

from flask import Response
from flask_smorest import Blueprint

from server.console_api import card_view
from server.console_api.schemas import CardOut
from server.store.database import db
from server.teaching.edit_card import Stale
from server.teaching.refusal import NotThere, Refused, Unfit
from server.texts import text
from server.web.errors import answer
from server.web.language import language


def answer_refusals(blueprint: Blueprint) -> None:
    """Answers `NotThere` with 404, `Unfit` and `Refused` with 422 on the blueprint's routes."""

    @blueprint.errorhandler(NotThere)
    def on_not_there(_: NotThere) -> Response:
        db.session.rollback()
        return answer(404, "not-found")

    @blueprint.errorhandler(Unfit)
    def on_unfit(error: Unfit) -> Response:
        db.session.rollback()
        told = [
            {"where": fault.where, "message": text(fault.key, language(), **fault.values)}
            for fault in error.faults
        ]
        return answer(422, "not-valid", told)

    @blueprint.errorhandler(Refused)
    def on_refused(error: Refused) -> Response:
        db.session.rollback()
        message = text(error.key, language(), **error.values)
        return answer(422, "not-valid", [{"where": error.where, "message": message}])


def answer_stale(blueprint: Blueprint) -> None:
    """Answers `Stale` with 409 and, as `current`, the card as the other author left it."""

    @blueprint.errorhandler(Stale)
    def on_stale(error: Stale) -> Response:
        current = CardOut().dump(card_view.one(db.session(), error.card))
        db.session.rollback()
        return answer(409, "stale", extra={"current": current})
