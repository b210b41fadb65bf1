"""What Firebase's errors mean, for a message and for the token it is for."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from server.adapters.channels import lost_answers, retry_after, said_by
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

_NEVER_VALID: Final = "not a valid FCM registration token"


def of_firebase(error: Any, now: datetime) -> DeliveryError:
    """The `FirebaseError` as ours."""
    from firebase_admin import messaging

    if isinstance(error, messaging.UnregisteredError | messaging.SenderIdMismatchError):
        return Gone(said_by.provider(str(error)))
    said = said_by.provider(str(error))
    if error.code in _PERMANENT:
        # A token that never was one bears no code of its own; only Google's words tell.
        return Gone(said) if _NEVER_VALID in said else Refused(said)
    # Compared with None: a response that reports an error is false by itself.
    if error.http_response is None:
        return lost_answers.of_request(error.cause)
    return TryAgain(said, retry_after.seconds(error.http_response.headers, now))


def of_sign_in(error: Exception) -> TryAgain:
    """No token from Google. A key that is wrong or gone is the operator's to mend.

    The circuit then opens, so that it shows: reminders take another channel or wait.
    """
    return TryAgain(said_by.provider(f"no token from Google: {error}"))
