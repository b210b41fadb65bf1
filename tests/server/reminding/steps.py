"""What the clock and a worker do, one step at a time, in the session of the test."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext

from sqlalchemy import select

from server.reminding.circuits import Circuits
from server.reminding.deliver import look
from server.reminding.parcel import Outcome, Parcel
from server.reminding.plan_reminders import plan_part, undecided
from server.reminding.post import Claimed, post
from server.reminding.settle import settle
from server.store import due_reminders, scope
from server.store.due_reminders import DueReminder
from server.store.outbox import State
from server.store.reminders import Reminder
from tests.fakes.world import World
from tests.server.firm import Firm
from tests.server.reminding.scene import SETTINGS


def plan(firm: Firm, world: World) -> list[Reminder]:
    """Decides about everybody; gives the firm's ledger."""
    for part in undecided(firm.db, world.clock.now()):
        plan_part(firm.db, world.things, part)
    return ledger(firm)


def ledger(firm: Firm) -> list[Reminder]:
    """The firm's ledger as it stands in the database."""
    scope.work_for(firm.db, firm.organisation.id)
    rows = select(Reminder).order_by(Reminder.study_day, Reminder.id)
    return list(firm.db.scalars(rows, execution_options={"populate_existing": True}))


def claim(firm: Firm, world: World, row: Reminder) -> Parcel[DueReminder] | State | None:
    """A worker takes what is due; gives what became of this row, or None: it was not taken."""
    with scope.across_organisations(firm.db):
        held = due_reminders.take(firm.db, world.clock.now(), 100)
    looked = look(firm.db, world.things, SETTINGS, held)
    if row.id not in {one.message_id for one in held}:
        return None
    if looked.parcels:
        return next(one for one in looked.parcels if one.claim.message_id == row.id)
    return looked.states[0]


def deliver(firm: Firm, world: World, row: Reminder) -> State | None:
    """A worker takes the row and sends it, if it may."""
    claimed = claim(firm, world, row)
    if not isinstance(claimed, Parcel):
        return claimed
    [state] = settle(firm.db, posted(firm, world, [claimed]), world.clock.now())
    return state


def posted(
    firm: Firm, world: World, parcels: Sequence[Parcel[Claimed]]
) -> list[tuple[Parcel[Claimed], Outcome]]:
    """What came of them, in the order in which it was told."""
    return [one for done in post(parcels, world.things, circuits(firm, world)) for one in done]


def circuits(firm: Firm, world: World) -> Circuits:
    """The channels as a worker finds them."""
    return Circuits(lambda: nullcontext(firm.db), world.clock)


def reached(world: World) -> list[str]:
    """The addresses that got something, by push and then by mail."""
    pushed = [str(push.address["token"]) for push in world.fcm.sent + world.web_push.sent]
    return pushed + [letter.to for letter in world.mailer.sent]
