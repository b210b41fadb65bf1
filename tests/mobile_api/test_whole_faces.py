"""A phone without network asks and grades by itself, so it is given whole cards."""

from __future__ import annotations

from tests.support import sets
from tests.support.faces import FACES
from tests.support.town import Town


def test_the_offline_store_gets_every_card_with_its_answer(town: Town) -> None:
    card_set = town.firm.card_set()
    cards = sets.every_kind(town.firm, card_set)
    sets.release(town.firm, card_set)
    sets.campaign(town.firm, card_set, people=(town.fatima,))
    told = town.phone(town.fatima).get("/changes")
    faces = {one["card_id"]: one["faces"] for one in told["cards"]}
    for kind, card in cards.items():
        assert faces[card.id] == [{"variant_id": None, **FACES[kind]}]
