"""Push through Firebase Cloud Messaging, with Google's own client."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from server.adapters import payload, retry_after
from server.ports import Clock, Gone, Notice, Refused, TryAgain

if TYPE_CHECKING:
    from firebase_admin import App

TIMEOUT_S = 10
SEND_PATH = "/v1/projects/{0}/messages:send"


class FcmSender:
    """One Firebase app, made at the first send: the import alone takes over a second."""

    def __init__(self, credentials_file: str, clock: Clock, url: str = "") -> None:
        """`url` stands in for Google's address; `{0}` in it becomes the project."""
        self._credentials_file = credentials_file
        self._clock = clock
        self._url = url
        self._app: App | None = None

    def send(self, address: Mapping[str, object], notice: Notice, lifetime_s: int) -> None:
        """Hands one notice to Google, for the registration token in `address["token"]`."""
        from firebase_admin import exceptions, messaging
        from google.auth.exceptions import GoogleAuthError, TransportError

        try:
            messaging.send(_message(messaging, address, notice, lifetime_s), app=self._firebase())
        except (messaging.UnregisteredError, messaging.SenderIdMismatchError) as error:
            raise Gone(str(error)) from error
        except exceptions.FirebaseError as error:
            raise self._mapped(error) from error
        except TransportError as error:
            raise TryAgain(f"no token from Google: {error}") from error
        except (GoogleAuthError, ValueError) as error:
            raise Refused(str(error)) from error

    def _firebase(self) -> App:
        if self._app is None:
            import firebase_admin
            from firebase_admin import credentials

            name = f"beklijf {self._credentials_file} {self._url}"
            try:
                self._app = firebase_admin.get_app(name)
            except ValueError:
                certificate = credentials.Certificate(self._credentials_file)
                options = {"httpTimeout": TIMEOUT_S}
                self._app = firebase_admin.initialize_app(certificate, options, name)
            _without_own_retries(self._app, self._url)
        return self._app

    def _mapped(self, error: Any) -> TryAgain | Refused:
        response = error.http_response
        if error.code in _PERMANENT:
            return Refused(str(error))
        # Compared with None: a response that reports an error is false by itself.
        headers = response.headers if response is not None else {}
        return TryAgain(str(error), retry_after.seconds(headers, self._clock.now()))


# FCM's documented codes for which the same message will fail again. What is left (quota, internal,
# unavailable, time-outs, lost connections) passes.
_PERMANENT = {
    "INVALID_ARGUMENT",
    "FAILED_PRECONDITION",
    "UNAUTHENTICATED",
    "PERMISSION_DENIED",
    "NOT_FOUND",
    "OUT_OF_RANGE",
}


def _message(messaging: Any, address: Mapping[str, object], notice: Notice, lifetime_s: int) -> Any:
    topic = payload.topic(notice)
    message = messaging.Message(
        data=payload.of_notice(notice),
        notification=messaging.Notification(title=notice.title, body=notice.body),
        android=messaging.AndroidConfig(
            collapse_key=topic,
            ttl=timedelta(seconds=lifetime_s),
            notification=messaging.AndroidNotification(tag=notice.tag),
        ),
        apns=messaging.APNSConfig(headers={"apns-collapse-id": topic}),
        webpush=messaging.WebpushConfig(headers={"TTL": str(lifetime_s), "Topic": topic}),
    )
    # Not through the constructor: it warns at every message that installation ids will replace
    # tokens, and tokens are what phones in use have to give.
    message.token = address.get("token")
    return message


def _without_own_retries(app: App, url: str) -> None:
    """The client sleeps out Retry-After and tries five times, inside our lease.

    Our rows are tried again by the timetable, so one send is one request. The client has no
    option for this, nor for another address than Google's.
    """
    from firebase_admin import messaging
    from requests.adapters import HTTPAdapter

    service = messaging._get_messaging_service(app)
    for prefix in ("http://", "https://", "https://fcm.googleapis.com"):
        service._client.session.mount(prefix, HTTPAdapter(pool_maxsize=16, max_retries=0))
    if url:
        path = "" if urlsplit(url).path.strip("/") else SEND_PATH
        service._fcm_url = (url.rstrip("/") + path).format(app.project_id)
