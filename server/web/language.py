"""In which language this request is answered."""

from __future__ import annotations

from flask import g, request

from server.texts import LANGUAGES


def language() -> str:
    """The signed-in person's language, else the best the browser asks for, else Dutch."""
    if "caller" in g:
        return str(g.caller.language)
    return request.accept_languages.best_match(LANGUAGES) or LANGUAGES[0]
