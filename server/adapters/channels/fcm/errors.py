"""What Firebase's errors mean, for a message and for the token it is for."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from server.adapters.channels import lost_answers, retry_after
from server.ports import DeliveryError, Gone, Refused, TryAgain

# The documented codes for which the same message will fail again. What is left (quota, internal,
# unavailable, time-outs, lost connections) passes.
_PERMANENT: Final = {
    "INVALID_ARGUMENT",
    "FAILED_PRECONDITION",
    "UNAUTHENTICATED",
    "PERMISSION_DENIED",
    "NOT_FOUND",
    "OUT_OF_RANGE",
}


def of_firebase(error: Any, now: datetime) -> DeliveryError:
    """The `FirebaseError` as ours."""
    from firebase_admin import messaging

    if isinstance(error, messaging.UnregisteredError | messaging.SenderIdMismatchError):
        return Gone(str(error))
    if error.code in _PERMANENT:
        return Refused(str(error))
    # Compared with None: a response that reports an error is false by itself.
    if error.http_response is None:
        return lost_answers.of_request(error.cause)
    return TryAgain(str(error), retry_after.seconds(error.http_response.headers, now))
