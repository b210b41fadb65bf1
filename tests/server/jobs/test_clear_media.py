"""Pictures that nothing shows any more are cleared away, and no others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from server.jobs.clean_up import clean_up
from server.store.card_versions import CardVersion
from server.store.releases import ReleasedCard
from tests.server.console_api.test_media import attach
from tests.support import sets
from tests.support.media import picture
from tests.support.phone import ok
from tests.support.town import Town


@pytest.fixture
def helmet(town: Town) -> dict[str, Any]:
    file = ok(attach(town.phone(town.daan), picture()))
    return {**file, "place": "prompt", "alt": ""}


def night(town: Town) -> None:
    town.world.clock.tick(days=1, minutes=1)
    town.settle()
    clean_up(town.app)


def _on_a_card(town: Town, media: dict[str, Any]) -> None:
    card = town.firm.card(town.firm.card_set(), "Wat is dit?")
    card.face = {**card.face, "media": [media]}


def _in_a_release(town: Town, media: dict[str, Any]) -> None:
    card_set = town.firm.card_set()
    town.firm.card(card_set, "Wat is dit?")
    sets.release(town.firm, card_set)
    for released in town.firm.db.query(ReleasedCard):
        released.faces = [{**face, "media": [media]} for face in released.faces]


def _in_an_earlier_version(town: Town, media: dict[str, Any]) -> None:
    card_set = town.firm.card_set()
    card = town.firm.card(card_set, "Wat is dit?")
    now = town.world.clock.now()
    town.firm.add(
        CardVersion(
            card_id=card.id, version=1, face={**card.face, "media": [media]}, variants=[],
            topic="", tags=[], edited_by_id=town.daan.id, edited_at=now,
        )
    )  # fmt: skip


@pytest.mark.parametrize("shown", [_on_a_card, _in_a_release, _in_an_earlier_version])
def test_what_is_shown_somewhere_stays(
    town: Town, helmet: dict[str, Any], shown: Callable[[Town, dict[str, Any]], None]
) -> None:
    shown(town, helmet)

    night(town)

    assert town.phone(town.daan).ask("GET", f"/media/{helmet['file']}").status_code == 200


def test_what_nothing_shows_goes(town: Town, helmet: dict[str, Any]) -> None:
    night(town)

    assert town.phone(town.daan).ask("GET", f"/media/{helmet['file']}").status_code == 404
    assert town.world.media.files == {}


def test_what_came_today_may_still_get_its_card(town: Town, helmet: dict[str, Any]) -> None:
    clean_up(town.app)

    assert list(town.world.media.files) == [helmet["file"]]


def test_what_is_offered_again_counts_as_new(town: Town, helmet: dict[str, Any]) -> None:
    town.world.clock.tick(days=1, minutes=1)
    ok(attach(town.phone(town.daan), picture()))

    clean_up(town.app)

    assert list(town.world.media.files) == [helmet["file"]]


def test_what_another_firm_shows_stays_for_that_firm_alone(
    town: Town, helmet: dict[str, Any]
) -> None:
    victoria = town.elsewhere.person("Victoria", "admin", organisation=town.elsewhere.organisation)
    ok(attach(town.phone(victoria), picture()))
    card_set = town.elsewhere.card_set()
    card = town.elsewhere.card(card_set, "Wat is dit?")
    card.face = {**card.face, "media": [helmet]}

    night(town)

    assert town.phone(town.viktor).ask("GET", f"/media/{helmet['file']}").status_code == 200
    assert town.phone(town.daan).ask("GET", f"/media/{helmet['file']}").status_code == 404
