"""What a request may bring along: JSON of bounded size, or a file in a form."""

from __future__ import annotations

from flask import Flask, request

from server.web.errors import Problem

# Two hundred of the longest answers, or a thousand people to enrol, with room to spare. Files
# are larger, up to the app's own limit.
MOST_JSON = 2 * 1024 * 1024
JSON = "application/json"
FORM = "multipart/form-data"


def install(app: Flask) -> None:
    """Refuses what the API does not read, before anything looks at it."""

    @app.before_request
    def check() -> None:
        if not request.path.startswith("/api/") or not _has_body():
            return
        if request.mimetype == JSON:
            request.max_content_length = MOST_JSON
        elif request.mimetype != FORM:
            raise Problem(415, "bad-media-type")


def _has_body() -> bool:
    length = request.environ.get("CONTENT_LENGTH") or "0"
    return length != "0" or "HTTP_TRANSFER_ENCODING" in request.environ
