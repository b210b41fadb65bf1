"""How a set stands: what to look at in its cards, and which languages they lack."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import orjson
from sqlalchemy.orm import Session

from content.card import LANGUAGES, Language, from_json
from content.lint.finding import SEVERITIES, Context, Finding
from content.lint.rules import findings
from content.lint.untranslated import expected, untranslated
from server.store import card_sets, dismissals
from server.store.card_sets import Card
from server.store.dismissals import Dismissal
from server.teaching import resembling_cards
from server.teaching.difference import faces_of
from server.teaching.sets import the_set

_BESIDE_TEXT = frozenset({"variant_id", "credits"})


@dataclass(frozen=True, slots=True)
class CardFinding:
    """A finding about one wording of a card; `variant_id` is None for the card's own."""

    card: Card
    variant_id: int | None
    finding: Finding
    wording: str
    prompt: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """How many cards have a language."""

    language: Language
    cards: int
    missing: int


@dataclass(frozen=True, slots=True)
class Health:
    """`found` has the gravest first, each severity in the order of the set."""

    cards: int
    found: list[CardFinding]
    dismissed: list[tuple[CardFinding, Dismissal]]
    languages: list[Spoken]

    @property
    def by_severity(self) -> dict[str, int]:
        """Open findings by severity, all three of them."""
        counted = Counter(one.finding.severity for one in self.found)
        return {severity: counted[severity] for severity in SEVERITIES}

    @property
    def by_code(self) -> dict[str, int]:
        """Open findings by code, the most first."""
        return dict(Counter(one.finding.code for one in self.found).most_common())


def health(db: Session, card_set_id: int) -> Health:
    """Everything there is to look at in a set. Raises `NotThere`."""
    the_set(db, card_set_id)
    cards = card_sets.cards(db, card_set_id)
    spoken = [frozenset(face["language"] for face in faces_of(card)) for card in cards]
    found = _found(db, card_set_id, cards, expected(spoken))
    found.sort(key=lambda one: SEVERITIES.index(one.finding.severity))
    meant = {
        (one.card_id, one.code, one.wording): one for one in dismissals.of_set(db, card_set_id)
    }
    by_key = [((one.card.id, one.finding.code, one.wording), one) for one in found]
    return Health(
        cards=len(cards),
        found=[one for key, one in by_key if key not in meant],
        dismissed=[(one, meant[key]) for key, one in by_key if key in meant],
        languages=_languages(spoken),
    )


def wording(face: Mapping[str, Any]) -> str:
    """A digest of a face, to know a text again; who is thanked for it is no part of the text."""
    told = {name: value for name, value in face.items() if name not in _BESIDE_TEXT}
    return sha256(orjson.dumps(told, option=orjson.OPT_SORT_KEYS)).hexdigest()[:32]


def _found(
    db: Session, card_set_id: int, cards: Sequence[Card], asked: Sequence[Language]
) -> list[CardFinding]:
    alike = resembling_cards.of_set(db, card_set_id, cards)
    found: list[CardFinding] = []
    for card in cards:
        faces = faces_of(card)
        about_all = list(untranslated({face["language"] for face in faces}, asked))
        if card.id in alike:
            about_all.append(resembling_cards.finding(alike[card.id]))
        found += _of_card(card, faces, about_all)
    return found


def _of_card(
    card: Card, faces: Sequence[Mapping[str, Any]], about_all: Sequence[Finding]
) -> Iterator[CardFinding]:
    own = from_json(faces[0])
    for face in faces:
        variant_id = face["variant_id"]
        if variant_id is None:
            mine = [*findings(own), *about_all]
        else:
            mine = list(findings(from_json(face), Context(own)))
        digest = wording(face) if mine else ""
        for one in mine:
            yield CardFinding(card, variant_id, one, digest, face["prompt"])


def _languages(spoken: Sequence[frozenset[Language]]) -> list[Spoken]:
    counted = Counter(language for languages in spoken for language in languages)
    return [
        Spoken(one, counted[one], len(spoken) - counted[one]) for one in LANGUAGES if counted[one]
    ]
