"""Daan at his editor."""

from __future__ import annotations

from typing import Any

from werkzeug.test import TestResponse

from tests.support.phone import Phone, ok

FACE = {
    "kind": "recall", "language": "nl", "prompt": "Wie bel je?", "answer": "De helpdesk",
    "explanation": "", "source": "",
}  # fmt: skip


def a_set(phone: Phone) -> str:
    """The path of the cards of a new set."""
    made = phone.post("/card-sets", {"title": "Phishing", "language": "nl"})
    return f"/card-sets/{made['id']}/cards"


def asking(prompt: str, **more: Any) -> dict[str, Any]:
    """A face with that prompt."""
    return {**FACE, "prompt": prompt, **more}


def new(phone: Phone, cards: str, prompt: str = "Wie bel je?", **more: Any) -> Any:
    """A card that was just written."""
    return phone.post(cards, {"face": asking(prompt), **more})


def put(phone: Phone, path: str, body: object) -> TestResponse:
    """The answer to a change."""
    return phone.ask("PUT", path, json=body)


def change(phone: Phone, cards: str, card: Any, prompt: str, **more: Any) -> Any:
    """The card with another prompt."""
    body = {"face": asking(prompt), "version": card["version"], **more}
    return ok(put(phone, f"{cards}/{card['id']}", body))


def prompts(phone: Phone, cards: str, **query: str) -> list[str]:
    """What the set asks, in order."""
    return [card["face"]["prompt"] for card in phone.get(cards, **query)["items"]]
