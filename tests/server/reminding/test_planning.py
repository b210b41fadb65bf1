"""Deciding once a study day, for whom a reminder is welcome."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from scheduler.days_off import EVERY_DAY
from server.reminding.plan_reminders import reconsider
from server.store.campaigns import Campaign
from server.store.outbox import State
from server.store.people import Person
from tests.fakes.world import World
from tests.server.firm import Firm, counted, found
from tests.server.reminding import scene
from tests.server.reminding.steps import deliver, ledger, plan


def test_a_reminder_waits_until_the_learning_window_opens(
    firm: Firm, world: World, fatima: Person
) -> None:
    [row] = plan(firm, world)
    assert (row.person_id, row.state, row.due_at) == (fatima.id, State.PLANNED, scene.NINE)
    assert row.study_day == scene.TODAY
    assert row.expires_at == scene.NINE + timedelta(hours=8)


@pytest.mark.usefixtures("fatima")
def test_planning_again_changes_nothing(firm: Firm, world: World) -> None:
    [first] = plan(firm, world)
    world.clock.tick(minutes=1)
    [second] = plan(firm, world)
    assert (second.id, second.due_at) == (first.id, first.due_at)


def test_the_window_is_on_the_learners_own_clock(
    firm: Firm, world: World, campaign: Campaign
) -> None:
    scene.learner(firm, "Keiko", campaign=campaign, time_zone="America/New_York")
    world.clock.set(datetime(2026, 11, 18, 9, 1, tzinfo=UTC))  # 04:01 in New York
    [row] = plan(firm, world)
    assert row.due_at == datetime(2026, 11, 18, 14, 0, tzinfo=UTC)


def test_the_window_keeps_its_hour_when_the_clocks_change(
    firm: Firm, world: World, fatima: Person
) -> None:
    fatima.day_loads = list(EVERY_DAY)
    due = []
    # 04:30 in Amsterdam on the Saturday, the Sunday of the change, and the Monday.
    for day, utc_hour in ((28, 3), (29, 2), (30, 2)):
        world.clock.set(datetime(2027, 3, day, utc_hour, 30, tzinfo=UTC))
        firm.db.query(Campaign).update({"starts_on": date(2027, 3, 1)})
        due.append(plan(firm, world)[-1].due_at.hour)
    assert due == [7, 7, 7]


def test_who_practised_is_left_alone(firm: Firm, world: World, fatima: Person) -> None:
    scene.practises(firm, fatima)
    [row] = plan(firm, world)
    assert (row.state, row.reason) == (State.SKIPPED, "done")


def test_practice_yesterday_is_no_practice_today(firm: Firm, world: World, fatima: Person) -> None:
    scene.practises(firm, fatima, scene.TODAY - timedelta(days=1))
    assert plan(firm, world)[0].state == State.PLANNED


def test_a_pause_is_silent(firm: Firm, world: World, fatima: Person) -> None:
    firm.away(fatima, scene.TODAY, scene.TODAY)
    assert plan(firm, world)[0].reason == "paused"


def test_a_muted_person_is_not_reminded(firm: Firm, world: World, fatima: Person) -> None:
    fatima.channels = []
    assert plan(firm, world)[0].reason == "muted"


def test_a_free_day_is_silent(firm: Firm, world: World, fatima: Person) -> None:
    fatima.day_loads = [*["full"] * 2, "none", *["full"] * 4]  # today is a Wednesday
    assert plan(firm, world)[0].reason == "not-a-working-day"


def test_the_organisations_week_holds_for_who_has_no_own(
    firm: Firm, world: World, fatima: Person
) -> None:
    firm.organisation.day_loads = [*["full"] * 2, "none", *["full"] * 4]
    assert fatima.day_loads is None
    assert plan(firm, world)[0].reason == "not-a-working-day"


def test_an_easy_day_is_reminded_of_as_any_other(firm: Firm, world: World, fatima: Person) -> None:
    fatima.day_loads = ["half"] * 7
    assert plan(firm, world)[0].state == State.PLANNED


@pytest.mark.parametrize(("own", "reason"), [(None, "holiday"), ("", "window"), ("BE", "window")])
def test_a_public_holiday_is_silent_where_it_is_kept(
    firm: Firm, world: World, fatima: Person, own: str | None, reason: str
) -> None:
    """King's Day, in the Netherlands only; she may keep those of another country, or none."""
    firm.organisation.country, fatima.country = "NL", own
    firm.db.query(Campaign).update({"starts_on": date(2027, 4, 1)})
    world.clock.set(datetime(2027, 4, 27, 6, tzinfo=UTC))
    assert plan(firm, world)[-1].reason == reason


