"""Words of cards that went, and of cards that came."""

from __future__ import annotations

from server.store import scope, search_keeping
from server.store.search_vocabulary import in_parts, vocabulary
from tests.server.firm import Firm, found


def test_words_of_a_deleted_card_go_and_those_of_others_stay(firm: Firm) -> None:
    card_set = firm.card_set()
    gone = firm.card(card_set, "Zijn de steigers gekeurd?")
    firm.card(card_set, "Staan de ladders vast?")
    firm.db.commit()
    gone.deleted_at = card_set.created_at
    firm.db.commit()
    search_keeping.prune_words(firm.db)
    firm.db.commit()
    words = set(vocabulary(firm.db))
    assert {"ladders", "ladder", "vast"} <= words
    assert not {"steigers", "steiger", "gekeurd"} & words


def test_a_word_that_comes_back_after_the_night_is_known_again(firm: Firm) -> None:
    card = firm.card(firm.card_set(), "Zijn de steigers gekeurd?")
    firm.db.commit()
    before = card.face
    card.face = {**before, "prompt": "Staan de ladders vast?"}
    firm.db.commit()
    search_keeping.prune_words(firm.db)
    firm.db.commit()
    assert "steiger" not in vocabulary(firm.db)
    card.face = before
    firm.db.commit()
    assert "steiger" in vocabulary(firm.db)


def test_words_of_an_edit_that_is_taken_back_are_not_kept(firm: Firm) -> None:
    card_set = firm.card_set()
    firm.db.commit()
    firm.card(card_set, "Zijn de steigers gekeurd?")
    search_keeping.keep(firm.db)
    assert "steiger" in vocabulary(firm.db)
    firm.db.rollback()
    assert "steiger" not in vocabulary(firm.db)
    firm.card(card_set, "Staan de ladders vast?")
    firm.db.commit()
    assert "ladder" in vocabulary(firm.db)


def test_only_organisations_whose_cards_changed_are_gone_through(firm: Firm) -> None:
    card_set = firm.card_set()
    for prompt in ("Zijn de steigers gekeurd?", "Staan de ladders vast?"):
        firm.card(card_set, prompt)
        firm.db.commit()
    own = firm.organisation.id
    found(firm.db, "elders")
    with scope.across_organisations(firm.db):
        assert in_parts(firm.db) == [own]
    scope.work_for(firm.db, own)
    search_keeping.prune_words(firm.db)
    firm.db.commit()
    with scope.across_organisations(firm.db):
        assert in_parts(firm.db) == []


def test_viktor_has_none_of_our_words(firm: Firm) -> None:
    firm.card(firm.card_set(), "Zijn de steigers gekeurd?")
    firm.db.commit()
    assert "steiger" in vocabulary(firm.db)
    found(firm.db, "elders")
    assert list(vocabulary(firm.db)) == []
