"""What a request may bring along: JSON of bounded size, or a file in a form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, current_app, request

from server.web.errors import Problem

View = TypeVar("View", bound=Callable[..., Any])

# Two hundred of the longest answers, or a thousand people to enrol, with room to spare. Files
# are larger, up to the app's own limit.
MOST_JSON = 2 * 1024 * 1024
JSON = "application/json"
FORM = "multipart/form-data"
LARGEST_FILE = "LARGEST_FILE"


def takes_large_files(view: View) -> View:
    """Uploads up to the app's `LARGEST_FILE`; the view must not read them whole into memory."""
    view.takes_large_files = True  # type: ignore[attr-defined]  # the mark that install() reads
    return view


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
        elif _takes_large_files():
            request.max_content_length = current_app.config[LARGEST_FILE]


def _takes_large_files() -> bool:
    view = current_app.view_functions.get(request.endpoint or "")
    return hasattr(view, "takes_large_files")


def _has_body() -> bool:
    length = request.environ.get("CONTENT_LENGTH") or "0"
    return length != "0" or "HTTP_TRANSFER_ENCODING" in request.environ
