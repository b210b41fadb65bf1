"""Somebody's phone: a test client that is signed in and reads JSON."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

API = "/api/v1"


@dataclass
class Phone:
    """`settle` ends what the test itself has open in the database, before each request.

    Paths are those of the API, without `/api/v1`.
    """

    app: Flask
    settle: Callable[[], None]
    token: str | None = None
    headers: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, path: str, **more: Any) -> TestResponse:
        """Any request, as it comes back."""
        self.settle()
        return self._client().open(API + path, method=method, headers=self._headers(), **more)

    def get(self, path: str, **query: str) -> Any:
        """The JSON of a request that succeeds."""
        return ok(self.ask("GET", path, query_string=query))

    def post(self, path: str, body: object) -> Any:
        """The JSON of a request that succeeds."""
        return ok(self.ask("POST", path, json=body))

    def patch(self, path: str, body: object) -> Any:
        """The JSON of a request that succeeds."""
        return ok(self.ask("PATCH", path, json=body))

    def _client(self) -> FlaskClient:
        return self.app.test_client()

    def _headers(self) -> dict[str, str]:
        return {**self.headers, **({"Authorization": f"Bearer {self.token}"} if self.token else {})}


def ok(response: TestResponse) -> Any:
    """The JSON of an answer that has to be a success."""
    assert response.status_code < 400, response.get_data(as_text=True)
    return response.json


def refused(response: TestResponse, status: int) -> Any:
    """The problem document of an answer that has to be that error."""
    assert response.status_code == status, response.get_data(as_text=True)
    assert response.content_type == "application/problem+json"
    problem = response.json
    assert problem is not None
    assert problem["status"] == status
    return problem


def places(problem: Any) -> list[str]:
    """Where a problem document says that something is wrong."""
    return [error["where"] for error in problem["errors"]]
