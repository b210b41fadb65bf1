"""Errors as RFC 9457 problem documents, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

import structlog
from flask import Flask, Response, jsonify
from werkzeug.exceptions import HTTPException

from server.store.database import db
from server.texts import text
from server.web.field_texts import sentence
from server.web.language import language

log = structlog.get_logger()

FieldError = Mapping[str, str]

CODES = {
    400: "bad-request",
    401: "sign-in-needed",
    403: "not-allowed",
    404: "not-found",
    405: "bad-method",
    413: "too-large",
    415: "bad-media-type",
    422: "not-valid",
    429: "too-many",
}


class Problem(Exception):
    """Stops the request with a problem document.

    `code` picks `problem-<code>-title` and `-detail` from the catalogue; `errors` are the places
    (`where`) with their sentence (`message`); `extra` are extension members.
    """

    def __init__(
        self,
        status: int,
        code: str,
        *,
        errors: Sequence[FieldError] = (),
        extra: Mapping[str, Any] | None = None,
        **values: object,
    ) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.errors = errors
        self.extra = extra or {}
        self.values = values


def not_found() -> Problem:
    """What is not there, or belongs to others; the two must look the same."""
    return Problem(404, "not-found")


def wrong_field(where: str, key: str, **values: object) -> Problem:
    """One value that was understood but cannot be taken."""
    message = text(key, language(), **values)
    return Problem(422, "not-valid", errors=[{"where": where, "message": message}])


def answer(
    status: int,
    code: str,
    errors: Sequence[FieldError] = (),
    extra: Mapping[str, Any] | None = None,
    values: Mapping[str, object] | None = None,
) -> Response:
    """The problem document as a response."""
    response = jsonify(
        {
            "type": f"urn:beklijf:problem:{code}",
            "title": text(f"problem-{code}-title", language(), **(values or {})),
            "status": status,
            "detail": text(f"problem-{code}-detail", language(), **(values or {})),
            "errors": list(errors),
            **(extra or {}),
        }
    )
    response.status_code = status
    response.content_type = "application/problem+json"
    if status == HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def install(app: Flask) -> None:
    """Answers every error of the app with a problem document."""

    @app.errorhandler(Problem)
    def on_problem(error: Problem) -> Response:
        db.session.rollback()
        return answer(error.status, error.code, error.errors, error.extra, error.values)

    @app.errorhandler(HTTPException)
    def on_http(error: HTTPException) -> Response:
        db.session.rollback()
        status = error.code or 500
        response = answer(status, CODES.get(status, "failed"), _field_errors(error))
        for name, value in error.get_headers():
            if name in {"Retry-After", "Allow"}:
                response.headers[name] = value
        return response

    @app.errorhandler(Exception)
    def on_fault(error: Exception) -> Response:
        db.session.rollback()
        log.error("request failed", exc_info=error)
        return answer(500, "failed")


def _field_errors(error: HTTPException) -> list[FieldError]:
    # flask-smorest hangs marshmallow's messages on the exception: {location: {field: [..]}}; on
    # a 400 they are the parser's own, in English.
    if error.code != HTTPStatus.UNPROCESSABLE_ENTITY:
        return []
    data = getattr(error, "data", None) or {}
    messages = data.get("messages", {})
    return [item for place in messages.values() for item in _flat(place, "")]


def _flat(messages: object, where: str) -> list[FieldError]:
    if isinstance(messages, Mapping):
        return [
            item
            for key, value in messages.items()
            for item in _flat(value, where if key == "_schema" else f"{where}.{key}".lstrip("."))
        ]
    if isinstance(messages, list):
        return [item for value in messages for item in _flat(value, where)]
    return [{"where": where, "message": sentence(str(messages), language())}]
