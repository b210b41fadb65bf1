"""Wordings of a release are read once, and only for the firm they belong to."""

from __future__ import annotations

from server.store.wordings import wordings
from tests.server.firm import Firm, counted, found
from tests.support import sets
from tests.support.faces import FACES


def test_a_second_look_needs_no_statement(firm: Firm) -> None:
    card_set = firm.card_set()
    card = sets.card(firm, card_set, FACES["typed"])
    release = sets.release(firm, card_set)
    wanted = {(release.id, card.id)}
    first = wordings(firm.db, wanted)
    assert [face["kind"] for face in first[card.id].faces] == ["typed"]
    with counted(firm.db) as statements:
        assert wordings(firm.db, wanted) == first
    assert statements == []


def test_what_was_read_for_one_firm_is_not_given_to_another(firm: Firm) -> None:
    card_set = firm.card_set()
    card = sets.card(firm, card_set, FACES["typed"])
    release = sets.release(firm, card_set)
    wanted = {(release.id, card.id)}
    assert wordings(firm.db, wanted)
    viktors = found(firm.db, "elders")
    assert wordings(viktors.db, wanted) == {}


def test_a_new_release_is_read_anew(firm: Firm) -> None:
    card_set = firm.card_set()
    card = sets.card(firm, card_set, FACES["typed"])
    first = sets.release(firm, card_set)
    assert wordings(firm.db, {(first.id, card.id)})
    card.face = FACES["recall"]
    second = sets.release(firm, card_set)
    told = wordings(firm.db, {(second.id, card.id)})
    assert [face["kind"] for face in told[card.id].faces] == ["recall"]
