"""Cards that everybody knows at first sight are offered to their author."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.store.card_sets import Card
from server.teaching import dismiss
from server.teaching.first_sight import CODE, known
from server.teaching.refusal import NotThere
from tests.server.firm import NOW, Firm
from tests.server.teaching.test_failing import answer, cohort
from tests.support.faces import RIGHT, WRONG

DAY = timedelta(days=1)


@pytest.fixture
def card(firm: Firm) -> Card:
    """A card that twenty learners know at once, and another that one of them does not."""
    people, cards = cohort(firm, 20)
    for number, person in enumerate(people):
        for kind, one in cards.items():
            right = number > 0 or kind == "choice"
            answer(firm, person, one, (RIGHT if right else WRONG)[kind], NOW - DAY)
            answer(firm, person, one, WRONG[kind], NOW)  # later answers say nothing here
    return cards["choice"]


def found(firm: Firm, card: Card, floor: int = 5) -> list[int]:
    return [one.card.id for one in known(firm.db, card.card_set_id, floor)]


def test_only_what_twenty_of_twenty_knew_is_offered(firm: Firm, card: Card) -> None:
    (one,) = known(firm.db, card.card_set_id, 5)
    assert (one.card.id, one.figure.n, one.figure.recall_rate) == (card.id, 20, 1)


def test_a_larger_smallest_group_counts_too(firm: Firm, card: Card) -> None:
    assert found(firm, card, floor=21) == []


def test_what_its_author_wants_to_stay_is_not_offered_again(firm: Firm, card: Card) -> None:
    dismiss.dismiss(
        firm.db, firm.daan, card.card_set_id,
        card_id=card.id, variant_id=None, code=CODE, reason="", now=NOW,
    )  # fmt: skip
    assert found(firm, card) == []


def test_a_card_that_was_taken_out_is_not_offered(firm: Firm, card: Card) -> None:
    card.deleted_at = NOW
    assert found(firm, card) == []


def test_a_set_that_is_not_there_has_none(firm: Firm) -> None:
    with pytest.raises(NotThere):
        known(firm.db, 10**9, 5)
