"""Firebase Cloud Messaging as Google documents it: the token endpoint, and `messages:send`."""

from __future__ import annotations

import json
import threading
from collections import Counter
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.standins.http import Answer, Request, running

PROJECT = "beklijf-test"
ACCESS_TOKEN = "pretended-access-token"

# Status, canonical code and FCM's own code of the documented errors.
ERRORS = {
    "UNREGISTERED": (404, "NOT_FOUND", "UNREGISTERED"),
    "SENDER_ID_MISMATCH": (403, "PERMISSION_DENIED", "SENDER_ID_MISMATCH"),
    "INVALID_ARGUMENT": (400, "INVALID_ARGUMENT", "INVALID_ARGUMENT"),
    "NO_TOKEN": (400, "INVALID_ARGUMENT", "INVALID_ARGUMENT"),
    "QUOTA_EXCEEDED": (429, "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED"),
    "UNAVAILABLE": (503, "UNAVAILABLE", "UNAVAILABLE"),
    "INTERNAL": (500, "INTERNAL", "INTERNAL"),
    "THIRD_PARTY_AUTH_ERROR": (401, "UNAUTHENTICATED", "THIRD_PARTY_AUTH_ERROR"),
}
# Where nothing else tells one error from another of the same code.
WORDS = {"NO_TOKEN": "The registration token is not a valid FCM registration token"}


def error(name: str, retry_after: str | None = None) -> Answer:
    """One of `ERRORS` as FCM words it."""
    status, canonical, code = ERRORS[name]
    detail = {"@type": "type.googleapis.com/google.firebase.fcm.v1.FcmError", "errorCode": code}
    document = {
        "error": {
            "code": status,
            "message": WORDS.get(name, name),
            "status": canonical,
            "details": [detail],
        }
    }
    headers = {"Content-Type": "application/json"}
    if retry_after is not None:
        headers["Retry-After"] = retry_after
    return Answer(status, json.dumps(document).encode(), headers)


@dataclass
class Fcm:
    """What phones would have shown; `answers` replaces the answer for a token, for good."""

    url: str = ""
    messages: list[dict[str, Any]] = field(default_factory=list)
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    signed_in: int = 0
    # What is said instead of a token, by status and Google's word for it.
    no_tokens: tuple[int, str] | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, request: Request) -> Answer:
        if request.path == "/token":
            with self._lock:
                self.signed_in += 1
            if self.no_tokens is not None:
                status, word = self.no_tokens
                return Answer(status, json.dumps({"error": word}).encode())
            return _json({"access_token": ACCESS_TOKEN, "expires_in": 3600, "token_type": "Bearer"})
        assert request.path == f"/v1/projects/{PROJECT}/messages:send", request.path
        assert request.headers["authorization"] == f"Bearer {ACCESS_TOKEN}"
        message = json.loads(request.body)["message"]
        with self._lock:
            self.asked[message["token"]] += 1
            if (trouble := self.answers.get(message["token"])) is not None:
                return trouble
            self.messages.append(message)
        return _json({"name": f"projects/{PROJECT}/messages/{len(self.messages)}"})

    def credentials(self, folder: Path) -> str:
        """A service account file whose tokens come from here."""
        file = folder / "service-account.json"
        file.write_text(
            json.dumps(
                {
                    "type": "service_account",
                    "project_id": PROJECT,
                    "private_key_id": "1",
                    "private_key": _private_key(),
                    "client_email": f"beklijf@{PROJECT}.example",
                    "client_id": "1",
                    "token_uri": f"{self.url}/token",
                }
            )
        )
        return str(file)


def fcm() -> AbstractContextManager[Fcm]:
    """Runs the stand-in."""
    return running(Fcm())


@cache
def _private_key() -> str:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    ).decode()


def _json(document: dict[str, Any]) -> Answer:
    return Answer(200, json.dumps(document).encode(), {"Content-Type": "application/json"})
