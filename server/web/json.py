"""JSON out through orjson: a session is a few dozen kB of it, for every learner every day."""

from __future__ import annotations

from typing import Any

import orjson
from flask import Response
from flask.json.provider import DefaultJSONProvider


class OrjsonProvider(DefaultJSONProvider):
    """Flask's own JSON, but answers are written several times faster."""

    def response(self, *args: Any, **kwargs: Any) -> Response:
        """A response of one value, or of named ones."""
        try:
            body = orjson.dumps(self._prepare_response_obj(args, kwargs))
        except TypeError:
            # It refuses what a caller may have sent and is told back: numbers beyond 64 bits and
            # halves of characters.
            return super().response(*args, **kwargs)  # type: ignore[return-value]  # the app's class is Flask's
        return Response(body, mimetype="application/json")
