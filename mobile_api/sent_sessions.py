"""Sessions as they were last sent.

A phone asks for its session at each opening and after each upload, and mostly nothing has happened
since: no answer of the learner, no release, no other setting. Then the answer is the same too.
"""

from __future__ import annotations

from typing import NamedTuple

from flask import Response, current_app

from server.practice.day import Standing
from server.store.database import db
from server.store.keeping import Keeping
from server.store.sign_ins import Caller
from server.web.sign_in import caller

MOST_KEPT = 2_000  # some 15 kB each


class _Sent(NamedTuple):
    """A session's body, and all that it was made from: `asking` holds the version of memory."""

    asking: Caller
    at: Standing
    body: bytes


_sent: Keeping[int, _Sent] = Keeping(MOST_KEPT)


def sent_before(at: Standing) -> Response | None:
    """The session that the caller was sent last, if it still holds."""
    last = _sent.get(db.session(), [caller().id]).get(caller().id)
    if last is None or (last.asking, last.at) != (_asking(), at):
        return None
    return current_app.response_class(last.body, mimetype="application/json")


def sent(at: Standing, response: Response) -> Response:
    """The response, remembered."""
    _sent.put(db.session(), {caller().id: _Sent(_asking(), at, response.get_data())})
    return response


def _asking() -> Caller:
    """The caller on whichever device."""
    return caller()._replace(sign_in_id=0)
