"""A card in two languages: asked in the learner's own, remembered as one card."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.practice.changes import Place, changes_since
from server.practice.plan_session import Face, plan_ahead, plan_session
from server.store.card_sets import Card, CardSet, CardVariant
from tests.server.firm import NOW, Firm
from tests.server.practice.desk import Desk, statuses
from tests.support import sets
from tests.support.faces import face

DAY = timedelta(days=1)


@pytest.fixture
def two_tongues(firm: Firm) -> Desk:
    """A Dutch card with an English translation and two more wordings, and a Dutch one without."""
    card_set = firm.card_set()
    english = [
        {**face("typed", f"How much? {number}", accepted=["1.250 euro"]), "language": "en"}
        for number in (1, 2)
    ]
    own = face("typed", "Hoeveel?", accepted=["1.250 euro"])
    card = sets.card(firm, card_set, own, english[0], {**own, "prompt": "Welk bedrag?"}, english[1])
    dutch = sets.card(firm, card_set, face("recall", "Wie?", answer="Ik"))
    return _desk(firm, card_set, card, dutch)


def _desk(firm: Firm, card_set: CardSet, *cards: Card) -> Desk:
    sets.release(firm, card_set)
    fatima = firm.person("Fatima", organisation=firm.organisation)
    sets.campaign(firm, card_set, people=(fatima,))
    return Desk(firm, fatima, card_set, list(cards))


def _face(desk: Desk, days: int = 0) -> Face:
    cards = plan_session(desk.firm.db, desk.fatima, NOW + days * DAY, more=True).cards
    return next(one.face for one in cards if one.card_id == desk.cards[0].id)


def _prompt(desk: Desk, days: int = 0) -> str:
    return str(_face(desk, days)["prompt"])


def _practise(desk: Desk, days: int) -> list[str]:
    """The wordings met in so many days, each answered wrongly so that it is back the next."""
    met = []
    for day in range(days):
        shown, at = _face(desk, day), NOW + day * DAY
        met.append(shown["prompt"])
        wrong = {"rating": 1, "answer": "geen idee", "variant_id": shown["variant_id"]}
        desk.record(desk.answer(day, reviewed_at=at, **wrong), now=at)
    return met


def test_a_learner_is_asked_in_her_own_language(two_tongues: Desk) -> None:
    assert _prompt(two_tongues) == "Hoeveel?"
    two_tongues.fatima.language = "en"
    assert _prompt(two_tongues) == "How much? 1"


def test_a_card_that_was_not_translated_is_asked_as_it_is(two_tongues: Desk) -> None:
    two_tongues.fatima.language = "en"
    cards = plan_session(two_tongues.firm.db, two_tongues.fatima, NOW).cards
    assert [one.face["language"] for one in cards if one.card_id == two_tongues.cards[1].id] == [
        "nl"
    ]


def test_wordings_take_turns_within_the_language(two_tongues: Desk) -> None:
    assert _practise(two_tongues, 3) == ["Hoeveel?", "Welk bedrag?", "Hoeveel?"]
    two_tongues.fatima.language = "en"
    assert _prompt(two_tongues, 3) == "How much? 1"


def test_a_card_that_comes_back_does_so_in_the_same_language(two_tongues: Desk) -> None:
    two_tongues.fatima.language = "en"
    cards = plan_session(two_tongues.firm.db, two_tongues.fatima, NOW).cards
    faces = next(one.faces for one in cards if one.card_id == two_tongues.cards[0].id)
    assert [one["prompt"] for one in faces] == ["How much? 1", "How much? 2"]


def test_the_plan_without_network_asks_as_the_session_does(two_tongues: Desk) -> None:
    for language in ("nl", "en"):
        two_tongues.fatima.language = language
        today = plan_session(two_tongues.firm.db, two_tongues.fatima, NOW).cards
        (_, ahead, _), *_ = plan_ahead(two_tongues.firm.db, two_tongues.fatima, NOW)
        assert [one.face for one in ahead] == [one.face for one in today]


def test_the_offline_store_holds_every_language(two_tongues: Desk) -> None:
    found = changes_since(two_tongues.firm.db, two_tongues.fatima, Place(), NOW)
    faces = {card.card_id: card.faces for _, card in found.cards}[two_tongues.cards[0].id]
    assert [one["language"] for one in faces] == ["nl", "en", "nl", "en"]


def test_an_answer_is_graded_by_the_wording_that_was_shown(two_tongues: Desk) -> None:
    # 1.250 is little more than one in English, and over a thousand in Dutch.
    two_tongues.fatima.language = "en"
    variant_id = _variants(two_tongues, two_tongues.cards[0])[0].id
    right = two_tongues.answer("right", rating=None, answer="1,25", variant_id=variant_id)
    [result] = two_tongues.record(right)
    assert (result.status, result.worth and result.worth.correct) == ("recorded", True)
    wrong = two_tongues.answer("wrong", rating=None, answer="1,25")
    [result] = two_tongues.record(wrong)
    assert (result.status, result.worth and result.worth.correct) == ("recorded", False)


def test_both_languages_share_one_memory(two_tongues: Desk) -> None:
    ids = [one.id for one in _variants(two_tongues, two_tongues.cards[0])]
    answers = [
        two_tongues.answer(variant_id, rating=None, answer="1,25", variant_id=variant_id,
                           reviewed_at=NOW + number * DAY)
        for number, variant_id in enumerate((None, ids[0]))
    ]  # fmt: skip
    assert statuses(two_tongues.record(*answers, now=NOW + 2 * DAY)) == ["recorded", "recorded"]
    memory = two_tongues.memory()
    assert memory is not None
    assert memory["reviews"] == 2


def _variants(desk: Desk, card: Card) -> list[CardVariant]:
    return desk.firm.db.query(CardVariant).filter_by(card_id=card.id).order_by(CardVariant.id).all()
