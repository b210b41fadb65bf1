"""Holds answers against the API's own description."""

from __future__ import annotations

from typing import Any

from jsonschema import (  # type: ignore[import-untyped]  # comes with the validator of OpenAPI, without types
    Draft202012Validator,
    FormatChecker,
)

from tests.support.phone import Phone


class Description:
    """The description that the server gives of itself."""

    def __init__(self, phone: Phone) -> None:
        self.spec: dict[str, Any] = phone.get("/openapi.json")

    def faults(self, method: str, path: str, status: int, answer: object) -> list[str]:
        """What in the answer does not fit, as far as described; strict about unknown names."""
        responses = self.spec["paths"]["/api/v1" + path][method.lower()]["responses"]
        schema = responses[str(status)]["content"]["application/json"]["schema"]
        whole = {**schema, "components": self.spec["components"]}
        checker = Draft202012Validator(whole, format_checker=FormatChecker())
        return [f"{error.json_path}: {error.message}" for error in checker.iter_errors(answer)]

    def names(self, schema: str) -> set[str]:
        """The members that a schema describes."""
        return set(self.spec["components"]["schemas"][schema]["properties"])
