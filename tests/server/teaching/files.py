"""Set files as Daan makes them, and their import."""

from __future__ import annotations

from content.exchange.read import read_any
from server.store import card_sets
from server.store.card_sets import Card, CardSet
from server.teaching.import_set import Report, import_set
from tests.server.firm import NOW, Firm


def imported(
    firm: Firm, card_set: CardSet, text: str, *, partial: bool = False, dry_run: bool = False
) -> Report:
    """What became of a file with these lines."""
    known = card_sets.live_keys(firm.db, card_set.id)
    reading = read_any("set.csv", text.encode(), language="nl", known_keys=known)
    report = import_set(firm.db, card_set.id, reading, NOW, partial=partial, dry_run=dry_run)
    firm.db.flush()
    firm.db.expire_all()
    return report


def counts(report: Report) -> tuple[int, int, int, int]:
    return report.created, report.updated, report.unchanged, report.skipped


def cards(firm: Firm, card_set: CardSet) -> list[Card]:
    return card_sets.cards(firm.db, card_set.id)


def prompts(firm: Firm, card_set: CardSet) -> list[str]:
    return [card.face["prompt"] for card in cards(firm, card_set)]
