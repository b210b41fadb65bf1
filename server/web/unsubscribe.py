"""No more reminders by mail: one click from the mail, without signing in."""

from __future__ import annotations

from flask import Flask, Response, request
from markupsafe import Markup

from server.reminding import unsubscribe
from server.store.database import db
from server.texts import text
from server.web import metrics
from server.web.commit import commits
from server.web.errors import not_found
from server.web.language import language
from server.web.sign_in import open_to_everyone
from server.web.world import settings


def install(app: Flask) -> None:
    """Hangs the route. Mail programs post to it; people who open it first see a button."""

    @app.get("/unsubscribe/<token>")
    @open_to_everyone
    def unsubscribe_page(token: str) -> Response:  # noqa: ARG001 # only the button acts: link checkers open links
        """Asks once more, because mail filters open every link."""
        return _page("unsubscribe-ask", button=True)

    @app.post("/unsubscribe/<token>")
    @open_to_everyone
    @commits
    def unsubscribe_now(token: str) -> Response:
        """Stops reminders by mail."""
        session = db.session()
        person = unsubscribe.apply(session, token, settings().secret_key)
        if person is None:
            raise not_found()
        if session.is_modified(person):
            metrics.count(metrics.UNSUBSCRIBED)
        return _page("unsubscribe-done", button=False)


def _page(key: str, *, button: bool) -> Response:
    form = Markup('<form method="post" action="{}"><button>{}</button></form>').format(
        request.path, text("unsubscribe-button", language())
    )
    body = Markup(
        '<!doctype html><html lang="{}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><title>Beklijf</title>'
        "<p>{}</p>{}</html>"
    ).format(language(), text(key, language()), form if button else "")
    return Response(body, mimetype="text/html")
