"""The routes of the app, and how a walk over all of them fills their addresses and bodies."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from flask import Flask
from werkzeug.routing import Rule

from server.web.sign_in import EVERYONE, decision
from tests.support.faces import FACES

API = "/api/v1"

# What a route needs in its body before it looks at the id in its address. A route that answers
# 422 to an empty one has to be added here, or the walk fails on it.
BODIES: Mapping[str, Callable[[], dict[str, Any]]] = {
    "campaigns.enrol_people": lambda: {"json": {"people": [{"email": "x@elders.example"}]}},
    "care.flag": lambda: {"json": {"reason": "wrong"}},
    "care.suggest": lambda: {"json": {"note": "Anders"}},
    "card_edits.bulk": lambda: {"json": {"card_ids": [1], "topic": "Van mij"}},
    "card_edits.change": lambda: {"json": {"face": FACES["recall"], "version": 1}},
    "card_edits.make": lambda: {"json": {"face": FACES["recall"]}},
    "card_edits.move": lambda: {"json": {"card_ids": [1], "after": None}},
    "card_variants.add": lambda: {"json": {"face": FACES["recall"]}},
    "card_variants.change": lambda: {"json": {"face": FACES["recall"], "version": 1}},
    "card_sets.change": lambda: {"json": {"title": "Van mij"}},
    "card_sets.limit": lambda: {"json": {"card_ids": [1], "valid_until": None}},
    "drafts.suggest": lambda: {"data": {"file": (BytesIO(b"%PDF-"), "les.pdf")}},
    "inbox.decline": lambda: {"json": {"reason": "Nee"}},
    "lint.dismiss": lambda: {"json": {"card_id": 1, "code": "no-source"}},
    "lint.look_at": lambda: {"json": {"face": FACES["recall"]}},
    "releases.approve": lambda: {"json": {"text_hash": "x"}},
    "releases.choose": lambda: {"json": {"effects": {"1": "kept"}}},
    "releases.send_back": lambda: {"json": {"text_hash": "x", "remark": "Nee"}},
    "console_search.answer": lambda: {"json": {"text": "Van mij"}},
    "imports.import_file": lambda: {
        "data": {"file": (BytesIO(b"vraag;antwoord\nWie?;Ik\n"), "set.csv")}
    },
}
# What a look needs in its query.
PLAN = {
    "cards": 30, "starts_on": "2026-03-02", "days": 90, "cards_per_day": 10, "desired_recall": 0.9,
}  # fmt: skip
QUERIES: Mapping[str, dict[str, Any]] = {
    "campaigns.room": {"query_string": PLAN},
    "campaign_cost.show": {"query_string": PLAN},
    "insight.show_scores": {"query_string": {"campaign_id": 1}},
    "campaigns.reach": {
        "query_string": {"starts_on": "2026-03-02", "on": "2026-05-01", "desired_recall": 0.9},
    },
}


@dataclass(frozen=True)
class Route:
    """One method of one address."""

    method: str
    rule: Rule
    open_to: Any

    def __str__(self) -> str:
        return f"{self.method} {self.rule.rule}"

    @property
    def ids(self) -> set[str]:
        """The names of what stands in the address."""
        return set(self.rule.arguments)

    def path(self, values: Mapping[str, object]) -> str:
        """The address without `/api/v1`. Raises `KeyError` for an id that is not at hand."""
        built = self.rule.build({name: values[name] for name in self.ids})
        assert built is not None
        return built[1].removeprefix(API)

    def body(self) -> dict[str, Any]:
        """What to send along."""
        if self.method in {"GET", "DELETE"}:
            return QUERIES.get(str(self.rule.endpoint), {})
        made = BODIES.get(str(self.rule.endpoint))
        return made() if made else {"json": {}}


def routes(app: Flask) -> list[Route]:
    """All of them, of the API and beside it."""
    with app.app_context():
        return [
            Route(method, rule, decision(rule.endpoint))
            for rule in app.url_map.iter_rules()
            for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
        ]


def guarded(app: Flask) -> list[Route]:
    """Those for which one has to sign in."""
    return [route for route in routes(app) if route.open_to != EVERYONE]
