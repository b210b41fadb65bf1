"""Sets on their way out, and what comes back in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

from content.card import Language
from content.exchange.outgoing import Outgoing, PastRelease
from content.exchange.read import read_any
from content.exchange.reading import Draft
from content.exchange.write import FORMATS

NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)


def outgoing(
    drafts: Iterable[Draft],
    *,
    media: Mapping[str, bytes] | None = None,
    releases: Sequence[PastRelease] = (),
    labels: Language = "nl",
    title: str = "Phishing",
) -> Outgoing:
    """These cards as a Dutch set."""
    return Outgoing(title, "nl", drafts, (media or {}).get, releases, labels, NOW)


def written(kind: str, given: Outgoing) -> bytes:
    """The file."""
    out = BytesIO()
    FORMATS[kind].write(given, out)
    return out.getvalue()


def come_back(kind: str, drafts: Sequence[Draft], labels: Language = "nl") -> list[Draft]:
    """The same cards after a way out and in, without a single problem or note."""
    data = written(kind, outgoing(drafts, labels=labels))
    reading = read_any(f"set.{kind}", data, language="en")
    assert reading.problems == ()
    assert reading.notes == ()
    return numberless(reading.drafts)


def numberless(drafts: Iterable[Draft]) -> list[Draft]:
    """Without their places in a file; a variant has topic and tags of its card, not its own."""
    return [
        replace(one, row=0, topic="", tags=()) if one.variant_of else replace(one, row=0)
        for one in drafts
    ]
