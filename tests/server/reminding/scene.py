"""Fatima of the windmill firm, with cards waiting and a phone in her pocket."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from server.config import Settings
from server.store.campaigns import Campaign
from server.store.card_memory import CardMemory
from server.store.devices import Device
from server.store.people import Person
from server.store.releases import Release, ReleasedCard
from server.store.reviews import Review
from tests.server.firm import Firm

# A Wednesday, an hour before Fatima's learning window opens at 09:00 in Amsterdam (UTC+1).
MORNING = datetime(2026, 11, 18, 7, 0, tzinfo=UTC)
NINE = MORNING + timedelta(hours=1)
TODAY = date(2026, 11, 18)
_IDS = UUID("8f0e9c40-0000-4000-8000-000000000000")

SETTINGS = Settings(
    data_dir=Path("unused"),
    database_url="unused",
    secret_key="a key for tests",
    base_url="https://practice.example",
)


def learner(firm: Firm, name: str, *, campaign: Campaign | None = None, **more: Any) -> Person:
    """Someone who can sign in and takes part."""
    person = firm.person(name, **{"password_hash": "kept", **more})
    if campaign is not None:
        firm.enrol(campaign, person)
    return person


def campaign_with_cards(firm: Firm, *prompts: str, **more: Any) -> Campaign:
    """A running campaign on a released set of these cards."""
    card_set = firm.card_set()
    cards = [firm.card(card_set, prompt) for prompt in prompts]
    release = firm.add(
        Release(
            card_set_id=card_set.id, number=1, note="", released_by_id=firm.daan.id,
            released_at=MORNING, cards=len(cards), added=len(cards), changed=0, removed=0,
        )
    )  # fmt: skip
    for card in cards:
        firm.add(
            ReleasedCard(
                release_id=release.id, card_id=card.id, position=card.position, topic="", tags=[],
                faces=[{"variant_id": None, **card.face}], changed_in=1,
            )
        )  # fmt: skip
    card_set.live_release_id = release.id
    firm.db.flush()
    return firm.campaign(card_set, **{"starts_on": date(2026, 11, 16), **more})


def phone(firm: Firm, person: Person, token: str, channel: str = "fcm") -> Device:
    """A device on which the person wants push."""
    return firm.add(
        Device(
            id=uuid5(_IDS, token), person_id=person.id, channel=channel, address_key=token,
            address={"token": token}, updated_at=MORNING,
        )
    )  # fmt: skip


def remembers(firm: Firm, person: Person, due_on: date) -> None:
    """The person met every card of the firm; all are due on that day."""
    for card in released_cards(firm):
        firm.add(
            CardMemory(
                person_id=person.id, card_id=card, stability=3.0, difficulty=5.0,
                first_study_day=TODAY - timedelta(days=3), last_study_day=TODAY - timedelta(days=3),
                reviews=1, lapses=0, correct_run=1, due_on=due_on,
                last_review_at=MORNING - timedelta(days=3), changed_at=MORNING,
            )
        )  # fmt: skip


def practises(firm: Firm, person: Person, day: date = TODAY) -> None:
    """The person answered a card on that study day."""
    firm.add(
        Review(
            person_id=person.id, id=uuid5(_IDS, f"{person.id} {day}"),
            card_id=released_cards(firm)[0], rating=3, reviewed_at=MORNING,
            received_at=MORNING, study_day=day, aims="readiness:0.9", took_ms=4000,
        )
    )  # fmt: skip


def released_cards(firm: Firm) -> list[int]:
    """Ids of the firm's released cards."""
    return [row.card_id for row in firm.db.query(ReleasedCard).order_by(ReleasedCard.position)]
