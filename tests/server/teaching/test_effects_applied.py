"""What a release does to memory costs the same for one learner and for many."""

from __future__ import annotations

from datetime import timedelta

import pytest

from scheduler.turns import Effect
from server.practice.record_reviews import record_reviews
from server.store.card_memory import CardMemory
from server.store.card_sets import Card, CardSet
from server.store.card_turns import CardTurn
from server.teaching.refusal import Refused
from server.teaching.release import release
from tests.server.firm import NOW, Firm, counted
from tests.server.practice.desk import Desk
from tests.support import sets

EARLIER = NOW - timedelta(days=9)


def classroom(firm: Firm, card_set: CardSet, people: int) -> list[Card]:
    """So many learners who know three cards of the set."""
    cards = sets.recalls(firm, card_set, 3)
    sets.release(firm, card_set, EARLIER)
    learners = tuple(
        firm.person(f"Fatima{people}x{number}", organisation=firm.organisation)
        for number in range(people)
    )
    sets.campaign(firm, card_set, people=learners, starts_on=EARLIER.date())
    for learner in learners:
        desk = Desk(firm, learner, card_set, cards)
        answers = [desk.answer((learner.id, n), n, reviewed_at=EARLIER) for n in range(3)]
        record_reviews(firm.db, learner, answers, EARLIER)
    return cards


def reworded(firm: Firm, cards: list[Card]) -> None:
    for card in cards:
        card.face = {**card.face, "prompt": f"{card.face['prompt']} Echt?"}
    firm.db.flush()


def statements(firm: Firm, people: int) -> int:
    card_set = firm.card_set(f"Set {people}")
    cards = classroom(firm, card_set, people)
    reworded(firm, cards)
    effects = dict(zip([card.id for card in cards], Effect, strict=True))
    with counted(firm.db) as told:
        release(firm.db, firm.daan, card_set.id, "", NOW, effects=effects)
    left = firm.db.query(CardMemory).filter(CardMemory.card_id.in_(effects)).count()
    assert left == 2 * people
    return len(told)


def test_a_release_takes_as_many_statements_however_many_learners_it_touches(firm: Firm) -> None:
    assert statements(firm, 1) == statements(firm, 12)


def test_a_release_without_a_word_about_memory_keeps_it(firm: Firm, card_set: CardSet) -> None:
    cards = classroom(firm, card_set, 1)
    before = firm.db.query(CardMemory.card_id, CardMemory.due_on).order_by("card_id").all()
    reworded(firm, cards)
    release(firm.db, firm.daan, card_set.id, "", NOW)
    after = firm.db.query(CardMemory.card_id, CardMemory.due_on).order_by("card_id").all()
    assert after == before
    assert {one.effect for one in firm.db.query(CardTurn)} == {"kept"}


def test_an_effect_on_a_card_that_did_not_change_is_refused(firm: Firm, card_set: CardSet) -> None:
    first, second, _ = classroom(firm, card_set, 1)
    reworded(firm, [first])
    with pytest.raises(Refused) as refusal:
        release(firm.db, firm.daan, card_set.id, "", NOW, effects={second.id: Effect.NEW})
    assert refusal.value.where == f"effects.{second.id}"
    assert firm.db.query(CardTurn).count() == 0


def test_a_card_of_another_firm_cannot_be_touched(firm: Firm, card_set: CardSet) -> None:
    cards = classroom(firm, card_set, 1)
    reworded(firm, cards)
    with pytest.raises(Refused):
        release(firm.db, firm.daan, card_set.id, "", NOW, effects={2**62: Effect.NEW})
