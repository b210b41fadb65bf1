"""The API's own description, at /api/v1/openapi.json and readable at /api/docs."""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, current_app, jsonify
from flask_smorest import Api
from markupsafe import Markup, escape

from server.web.sign_in import EVERYONE, decision, open_to_everyone

API = "beklijf_api"


def describe(api: Api) -> None:
    """Adds what all routes share: the bearer token."""
    api.spec.components.security_scheme("bearer", {"type": "http", "scheme": "bearer"})


def install(app: Flask) -> None:
    """Hangs the two pages."""

    @app.get("/api/v1/openapi.json")
    @open_to_everyone
    def openapi_json() -> Response:
        """The description for machines."""
        return jsonify(specification())

    @app.get("/api/docs")
    @open_to_everyone
    def api_docs() -> Response:
        """The description for people, without scripts."""
        return Response(_page(specification()), mimetype="text/html")


def specification() -> dict[str, Any]:
    """OpenAPI 3.1 of all routes, each with who may enter."""
    api: Api = current_app.extensions["flask-smorest"]["apis"][""]["ext_obj"]
    spec: dict[str, Any] = api.spec.to_dict()
    rules = {
        (_path(rule.rule), method.lower()): rule.endpoint
        for rule in current_app.url_map.iter_rules()
        for method in rule.methods or ()
    }
    for path, operations in spec["paths"].items():
        for method, operation in operations.items():
            endpoint = rules.get((path, method))
            if endpoint is None:
                continue
            allowed = decision(endpoint)
            operation["operationId"] = endpoint.replace(".", "_")
            operation["x-open-to"] = [EVERYONE] if allowed == EVERYONE else list(allowed)
            operation["security"] = [] if allowed == EVERYONE else [{"bearer": []}]
    return spec


def _path(rule: str) -> str:
    return "".join(
        f"{{{part.rpartition(':')[2][:-1].removeprefix('<')}}}" if part.startswith("<") else part
        for part in rule.replace("<", "\x00<").replace(">", ">\x00").split("\x00")
    )


def _page(spec: dict[str, Any]) -> str:
    rows = Markup("").join(
        Markup("<tr><td><code>{} {}</code></td><td>{}</td><td>{}</td></tr>").format(
            method.upper(), path, operation.get("summary", ""), ", ".join(operation["x-open-to"])
        )
        for path, operations in sorted(spec["paths"].items())
        for method, operation in operations.items()
        if isinstance(operation, dict) and "x-open-to" in operation
    )
    return (
        "<!doctype html><html lang='en'><meta charset='utf-8'><title>Beklijf API</title>"
        f"<h1>{escape(spec['info']['title'])} API</h1>"
        "<p>The whole description: <a href='/api/v1/openapi.json'>openapi.json</a>.</p>"
        f"<table><tr><th>Route</th><th>What it does</th><th>Open to</th></tr>{rows}</table></html>"
    )
