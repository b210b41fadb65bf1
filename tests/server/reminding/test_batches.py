"""Many reminders at once: few statements, fair order, and no neighbour suffers."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.reminding.deliver import look
from server.reminding.parcel import Parcel
from server.reminding.post import BEGINS_WITHIN
from server.reminding.settle import settle
from server.store import due_reminders, outbox, scope
from server.store.campaigns import Campaign
from server.store.due_reminders import DueReminder
from server.store.outbox import LEASE, TAKEN_OVER, State
from server.store.reminders import Reminder
from tests.fakes.world import World
from tests.server.firm import Firm, counted, found
from tests.server.reminding import scene
from tests.server.reminding.steps import ledger, plan, posted, reached


def people(firm: Firm, campaign: Campaign, count: int) -> None:
    for number in range(count):
        person = scene.learner(firm, f"Learner{number}", campaign=campaign)
        scene.phone(firm, person, f"phone-{number}")


def due(firm: Firm, world: World, campaign: Campaign, count: int) -> None:
    """It is nine, when so many people are to be reminded."""
    people(firm, campaign, count)
    plan(firm, world)
    world.clock.set(scene.NINE)


def left_by_a_dead_worker(firm: Firm, world: World, campaign: Campaign, count: int) -> None:
    due(firm, world, campaign, count)
    take(firm, world)
    world.clock.tick(seconds=LEASE.total_seconds())


def take(firm: Firm, world: World, limit: int = 100) -> list[DueReminder]:
    with scope.across_organisations(firm.db):
        return due_reminders.take(firm.db, world.clock.now(), limit)


def send(firm: Firm, world: World, held: list[DueReminder]) -> list[State]:
    looked = look(firm.db, world.things, scene.SETTINGS, held)
    done = posted(firm, world, looked.parcels)
    return [*looked.states, *settle(firm.db, done, world.clock.now())]


def statements(firm: Firm, world: World, campaign: Campaign, count: int) -> int:
    due(firm, world, campaign, count)
    with counted(firm.db) as made:
        assert send(firm, world, take(firm, world)) == [State.SENT] * count
    return len(made)


def test_thirty_cost_no_more_statements_than_two(
    firm: Firm, world: World, campaign: Campaign
) -> None:
    # At most nine for the facts, beside the claim, the people, their devices and the closing.
    assert statements(firm, world, campaign, 30) <= 24
    assert len(reached(world)) == 30


def test_one_batch_serves_several_firms_and_mixes_nothing_up(
    firm: Firm, world: World, campaign: Campaign
) -> None:
    people(firm, campaign, 2)
    other = found(firm.db, "elders")
    viktor = scene.learner(other, "Viktor", campaign=scene.campaign_with_cards(other, "Vreemd?"))
    scene.phone(other, viktor, "viktors")
    plan(firm, world)
    world.clock.set(scene.NINE)
    held = take(firm, world)
    assert {one.organisation_id for one in held} == {firm.organisation.id, other.organisation.id}
    assert send(firm, world, held) == [State.SENT] * 3
    assert sorted(reached(world)) == ["phone-0", "phone-1", "viktors"]
    assert [row.state for row in ledger(other)] == [State.SENT]


def test_the_longest_due_go_first(firm: Firm, world: World, campaign: Campaign) -> None:
    people(firm, campaign, 6)
    rows = plan(firm, world)
    for place, row in enumerate(rows):
        row.due_at = scene.NINE - timedelta(minutes=place)
    firm.db.flush()
    world.clock.set(scene.NINE)
    first, second = take(firm, world, 4), take(firm, world, 4)
    taken = [one.message_id for one in [*first, *second]]
    assert taken == [row.id for row in reversed(rows)]
    assert take(firm, world) == []


def test_what_a_dead_worker_held_is_taken_over_and_says_so_for_good(
    firm: Firm, world: World, campaign: Campaign
) -> None:
    left_by_a_dead_worker(firm, world, campaign, 2)
    again = take(firm, world)
    assert [one.attempt for one in again] == [2, 2]
    send(firm, world, again)
    assert {row.trouble for row in ledger(firm)} == {TAKEN_OVER}


def test_the_sweep_marks_what_a_dead_worker_held_as_well(
    firm: Firm, world: World, campaign: Campaign
) -> None:
    left_by_a_dead_worker(firm, world, campaign, 1)
    with scope.across_organisations(firm.db):
        assert len(outbox.to_hint(firm.db, Reminder, world.clock.now(), 10)) == 1
    [held] = take(firm, world)
    assert TAKEN_OVER in held.marks


def test_who_lost_a_row_cannot_put_it_back_and_what_is_out_stays_out(
    firm: Firm, world: World, campaign: Campaign
) -> None:
    due(firm, world, campaign, 1)
    slow = look(firm.db, world.things, scene.SETTINGS, take(firm, world))
    world.clock.tick(seconds=LEASE.total_seconds())
    quick = take(firm, world)
    assert send(firm, world, quick) == [State.SENT]
    [sent] = ledger(firm)
    [(parcel, outcome)] = posted(firm, world, slow.parcels)
    outcome.sent, outcome.again = None, True
    settle(firm.db, [(parcel, outcome)], world.clock.now())
    [row] = ledger(firm)
    assert (row.state, row.attempts) == (State.SENT, sent.attempts)


def test_what_would_outlast_the_lease_is_given_back_untried(
    firm: Firm, world: World, campaign: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    due(firm, world, campaign, 5)
    monkeypatch.setattr("server.reminding.post.PUSHES", 2)
    slow = world.fcm.send

    def crawl(*given: object) -> None:
        world.clock.tick(seconds=BEGINS_WITHIN.total_seconds() / 3)
        slow(*given)  # type: ignore[arg-type] # handed on as they came

    monkeypatch.setattr(world.fcm, "send", crawl)
    states = send(firm, world, take(firm, world))
    assert (states.count(State.SENT), states.count(State.PLANNED)) == (4, 1)
    [left] = [row for row in ledger(firm) if row.state == State.PLANNED]
    assert (left.attempts, left.trouble) == (0, None)


def test_a_letter_that_cannot_be_written_fails_alone(
    firm: Firm, world: World, campaign: Campaign
) -> None:
    for name in ("Bram", "Fatima"):
        scene.learner(firm, name, campaign=campaign)
    plan(firm, world)
    world.clock.set(scene.NINE)
    looked = look(firm.db, world.things, scene.SETTINGS, take(firm, world))
    [route] = looked.parcels[0].routes
    broken = type(route)(lambda: 1 // 0)  # type: ignore[call-arg,arg-type,return-value] # fails when it is made
    parcels = [Parcel(looked.parcels[0].claim, [broken]), looked.parcels[1]]
    (_, failed), (_, sent) = posted(firm, world, parcels)
    assert (bool(failed.sent), failed.again, bool(sent.sent)) == (False, True, True)
