"""Which rows of a file are new to a set, which change a card of it, and which change nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from content.card import to_json
from content.exchange.reading import Draft, Problem
from server.store.card_sets import Card, CardVariant
from server.teaching.card_keys import identity, is_made, made_key

CREATED, UPDATED, UNCHANGED = "created", "updated", "unchanged"


@dataclass(slots=True)
class Line:
    """One row and what it does: `target` is the card or variant that it meets in the set.

    `original` is the card of the set that a variant is another wording of; None while that card
    is only in the file. `before` is the wording that the row replaces, None where there was none
    to be seen.
    """

    draft: Draft
    face: dict[str, Any]
    key: str
    status: str
    target: Card | CardVariant | None = None
    original: Card | None = None
    before: dict[str, Any] | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        if self.target is not None and self.target.deleted_at is None:
            self.before = self.target.face


@dataclass(slots=True)
class Matched:
    """Lines in the order of the file, and rows that cannot come in."""

    lines: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def count(self, status: str) -> int:
        """How many lines have this status."""
        return sum(line.status == status for line in self.lines)


def match(
    drafts: Sequence[Draft], existing: Iterable[Card], *, with_media: bool = False
) -> Matched:
    """Lays the drafts beside the set's cards, deleted ones too, without changing anything.

    Where the file could not have media, cards keep those they have: `with_media` says it could.
    """
    named = {draft.key for draft in drafts if draft.key}
    matcher = _Matcher(list(existing), named, with_media=with_media)
    # Originals first: a file may list a variant above its card.
    for draft in sorted(drafts, key=lambda draft: draft.variant_of is not None):
        matcher.take(draft)
    matcher.found.lines.sort(key=lambda line: line.draft.row)
    return matcher.found


class _Matcher:
    def __init__(self, cards: list[Card], named: set[str], *, with_media: bool) -> None:
        self.with_media = with_media
        self.found = Matched()
        self.named = named
        self.cards = {card.key: card for card in cards}
        self.variants = {
            variant.key: variant for card in cards if not card.deleted_at
            for variant in card.variants if not variant.deleted_at
        }  # fmt: skip
        # Live cards last, so that they are found before deleted ones of the same text.
        by_life = sorted(cards, key=lambda card: card.deleted_at is None)
        self.by_text = {self._identity(card.face): card for card in by_life}
        self.lines: dict[str, Line] = {}
        self.met: set[int] = set()
        self.seen: set[tuple[object, str]] = set()

    def take(self, draft: Draft) -> None:
        face = to_json(draft.face)
        if draft.variant_of is not None:
            self._take_variant(draft, face, draft.variant_of)
        elif draft.key and draft.key in self.variants:
            self._refuse("key-of-variant", draft, draft.key)
        elif self._repeated(None, draft, face):
            self.found.lines.append(Line(draft, face, "", UNCHANGED))
        else:
            card = self._card_for(draft, face)
            face = self._with_kept_media(face, card)
            key = draft.key or (card.key if card else made_key(face, self._taken()))
            line = Line(draft, face, key, _card_status(draft, face, key, card), card)
            self.lines[key] = line
            self.met |= {card.id} if card else set()
            self.found.lines.append(line)

    def _take_variant(self, draft: Draft, face: dict[str, Any], original_key: str) -> None:
        if original_key not in self.lines and not self._live(original_key):
            self._refuse("unknown-original", draft, original_key)
            return
        original = self._original(original_key)
        if draft.key and self._used_elsewhere(draft.key, original):
            self._refuse("key-taken", draft, draft.key)
            return
        if self._repeated(original_key, draft, face):
            self.found.lines.append(Line(draft, face, "", UNCHANGED))
            return
        siblings = original.variants if original else []
        variant = self._variant_for(draft, face, siblings)
        face = self._with_kept_media(face, variant)
        taken = {sibling.key for sibling in siblings} | self.named
        key = draft.key or (variant.key if variant else made_key(face, taken))
        status = _status(variant, same=variant is not None and variant.face == face)
        self.found.lines.append(Line(draft, face, key, status, variant, original))

    def _original(self, key: str) -> Card | None:
        """The card of the set behind a key of the file or of the set."""
        line = self.lines.get(key)
        if line is None:
            return self._live(key)
        return line.target if isinstance(line.target, Card) else None

    def _card_for(self, draft: Draft, face: dict[str, Any]) -> Card | None:
        """By key; without one, or with one new to a card that had none, by text."""
        if draft.key and draft.key in self.cards:
            return self.cards[draft.key]
        alike = self.by_text.get(self._identity(face)) if self.by_text else None
        if alike is None or alike.id in self.met or alike.key in self.named:
            return None
        return alike if not draft.key or is_made(alike.key) else None

    def _variant_for(
        self, draft: Draft, face: dict[str, Any], siblings: Iterable[CardVariant]
    ) -> CardVariant | None:
        if draft.key:
            return next((one for one in siblings if one.key == draft.key), None)
        asked = self._identity(face)
        return next((one for one in siblings if self._identity(one.face) == asked), None)

    def _identity(self, face: dict[str, Any]) -> str:
        return identity(face if self.with_media else _without_media(face))

    def _with_kept_media(
        self, face: dict[str, Any], target: Card | CardVariant | None
    ) -> dict[str, Any]:
        kept = target and target.face.get("media")
        return face if self.with_media or not kept else {**face, "media": kept}

    def _repeated(self, place: object, draft: Draft, face: dict[str, Any]) -> bool:
        """Whether a row without a key says what an earlier one without a key said."""
        if draft.key:
            return False
        mark = (place, identity(face))
        repeated = mark in self.seen
        self.seen.add(mark)
        return repeated

    def _live(self, key: str) -> Card | None:
        card = self.cards.get(key)
        return card if card and not card.deleted_at else None

    def _used_elsewhere(self, key: str, original: Card | None) -> bool:
        if self._live(key):
            return True
        variant = self.variants.get(key)
        return variant is not None and (original is None or variant.card_id != original.id)

    def _taken(self) -> set[str]:
        return self.cards.keys() | self.variants.keys() | self.named | self.lines.keys()

    def _refuse(self, code: str, draft: Draft, key: str) -> None:
        self.found.problems.append(Problem(code, draft.row, values={"key": key}))


def _card_status(draft: Draft, face: dict[str, Any], key: str, card: Card | None) -> str:
    if card is None:
        return CREATED
    told = (face, draft.topic, list(draft.tags), key, draft.valid_until or card.valid_until)
    known = (card.face, card.topic, card.tags, card.key, card.valid_until)
    return _status(card, same=told == known)


def _status(target: Card | CardVariant | None, *, same: bool) -> str:
    if target is None or target.deleted_at is not None:
        return CREATED
    return UNCHANGED if same else UPDATED


def _without_media(face: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in face.items() if name != "media"}
