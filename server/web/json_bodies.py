"""JSON that comes in, read so that no body makes the reader stumble."""

from __future__ import annotations

from typing import Any

from flask import Request
from flask_smorest import Blueprint
from marshmallow import Schema
from webargs.flaskparser import FlaskParser

from server.web.errors import Problem


class JsonBodies(FlaskParser):
    """The parser of flask-smorest, for which Python's limits are faults of the sender too."""

    def load_json(self, req: Request, schema: Schema) -> Any:
        """The body; a 400 for what is no JSON, nests too deep or holds endless numbers."""
        try:
            return super().load_json(req, schema)
        except (ValueError, RecursionError):
            raise Problem(400, "bad-request") from None


def install() -> None:
    """For every blueprint of the process; its decorators take it when a module is imported."""
    Blueprint.ARGUMENTS_PARSER = JsonBodies()
