"""No more reminders by mail: one click from the mail, without signing in."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from flask import Flask, Response, request
from jinja2 import Environment
from markupsafe import Markup

from server.reminding import unsubscribe
from server.store.database import db
from server.texts import text
from server.web import metrics
from server.web.commit import commits
from server.web.language import language
from server.web.sign_in import open_to_everyone
from server.web.world import settings

_HERE = Path(__file__).parent
_template = Environment(autoescape=True).from_string(
    (_HERE / "unsubscribe.html").read_text(encoding="utf-8")
)
# In the page itself, known by its hash: the built client's own styles have another name each time.
_STYLE = (_HERE / "unsubscribe.css").read_text(encoding="utf-8")
_HASH = b64encode(sha256(_STYLE.encode()).digest()).decode()
_POLICY = (
    f"default-src 'none'; style-src 'sha256-{_HASH}'; "
    "img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def install(app: Flask) -> None:
    """Hangs the route. Mail programs post to it; people who open it first see a button."""

    @app.get("/unsubscribe/<token>")
    @open_to_everyone
    def unsubscribe_page(token: str) -> Response:  # noqa: ARG001 # only the button acts: link checkers open links
        """Asks once more, because mail filters open every link."""
        return _page("ask", button=text("unsubscribe-button", language()), action=request.path)

    @app.post("/unsubscribe/<token>")
    @open_to_everyone
    @commits
    def unsubscribe_now(token: str) -> Response:
        """Stops reminders by mail."""
        session = db.session()
        person = unsubscribe.apply(session, token, settings().secret_key)
        if person is None:
            return _page("unknown", status=404)
        if session.is_modified(person):
            metrics.count(metrics.UNSUBSCRIBED)
        return _page("done")


def _page(what: str, *, status: int = 200, button: str = "", action: str = "") -> Response:
    spoken = language()
    body = _template.render(
        language=spoken,
        title=text(f"unsubscribe-{what}", spoken),
        more="" if button else text(f"unsubscribe-{what}-more", spoken),
        settings=text("unsubscribe-settings", spoken),
        style=Markup(_STYLE),  # noqa: S704 # our own file, which a hash names
        button=button,
        action=action,
    )
    page = Response(body, status, mimetype="text/html")
    page.headers["Content-Security-Policy"] = _POLICY
    return page
