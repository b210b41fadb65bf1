"""A browser's push service that checks the signature and decrypts for real (RFC 8291, 8292)."""

from __future__ import annotations

import base64
import json
import secrets
import threading
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any

import http_ece  # type: ignore[import-untyped]  # it ships no types
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from py_vapid import Vapid

from tests.standins.http import Answer, Request, running


@dataclass(frozen=True)
class Received:
    """A message as the browser's service worker would get it."""

    browser: str
    payload: dict[str, str]
    headers: Mapping[str, str]


@dataclass
class WebPush:
    """The service and its browsers; `answers` replaces the answer for a browser, for good."""

    url: str = ""
    received: list[Received] = field(default_factory=list)
    answers: dict[str, Answer] = field(default_factory=dict)
    _keys: dict[str, tuple[ec.EllipticCurvePrivateKey, bytes]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def subscription(self, browser: str) -> dict[str, Any]:
        """A new `PushSubscription` of that browser, in JSON form."""
        key, auth = ec.generate_private_key(ec.SECP256R1()), secrets.token_bytes(16)
        self._keys[browser] = key, auth
        point = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return {
            "endpoint": f"{self.url}/push/{browser}",
            "expirationTime": None,
            "keys": {"p256dh": _base64url(point), "auth": _base64url(auth)},
        }

    def answer(self, request: Request) -> Answer:
        browser = request.path.rpartition("/")[2]
        if (trouble := self.answers.get(browser)) is not None:
            return trouble
        key, auth = self._keys[browser]
        assert Vapid.verify(request.headers["authorization"])
        assert request.headers["content-encoding"] == "aes128gcm"
        clear = http_ece.decrypt(request.body, private_key=key, auth_secret=auth)
        with self._lock:
            self.received.append(Received(browser, json.loads(clear), request.headers))
        return Answer(201, headers={"Location": f"{self.url}/message/{len(self.received)}"})


def web_push() -> AbstractContextManager[WebPush]:
    """Runs the stand-in."""
    return running(WebPush())


def claims_of(headers: Mapping[str, str]) -> dict[str, Any]:
    """What the sender swears in its VAPID token."""
    token = headers["authorization"].split("t=")[1].split(",")[0]
    middle = token.split(".")[1]
    claims: dict[str, Any] = json.loads(base64.urlsafe_b64decode(middle + "=" * (-len(middle) % 4)))
    return claims


def _base64url(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")
