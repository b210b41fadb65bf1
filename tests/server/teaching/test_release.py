from __future__ import annotations

from datetime import timedelta

import pytest

from server.store import releases
from server.store.card_sets import CardSet
from server.store.releases import Release, ReleasedCard
from server.teaching import sets
from server.teaching.refusal import NotThere, Refused
from server.teaching.release import release
from tests.server.firm import NOW, Firm, counted, found
from tests.server.teaching.files import cards, imported

FILE = (
    "sleutel;vraag;antwoord;uitleg;bron;onderwerp;labels;variant_van\n"
    "a;Wie bel je?;De Helpdesk;Dag en nacht;Intranet;Melden;spoed;\n"
    "a2;Wie helpt je?;De helpdesk;;;;;a\n"
    "b;Wanneer?;Meteen;;;;;\n"
)


@pytest.fixture
def filled(firm: Firm, card_set: CardSet) -> CardSet:
    imported(firm, card_set, FILE)
    return card_set


def made(firm: Firm, card_set: CardSet, hours: int = 0) -> Release:
    at = NOW + timedelta(hours=hours)
    return release(firm.db, firm.daan, card_set.id, "", at)


def released(firm: Firm, one: Release) -> list[ReleasedCard]:
    return releases.cards_of(firm.db, [one.id])


def test_a_release_holds_every_wording(firm: Firm, filled: CardSet) -> None:
    first = made(firm, filled)
    assert (first.number, first.cards, first.added, first.changed, first.removed) == (1, 2, 2, 0, 0)
    card = released(firm, first)[0]
    assert [face["prompt"] for face in card.faces] == ["Wie bel je?", "Wie helpt je?"]
    assert card.faces[0]["variant_id"] is None
    assert isinstance(card.faces[1]["variant_id"], int)
    assert (card.topic, card.tags, card.changed_in) == ("Melden", ["spoed"], 1)
    assert filled.live_release_id == first.id


def test_an_edit_reaches_learners_with_the_next_release_only(firm: Firm, filled: CardSet) -> None:
    first = made(firm, filled)
    imported(firm, filled, FILE.replace("Meteen", "Direct") + "c;Waarom?;Daarom;;;;;\n")
    assert [card.faces[0].get("answer") for card in released(firm, first)] == [
        "De Helpdesk",
        "Meteen",
    ]
    second = made(firm, filled, hours=1)
    assert (second.number, second.added, second.changed, second.removed) == (2, 1, 1, 0)
    assert [card.changed_in for card in released(firm, second)] == [1, 2, 2]


def test_a_card_that_was_taken_out_leaves_with_the_release(firm: Firm, filled: CardSet) -> None:
    made(firm, filled)
    card_id = cards(firm, filled)[0].id
    sets.take_out(firm.db, firm.daan, filled.id, card_id, NOW)
    second = made(firm, filled, hours=1)
    assert (second.cards, second.removed) == (1, 1)
    sets.put_back(firm.db, firm.daan, filled.id, card_id, NOW)
    third = made(firm, filled, hours=2)
    # Phones forgot it with the second release, so it must reach them as new.
    assert released(firm, third)[0].changed_in == 3


def test_a_set_without_cards_is_not_released(firm: Firm, card_set: CardSet) -> None:
    with pytest.raises(Refused) as refused:
        made(firm, card_set)
    assert refused.value.key == "release-no-cards"


def test_nothing_new_is_not_released(firm: Firm, filled: CardSet) -> None:
    made(firm, filled)
    with pytest.raises(Refused) as refused:
        made(firm, filled, hours=1)
    assert refused.value.key == "release-nothing-new"


def test_a_deletion_that_was_undone_leaves_nothing_to_release(firm: Firm, filled: CardSet) -> None:
    made(firm, filled)
    later = NOW + timedelta(hours=1)
    card_id = cards(firm, filled)[0].id
    sets.take_out(firm.db, firm.daan, filled.id, card_id, later)
    (told,) = sets.overviews(firm.db, [filled])
    assert (told.cards, told.changed_since_release) == (1, True)
    sets.put_back(firm.db, firm.daan, filled.id, card_id, later)
    (told,) = sets.overviews(firm.db, [filled])
    assert (told.cards, told.changed_since_release) == (2, False)


def test_a_set_that_was_never_released_has_something_to_release(
    firm: Firm, filled: CardSet
) -> None:
    empty = firm.card_set("Leeg")
    firm.db.refresh(filled)
    with counted(firm.db) as statements:
        told = sets.overviews(firm.db, [filled, empty])
    assert [(one.live, one.changed_since_release) for one in told] == [(None, True), (None, False)]
    assert len(statements) == 2


def test_viktor_cannot_touch_a_card_of_another_set(firm: Firm, filled: CardSet) -> None:
    card_id = cards(firm, filled)[0].id
    other = firm.card_set("Ander")
    with pytest.raises(NotThere):
        sets.take_out(firm.db, firm.daan, other.id, card_id, NOW)
    viktors = found(firm.db, "viktors")
    for use in (sets.take_out, sets.put_back):
        with pytest.raises(NotThere):
            use(viktors.db, viktors.daan, filled.id, card_id, NOW)
    with pytest.raises(NotThere):
        release(viktors.db, viktors.daan, filled.id, "", NOW)