@pytest.mark.usefixtures("fatima")
def test_a_window_that_closed_brings_none(firm: Firm, world: World) -> None:
    world.clock.set(scene.NINE + timedelta(hours=9))
    assert plan(firm, world)[0].reason == "outside-window"


@pytest.mark.usefixtures("fatima")
def test_without_a_device_and_without_mail_there_is_no_way(firm: Firm, world: World) -> None:
    world.mailer.configured = False
    assert plan(firm, world)[0].reason == "no-channel"


def test_channels_come_in_the_order_in_which_they_are_tried(
    firm: Firm, world: World, fatima: Person
) -> None:
    fatima.channels = ["mail", "web_push", "fcm"]
    scene.phone(firm, fatima, "browser", "web_push")
    scene.phone(firm, fatima, "phone")
    assert plan(firm, world)[0].channels == ["fcm", "web_push", "mail"]


@pytest.mark.usefixtures("fatima")
def test_the_made_up_addresses_of_a_demo_get_no_mail(firm: Firm, world: World) -> None:
    firm.organisation.is_demo = True
    assert plan(firm, world)[0].reason == "no-channel"


def test_people_who_take_part_in_nothing_are_not_in_the_ledger(firm: Firm, world: World) -> None:
    scene.learner(firm, "Noor")
    assert plan(firm, world) == []


def test_who_has_not_accepted_the_invitation_is_not_reminded(
    firm: Firm, world: World, campaign: Campaign
) -> None:
    scene.learner(firm, "Bram", campaign=campaign, password_hash=None)
    assert plan(firm, world) == []


def test_a_broken_time_zone_silences_nobody_else(
    firm: Firm, world: World, fatima: Person, campaign: Campaign
) -> None:
    scene.learner(firm, "Bram", campaign=campaign, time_zone="Mars/Olympus")
    assert [row.person_id for row in plan(firm, world)] == [fatima.id]


def test_each_organisation_gets_rows_of_its_own(firm: Firm, world: World, fatima: Person) -> None:
    other = found(firm.db, "elders")
    viktor = scene.learner(other, "Viktor", campaign=scene.campaign_with_cards(other, "Vreemd?"))
    plan(firm, world)
    assert [row.person_id for row in ledger(firm)] == [fatima.id]
    assert [row.person_id for row in ledger(other)] == [viktor.id]


def test_a_page_of_people_costs_a_fixed_number_of_statements(
    firm: Firm, world: World, campaign: Campaign
) -> None:
    for number in range(30):
        scene.learner(firm, f"Learner{number}", campaign=campaign)
    with counted(firm.db) as statements:
        plan(firm, world)
    assert len([one for one in statements if not one.startswith("SAVEPOINT")]) <= 14


def test_a_window_moved_forward_moves_the_reminder(
    firm: Firm, world: World, fatima: Person
) -> None:
    fatima.window_from = 15 * 60
    assert plan(firm, world)[0].due_at == scene.NINE + timedelta(hours=6)
    fatima.window_from = 9 * 60
    reconsider(firm.db, fatima, world.clock.now())
    assert [row.due_at for row in plan(firm, world)] == [scene.NINE]


def test_a_new_phone_is_reached_on_the_same_day(firm: Firm, world: World, fatima: Person) -> None:
    world.mailer.configured = False
    assert plan(firm, world)[0].state == State.SKIPPED
    scene.phone(firm, fatima, "phone")
    reconsider(firm.db, fatima, world.clock.now())
    assert [row.state for row in plan(firm, world)] == [State.PLANNED]


def test_no_change_of_mind_brings_a_second_reminder(
    firm: Firm, world: World, fatima: Person
) -> None:
    [row] = plan(firm, world)
    world.clock.set(scene.NINE)
    deliver(firm, world, row)
    reconsider(firm.db, fatima, world.clock.now())
    assert [row.state for row in plan(firm, world)] == [State.SENT]
