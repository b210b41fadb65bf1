"""People with logs long enough for a fit, written straight into the store."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from server.practice.fold import refold
from server.store import parameter_sets, reviews
from server.store.campaigns import Campaign
from server.store.card_sets import Card
from server.store.people import Person
from tests.scheduler.fit.learners import CARDS, FIRST_DAY, practised
from tests.server.firm import NOW, TODAY, Firm
from tests.support.faces import face


def campaign(firm: Firm, days: int) -> tuple[Campaign, list[int]]:
    """A campaign that still runs, with cards enough for so many days; gives their ids."""
    card_set = firm.card_set()
    own = face("recall", "Vraag?", answer="Ja")
    cards = [
        Card(
            card_set_id=card_set.id, key=f"k{number}", topic="", tags=[], position=number, face=own
        )
        for number in range(days * CARDS)
    ]
    firm.db.add_all(cards)
    firm.db.flush()
    made = firm.campaign(card_set, starts_on=TODAY - timedelta(days=days), days=days + 30)
    return made, [card.id for card in cards]


def practise(
    firm: Firm, person: Person, cards: list[int], truth: tuple[float, ...], days: int
) -> None:
    """So many days of practice up to yesterday, by somebody who remembers by `truth`."""
    begun = TODAY - timedelta(days=days)
    rows = []
    for card_id, card in zip(cards, practised(person.id, truth, days=days), strict=True):
        for place, (day, rating) in enumerate(zip(card.days, card.ratings, strict=True)):
            on = begun + timedelta(days=day - FIRST_DAY)
            rows.append(_row(person.id, card_id, place, on, rating))
    reviews.append(firm.db, rows)
    parameters = parameter_sets.of_id(firm.db, person.parameter_set_id)
    refold(firm.db, person.id, cards, NOW, parameters)


def _row(person_id: int, card_id: int, place: int, on: date, rating: int) -> dict[str, object]:
    at = datetime.combine(on, time(9), UTC) + timedelta(seconds=place)
    return {
        "person_id": person_id, "id": UUID(int=person_id << 64 | card_id << 16 | place),
        "card_id": card_id, "rating": rating, "reviewed_at": at, "received_at": at,
        "study_day": on, "aims": "readiness:0.9", "took_ms": 4000,
    }  # fmt: skip


def learners(firm: Firm, count: int, campaign: Campaign) -> Iterable[Person]:
    """So many people in the campaign."""
    for number in range(count):
        person = firm.person(f"Learner{number}", organisation=firm.organisation)
        firm.enrol(campaign, person)
        yield person
