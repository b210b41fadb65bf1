"""Web Push: the browser's own push service, encrypted for that one browser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import requests

from server.adapters.channels import lost_answers, payload, public_only, side_by_side
from server.adapters.channels.web_push import errors
from server.adapters.channels.web_push.address import may_be, service_of
from server.ports import Clock, Gone, Notice, Outcomes, Push

if TYPE_CHECKING:
    from py_vapid import Vapid

TIMEOUT_S = (5, 10)
ENCODING = "aes128gcm"


class WebPushSender:
    """Posts to the address each browser gave, signed with our VAPID key."""

    def __init__(
        self, key: Vapid, contact: str, clock: Clock, *, allow_loopback: bool = False
    ) -> None:
        """`contact` is a `mailto:` or `https:` address at which a push service can reach us."""
        self._key = key
        self._contact = contact
        self._clock = clock
        self._loopback = allow_loopback
        self._session = public_only.session(allow_loopback=allow_loopback)

    def place(self, address: Mapping[str, object]) -> str | None:
        """The endpoint, one for each browser and site."""
        endpoint = address.get("endpoint")
        if isinstance(endpoint, str) and may_be(endpoint, loopback=self._loopback):
            return endpoint
        return None

    def service(self, address: Mapping[str, object]) -> str:
        """The push service of the browser's maker."""
        return service_of(self.place(address) or "")

    def send_many(self, pushes: Sequence[Push]) -> Outcomes:
        """Hands each notice to the push service of its browser, several at once."""
        return side_by_side.sent(
            lambda push: self.send(push.address, push.notice, push.lifetime_s), pushes
        )

    def send(self, address: Mapping[str, object], notice: Notice, lifetime_s: int) -> None:
        """Hands one notice to the push service of a `PushSubscription` in its JSON form."""
        endpoint = self.place(address)
        if endpoint is None:
            raise Gone("not an address to push to")
        body = _encrypted(address, payload.as_bytes(notice))
        headers = {
            **self._signature(endpoint),
            "Content-Encoding": ENCODING,
            "Content-Type": "application/octet-stream",
            "TTL": str(lifetime_s),
            "Topic": payload.topic(notice),
            "Urgency": "normal",
        }
        try:
            # Streamed and closed unread: the answer comes from a place that a client chose.
            with self._session.post(
                endpoint,
                body,
                headers=headers,
                timeout=TIMEOUT_S,
                stream=True,
                allow_redirects=False,
            ) as response:
                trouble = errors.of_response(response, self._clock.now())
        except (
            requests.exceptions.InvalidURL,
            requests.exceptions.InvalidSchema,
            requests.exceptions.MissingSchema,
        ) as error:
            raise Gone("not an address to push to") from error
        except requests.exceptions.RequestException as error:
            raise lost_answers.of_request(error) from None
        if trouble is not None:
            raise trouble

    def _signature(self, endpoint: str) -> dict[str, str]:
        from py_vapid import VapidException

        parts = urlsplit(endpoint)
        claims = {"aud": f"{parts.scheme}://{parts.netloc}", "sub": self._contact}
        try:
            headers: dict[str, str] = self._key.sign(claims)
        except VapidException as error:
            raise Gone(f"not an address to push to: {error}") from error
        return headers


def _encrypted(subscription: Mapping[str, object], data: bytes) -> bytes:
    from http_ece import ECEException  # type: ignore[import-untyped]  # it ships no types
    from pywebpush import WebPusher, WebPushException

    try:
        body: bytes = WebPusher(subscription).encode(data, ENCODING)["body"]
    except (WebPushException, ECEException, ValueError, TypeError, AttributeError) as error:
        raise Gone(f"not a usable subscription: {error}") from error
    return body
