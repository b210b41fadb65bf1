from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from server.practice import changes
from server.practice.changes import Changes, Place, changes_since
from server.practice.take_back import take_back
from server.store.campaigns import CampaignCardSet
from server.store.card_sets import Card
from tests.server.firm import NOW
from tests.server.practice.desk import Desk, review_id
from tests.server.practice.test_session import second_set
from tests.support import sets

LATER = NOW + timedelta(hours=1)


def fetch(desk: Desk, place: Place | None = None, *, now: Any = LATER) -> Changes:
    return changes_since(desk.firm.db, desk.fatima, place or Place(), now)


def ids(found: Changes) -> list[int]:
    return [card.card_id for _, card in found.cards]


def remembered(found: Changes) -> dict[int, float | None]:
    return {row["card_id"]: row["stability"] for row in found.memory}


def every(cards: list[Card]) -> list[int]:
    return [card.id for card in cards]


def test_a_new_phone_gets_everything(desk: Desk) -> None:
    desk.record(desk.answer("a", 0))
    found = fetch(desk)
    assert ids(found) == every(desk.cards)
    assert list(remembered(found)) == [desk.cards[0].id]
    assert [row["recall"] for row in found.memory] == [1.0]
    [(campaign, course, set_ids)] = found.campaigns
    assert (campaign.title, course, set_ids) == ("Campagne", "Training", [desk.card_set.id])
    assert (found.gone, found.more) == ([], False)


def test_a_phone_that_is_up_to_date_gets_nothing_again(desk: Desk) -> None:
    desk.record(desk.answer("a", 0))
    place = fetch(desk).place
    much_later = fetch(desk, place, now=LATER + timedelta(days=1))
    assert (ids(much_later), much_later.gone, much_later.more) == ([], [], False)
    assert much_later.place == place


def test_asking_twice_from_one_place_gives_the_same(desk: Desk) -> None:
    desk.record(desk.answer("a", 0))
    first, second = fetch(desk), fetch(desk)
    assert ids(first) == ids(second)
    assert (first.memory, first.place) == (second.memory, second.place)


def test_only_what_a_release_changed_comes_again(desk: Desk) -> None:
    place = fetch(desk).place
    desk.cards[2].face = {**desk.cards[2].face, "prompt": "Beter gevraagd?"}
    desk.cards[4].deleted_at = NOW
    added = sets.recalls(desk.firm, desk.card_set, 1)
    sets.release(desk.firm, desk.card_set)
    found = fetch(desk, place)
    assert ids(found) == every([desk.cards[2], *added])
    assert found.gone == [desk.cards[4].id]
    again = fetch(desk, found.place)
    assert (ids(again), again.gone) == ([], [])


def test_releases_in_between_that_a_phone_missed_are_made_up(desk: Desk) -> None:
    place = fetch(desk).place
    for number in (0, 1):
        desk.cards[number].face = {**desk.cards[number].face, "prompt": f"Nieuw {number}"}
        sets.release(desk.firm, desk.card_set)
    assert ids(fetch(desk, place)) == every(desk.cards[:2])


def test_a_card_that_comes_back_is_sent_again(desk: Desk) -> None:
    desk.cards[0].deleted_at = NOW
    sets.release(desk.firm, desk.card_set)
    place = fetch(desk).place
    desk.cards[0].deleted_at = None
    sets.release(desk.firm, desk.card_set)
    assert ids(fetch(desk, place)) == [desk.cards[0].id]


def test_a_set_that_leaves_the_campaign_takes_its_cards_along(desk: Desk) -> None:
    place = fetch(desk).place
    desk.firm.db.query(CampaignCardSet).delete()
    found = fetch(desk, place)
    assert found.gone == every(desk.cards)
    assert fetch(desk, found.place).gone == []


def test_answers_given_elsewhere_come_as_memory(desk: Desk) -> None:
    desk.record(desk.answer("a", 0))
    place = fetch(desk).place
    much_later = NOW + timedelta(days=1)
    desk.record(desk.answer("b", 1, reviewed_at=much_later), now=much_later)
    found = fetch(desk, place, now=much_later)
    memory = desk.memory(1)
    assert memory is not None
    assert remembered(found)[desk.cards[1].id] == memory["stability"]


def test_a_row_that_became_visible_late_is_not_missed(desk: Desk) -> None:
    desk.record(desk.answer("a", 0), now=NOW)
    place = fetch(desk).place
    desk.record(desk.answer("slow", 1), now=NOW - timedelta(seconds=20))
    assert desk.cards[1].id in remembered(fetch(desk, place))


def test_a_card_of_which_all_is_taken_back_is_new_again_on_every_phone(desk: Desk) -> None:
    desk.record(desk.answer("a", 0), desk.answer("b", 1))
    place = fetch(desk).place
    much_later = NOW + timedelta(days=1)
    take_back(desk.firm.db, desk.fatima, review_id("a"), much_later)
    found = fetch(desk, place, now=much_later)
    assert remembered(found)[desk.cards[0].id] is None
    assert found.place.memory == much_later
    assert fetch(desk).memory[0]["card_id"] == desk.cards[1].id  # a new phone hears nothing of it


def test_many_memories_of_one_moment_come_in_pages_that_end(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "MOST_MEMORIES", 2)
    desk.record(*(desk.answer(number, number) for number in range(5)))
    place, seen = Place(), []
    for _ in range(4):
        found = fetch(desk, place)
        seen += list(remembered(found))
        place = Place.from_json(found.place.to_json())
        if not found.more:
            break
    assert (sorted(seen), found.more) == (every(desk.cards), False)


def test_many_cards_come_in_pages_of_whole_sets(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "ENOUGH_CARDS", 3)
    card_set, extra = second_set(desk, 2)
    sets.campaign(desk.firm, card_set, people=(desk.fatima,))
    first = fetch(desk)
    assert (ids(first), first.more) == (every(desk.cards), True)
    second = fetch(desk, first.place)
    assert (ids(second), second.more) == (every(extra), False)


def test_what_belongs_to_nobody_else_is_told(desk: Desk) -> None:
    desk.record(desk.answer("a", 0))
    place = fetch(desk).place
    desk.fatima = desk.firm.person("Sam")
    stranger = fetch(desk)
    assert (ids(stranger), stranger.memory, stranger.campaigns) == ([], [], [])
    assert fetch(desk, place).gone == every(desk.cards)  # a phone that changed hands
