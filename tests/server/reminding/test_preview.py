"""The preview tells what would happen, and makes nothing happen."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.reminding.preview import preview
from server.store.campaigns import Campaign
from server.store.people import Person
from tests.fakes.world import World
from tests.server.firm import Firm, found
from tests.server.reminding import scene
from tests.server.reminding.steps import ledger, plan, reached


def test_it_says_who_when_through_what_and_why(
    firm: Firm, world: World, fatima: Person, campaign: Campaign
) -> None:
    bram = scene.learner(firm, "Bram", campaign=campaign, channels=[])
    shown = {one.email: one for one in preview(firm.db, world.things, scene.MORNING)}
    assert shown[fatima.email].due_at == scene.NINE
    assert list(shown[fatima.email].channels) == ["mail"]
    assert (shown[bram.email].due_at, shown[bram.email].why) == (None, "muted")
    assert ledger(firm) == []
    assert reached(world) == []


def test_it_looks_at_another_day(firm: Firm, world: World, fatima: Person) -> None:
    scene.practises(firm, fatima)
    [today] = preview(firm.db, world.things, scene.MORNING)
    [tomorrow] = preview(firm.db, world.things, scene.MORNING + timedelta(days=1))
    assert (today.why, tomorrow.why) == ("done", "window")


@pytest.mark.parametrize("ago", [0, 2], ids=["start", "practice"])
def test_it_tells_what_the_ledger_holds_already(
    firm: Firm, world: World, fatima: Person, campaign: Campaign, ago: int
) -> None:
    campaign.starts_on = scene.TODAY - timedelta(days=ago)
    plan(firm, world)
    [shown] = preview(firm.db, world.things, scene.MORNING)
    assert (shown.email, shown.standing) == (fatima.email, "planned")


@pytest.mark.usefixtures("fatima")
def test_it_shows_every_organisation(firm: Firm, world: World) -> None:
    other = found(firm.db, "elders")
    scene.learner(other, "Viktor", campaign=scene.campaign_with_cards(other, "Vreemd?"))
    shown = list(preview(firm.db, world.things, scene.MORNING))
    assert [one.organisation for one in shown] == [firm.organisation.slug, "elders"]
