"""Push through Firebase Cloud Messaging, with Google's own client."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from server.adapters.channels import payload, said_by, side_by_side
from server.adapters.channels.fcm import errors
from server.config import BadSettings
from server.ports import Clock, Outcomes, Push, Refused

if TYPE_CHECKING:
    from firebase_admin import App

TIMEOUT_S = 10
# For the threads of four batches: those beyond would open a line for each message.
CONNECTIONS = 4 * side_by_side.AT_ONCE
SEND_PATH = "/v1/projects/{0}/messages:send"


class FcmSender:
    """One Firebase app, made at the first send: the import alone takes over a second."""

    def __init__(self, credentials_file: str, clock: Clock, url: str = "") -> None:
        """`url` stands in for Google's address; `{0}` in it becomes the project.

        Raises `BadSettings` where the file is no service account's.
        """
        _check(credentials_file)
        self._credentials_file = credentials_file
        self._clock = clock
        self._url = url
        self._app: App | None = None
        self._lock = threading.Lock()

    def place(self, address: Mapping[str, object]) -> str | None:
        """The registration token."""
        token = address.get("token")
        return token if isinstance(token, str) else None

    def service(self, _: Mapping[str, object]) -> str:
        """One for all."""
        return ""

    def send_many(self, pushes: Sequence[Push]) -> Outcomes:
        """Hands each notice to Google, for the registration token in its `address["token"]`.

        Not by the client's `send_each`: it also makes a request and a thread for each message, but
        tells of none before the slowest has its answer.
        """
        from google.auth.exceptions import GoogleAuthError

        try:
            app = self.signed_in()
        except (GoogleAuthError, ValueError, OSError) as error:
            fault = errors.of_sign_in(error)
        else:
            yield from side_by_side.sent(partial(self._send, app), pushes)
            return
        yield dict.fromkeys(range(len(pushes)), fault)

    def _send(self, app: App, push: Push) -> None:
        from firebase_admin import exceptions, messaging
        from google.auth.exceptions import GoogleAuthError

        try:
            messaging.send(message_of(push), app=app)
        except exceptions.FirebaseError as error:
            raise errors.of_firebase(error, self._clock.now()) from error
        except GoogleAuthError as error:
            raise errors.of_sign_in(error) from error
        except ValueError as error:
            raise Refused(said_by.provider(str(error))) from error

    def signed_in(self) -> App:
        """The app, with Google's token at hand: the threads of a batch would each fetch their own.

        A token that cannot be had is then no message's fault.
        """
        from google.auth.transport.requests import Request

        with self._lock:
            app = self._firebase()
            credential = app.credential.get_credential()
            if not credential.valid:
                credential.refresh(partial(Request(), timeout=TIMEOUT_S))
        return app

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
            without_own_retries(self._app, self._url)
            _look_round_once(self._app)
        return self._app


def _check(credentials_file: str) -> None:
    try:
        found = json.loads(Path(credentials_file).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadSettings(f"BEKLIJF_FCM_CREDENTIALS cannot be read: {error}") from error
    if not isinstance(found, dict) or found.get("type") != "service_account":
        raise BadSettings("BEKLIJF_FCM_CREDENTIALS must be the file of a service account's key")


def _token(push: Push) -> object:
    return push.address.get("token")


def message_of(push: Push) -> Any:
    """The notice as the client takes it."""
    from firebase_admin import messaging

    notice, lifetime_s = push.notice, push.lifetime_s
    topic = payload.topic(notice)
    message = messaging.Message(
        data=payload.as_texts(notice),
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
    message.token = _token(push)
    return message


def without_own_retries(app: App, url: str) -> None:
    """The client sleeps out Retry-After and tries five times, inside our lease.

    Our rows are tried again by the timetable, so one send is one request. The client has no
    option for this, nor for another address than Google's.
    """
    from firebase_admin import messaging
    from requests.adapters import HTTPAdapter

    service = messaging._get_messaging_service(app)
    for prefix in ("http://", "https://", "https://fcm.googleapis.com"):
        service._client.session.mount(prefix, HTTPAdapter(pool_maxsize=CONNECTIONS, max_retries=0))
    if url:
        path = "" if urlsplit(url).path.strip("/") else SEND_PATH
        service._fcm_url = (url.rstrip("/") + path).format(app.project_id)


def _look_round_once(app: App) -> None:
    """What the environment says of proxies and certificates holds for all messages.

    The client asks it anew for each, and looks for a file of passwords: a tenth of its time.
    """
    from firebase_admin import messaging

    service = messaging._get_messaging_service(app)
    session = service._client.session
    url = service._fcm_url
    found = session.merge_environment_settings(url, {}, None, None, None)
    session.proxies, session.verify = found["proxies"], found["verify"]
    session.trust_env = False
