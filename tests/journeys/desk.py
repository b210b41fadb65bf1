"""The API, asked by somebody of the demo for what a screen needs beforehand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import httpx

from server.demo.cast import PASSWORD


@dataclass
class Desk:
    """Somebody who is signed in; paths are those of the API, without `/api/v1`."""

    url: str
    person: str

    def __post_init__(self) -> None:
        self._headers: dict[str, str] = {}
        asked = {"email": f"{self.person}@demo.example", "password": PASSWORD}
        token = self.send("POST", "/sign-in", asked)["access_token"]
        self._headers = {"Authorization": f"Bearer {token}"}

    def send(self, method: str, path: str, body: object = None) -> Any:
        """The JSON of a request that succeeds."""
        answer = httpx.request(
            method, f"{self.url}/api/v1{path}", json=body, headers=self._headers
        ).raise_for_status()
        return answer.json()

    def speak(self, language: str) -> None:
        """Chooses the language of this person's screens."""
        self.send("PATCH", "/me", {"language": language})

    def first(self, path: str) -> int:
        """The id of the first item of a list."""
        return int(self.send("GET", path)["items"][0]["id"])
