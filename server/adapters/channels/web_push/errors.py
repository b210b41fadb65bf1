"""What the statuses of push services mean, for a message and for the browser it is for."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from typing import Final

import requests

from server.adapters.channels import retry_after
from server.ports import DeliveryError, Gone, Refused, TryAgain

_GONE: Final = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
_PASSES: Final = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_MANY_REQUESTS}
_REFUSED_FROM, _FAULTS_FROM = 300, 500


def of_response(response: requests.Response, now: datetime) -> DeliveryError | None:
    """The error that a status stands for; None where the message was taken."""
    status = response.status_code
    said = f"the push service says {status}"
    if status in _GONE:
        return Gone(said)
    if status in _PASSES or status >= _FAULTS_FROM:
        return TryAgain(said, retry_after.seconds(response.headers, now))
    return Refused(said) if status >= _REFUSED_FROM else None
