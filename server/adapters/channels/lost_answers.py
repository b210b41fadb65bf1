"""Requests that ended without an answer: whether the other side can have read them."""

from __future__ import annotations

import requests
from urllib3.exceptions import MaxRetryError, NewConnectionError

from server.ports import TryAgain, Unsure


def of_request(error: BaseException | None) -> TryAgain:
    """What to do about it: where no line was opened, nothing can have been taken.

    Without the words of the error: those hold the address, and who knows that may post there.
    """
    kind = TryAgain if _never_left(error) else Unsure
    return kind(f"no answer ({type(error).__name__})")


def _never_left(error: BaseException | None) -> bool:
    if isinstance(error, requests.ConnectTimeout):
        return True
    cause = error.args[0] if isinstance(error, requests.ConnectionError) and error.args else None
    return isinstance(cause, MaxRetryError) and isinstance(cause.reason, NewConnectionError)
