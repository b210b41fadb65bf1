"""No sessions in cookies: who asks is told by a bearer token.

Flask would otherwise set up the signing of a cookie, and look for one, at every request.
"""

from __future__ import annotations

from flask import Flask, Request, Response
from flask.sessions import NullSession, SessionInterface, SessionMixin


class NoSessions(SessionInterface):
    """A session that holds nothing and is never saved."""

    def open_session(self, _app: Flask, _request: Request) -> SessionMixin:
        """The empty one, which refuses to be written to."""
        return NullSession()

    def save_session(self, _app: Flask, _session: SessionMixin, _response: Response) -> None:
        """Leaves the response as it is."""
