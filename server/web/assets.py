"""The built web client, and the headers that every answer carries."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from flask import Blueprint, Flask, Response, redirect, request, send_from_directory
from werkzeug.wrappers import Response as AnyResponse

from server.web.errors import Problem, not_found
from server.web.sign_in import open_to_everyone

DIST = Path(__file__).parents[2] / "web" / "dist"
YEAR = 365 * 24 * 3600
READY_MADE = (("br", ".br"), ("gzip", ".gz"))
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "media-src 'self' blob:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

blueprint = Blueprint("assets", __name__)


@blueprint.get("/")
@open_to_everyone
def root() -> AnyResponse:
    """People who type the bare address want the app."""
    return redirect("/app/")


@blueprint.get("/app/")
@open_to_everyone
def phone() -> Response:
    """The phone app."""
    return page("app/index.html")


@blueprint.get("/console/")
@open_to_everyone
def console() -> Response:
    """The console."""
    return page("console/index.html")


@blueprint.get("/app/<path:name>")
@open_to_everyone
def phone_file(name: str) -> Response:
    """Manifest, icons and service worker: looked at afresh each time, or updates never arrive."""
    return file(f"app/{name}")


@blueprint.get("/console/<path:name>")
@open_to_everyone
def console_file(name: str) -> Response:
    """The console's own files."""
    return file(f"console/{name}")


@blueprint.get("/assets/<path:name>")
@open_to_everyone
def asset(name: str) -> Response:
    """Files with their hash in the name: kept for a year."""
    response = file(f"assets/{name}")
    response.cache_control.no_cache = None
    response.cache_control.public = True
    response.cache_control.max_age = YEAR
    response.cache_control.immutable = True
    return response


def page(name: str) -> Response:
    """An entry page; says how to build it when it is missing."""
    if not (DIST / name).is_file():
        raise Problem(503, "not-built")
    return file(name)


def file(name: str) -> Response:
    """A built file, in the best ready-made compression that the browser takes."""
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    for coding, suffix in READY_MADE:
        if request.accept_encodings.quality(coding) and (DIST / (name + suffix)).is_file():
            response = send_from_directory(DIST, name + suffix, mimetype=kind)
            response.content_encoding = coding
            break
    else:
        if not (DIST / name).is_file():
            raise not_found()
        response = send_from_directory(DIST, name, mimetype=kind)
    response.vary.add("Accept-Encoding")
    response.cache_control.no_cache = True
    return response


def install(app: Flask) -> None:
    """Hangs the pages and puts the safe headers on every answer."""
    mimetypes.add_type("application/manifest+json", ".webmanifest")
    mimetypes.add_type("text/javascript", ".js")
    app.register_blueprint(blueprint)

    @app.after_request
    def headers(response: Response) -> Response:
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
        if request.path.startswith("/api/") and not response.cache_control.immutable:
            response.headers["Cache-Control"] = "no-store"
        return response
