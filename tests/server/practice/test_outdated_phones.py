"""A phone without network answers what it has; the set may have changed meanwhile."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.store.card_sets import Card, CardVariant
from server.store.reviews import Review
from tests.server.firm import NOW, TODAY, Firm, counted
from tests.server.practice.desk import Desk, statuses
from tests.support import sets
from tests.support.faces import face

DAY = timedelta(days=1)
OWN = face("choice", "Wat eerst?", choices=["Melden", "Wissen"], correct=[0])
OTHER = face("choice", "En dan?", choices=["Wissen", "Melden"], correct=[1])


@pytest.fixture
def choosing(firm: Firm) -> Desk:
    """A desk with one card in two wordings."""
    card_set = firm.card_set()
    card = sets.card(firm, card_set, OWN, OTHER)
    sets.release(firm, card_set)
    fatima = firm.person("Fatima")
    sets.campaign(firm, card_set, people=(fatima,))
    return Desk(firm, fatima, card_set, [card])


def variant(desk: Desk) -> CardVariant:
    return desk.firm.db.query(CardVariant).one()


def test_an_answer_is_graded_by_the_wording_it_was_given_to(choosing: Desk) -> None:
    results = choosing.record(
        choosing.answer("own", answer=1),
        choosing.answer("variant", answer=1, variant_id=variant(choosing).id),
    )
    assert [one.worth and one.worth.correct for one in results] == [False, True]
    assert [row.card_variant_id for row in choosing.firm.db.query(Review).order_by(Review.rating)] \
        == [None, variant(choosing).id]  # fmt: skip


def test_a_card_that_a_release_left_out_can_still_be_answered(choosing: Desk) -> None:
    choosing.cards[0].deleted_at = NOW
    sets.recalls(choosing.firm, choosing.card_set, 1)
    sets.release(choosing.firm, choosing.card_set)
    assert statuses(choosing.record(choosing.answer("late", answer=0))) == ["recorded"]


def test_a_wording_that_a_release_left_out_can_still_be_answered(choosing: Desk) -> None:
    gone = variant(choosing)
    gone.deleted_at = NOW
    sets.release(choosing.firm, choosing.card_set)
    late = choosing.answer("late", answer=1, variant_id=gone.id)
    assert [one.worth and one.worth.correct for one in choosing.record(late)] == [True]


def test_a_wording_of_another_card_is_none_of_this_one(choosing: Desk) -> None:
    other = sets.card(choosing.firm, choosing.card_set, OWN, OTHER)
    sets.release(choosing.firm, choosing.card_set)
    foreign = choosing.firm.db.query(CardVariant).filter_by(card_id=other.id).one()
    [result] = choosing.record(choosing.answer("x", answer=1, variant_id=foreign.id))
    assert (result.status, result.reason) == ("rejected", "review-unknown-variant")


def test_looking_for_old_wordings_costs_one_statement_however_many(choosing: Desk) -> None:
    def cost(*variant_ids: int | None) -> int:
        answers = [
            choosing.answer((len(variant_ids), number), answer=0, variant_id=variant_id)
            for number, variant_id in enumerate(variant_ids)
        ]
        with counted(choosing.firm.db) as seen:
            choosing.record(*answers)
        return len(seen)

    cost(None)
    assert cost(*range(900, 950), None) - cost(None, None) == 1


def targets(desk: Desk) -> list[str]:
    rows = desk.firm.db.query(Review).order_by(Review.reviewed_at)
    return [row.aims for row in rows]


def test_the_strictest_campaign_of_the_day_sets_the_target(choosing: Desk) -> None:
    def campaign(first: int, days: int, recall: float) -> None:
        sets.campaign(
            choosing.firm, choosing.card_set, people=(choosing.fatima,), recall=recall,
            starts_on=TODAY + first * DAY, days=days,
        )  # fmt: skip

    campaign(-9, 5, 0.97)
    campaign(-2, 90, 0.93)
    campaign(10, 90, 0.95)
    for days in (-40, -7, -2, 0):
        choosing.record(choosing.answer(days, rating=3, reviewed_at=NOW + days * DAY))
    # Of those that run that day; before any of them ran, of all.
    assert targets(choosing) == [f"readiness:{recall}" for recall in (0.97, 0.97, 0.93, 0.93)]


def test_cards_of_a_campaign_that_is_over_can_still_be_answered(firm: Firm) -> None:
    card_set = firm.card_set()
    cards: list[Card] = sets.recalls(firm, card_set, 1)
    sets.release(firm, card_set)
    desk = Desk(firm, firm.person("Fatima"), card_set, cards)
    sets.campaign(firm, card_set, people=(desk.fatima,), starts_on=TODAY - 9 * DAY, days=3)
    assert statuses(desk.record(desk.answer("late"))) == ["recorded"]
