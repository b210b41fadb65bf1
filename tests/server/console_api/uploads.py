"""Daan's files, sent as a browser sends them."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from tests.support.phone import Phone, ok

FILE = (
    "sleutel;vraag;antwoord;uitleg;onderwerp;variant_van\n"
    "a;Wie bel je?;De helpdesk;Dag en nacht;Melden;\n"
    "a2;Wie helpt je?;De helpdesk;;;a\n"
    "b;Wanneer?;Meteen;;Melden;\n"
)


def upload(
    phone: Phone, card_set_id: int, text: str = FILE, name: str = "set.csv", **how: str
) -> Any:
    """The response to an upload."""
    form = {"file": (BytesIO(text.encode()), name)}
    path = f"/card-sets/{card_set_id}/imports"
    return phone.ask("POST", path, data=form, query_string=how)


def filled_set(phone: Phone, title: str = "Phishing") -> int:
    """The id of a new set with two cards, one of them with a variant."""
    made = phone.post("/card-sets", {"title": title, "language": "nl"})
    ok(upload(phone, made["id"]))
    return int(made["id"])


def released_set(phone: Phone, title: str = "Phishing") -> int:
    """The same, released."""
    card_set_id = filled_set(phone, title)
    phone.post(f"/card-sets/{card_set_id}/releases", {})
    return card_set_id


def campaign_of(*card_set_ids: int, **more: Any) -> dict[str, Any]:
    """What the console sends for a new campaign."""
    return {
        "title": "Phishing, 90 dagen",
        "course_event": {"title": "Phishing herkennen", "held_on": "2026-11-18"},
        "card_set_ids": list(card_set_ids),
        "starts_on": "2026-11-18",
        **more,
    }
