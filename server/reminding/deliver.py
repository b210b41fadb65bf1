"""A last look at reminders whose moment has come: whether they are still welcome, and by what way.

The order is: claim and commit; look; send, with no transaction open; mark sent and commit. A worker
that dies in between leaves claimed rows; after their lease another sends them again under the same
tag, which on the phone replaces the first. So no reminder is lost, and one is doubled only in that
gap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy.orm import Session

from scheduler.reminders import LearnerDay, NotPlanned, choose
from server.config import Settings
from server.ports import Things
from server.reminding.learner_day import at_their_moment, before_this_one
from server.reminding.parcel import Parcel
from server.reminding.routes import Ways
from server.reminding.settle import Closing, close, given_up, postponed, spent
from server.store import devices, people, scope
from server.store.due_reminders import DueReminder
from server.store.outbox import State
from server.store.people import Person


@dataclass(frozen=True, slots=True)
class Looked:
    """Reminders ready to send, and the states of those that are not sent now."""

    parcels: Sequence[Parcel[DueReminder]]
    states: Sequence[State]


def look(db: Session, things: Things, settings: Settings, held: Sequence[DueReminder]) -> Looked:
    """All rules are asked anew at this moment, in few statements for all of them.

    The learner may have practised, paused, muted reminders or moved the learning window since the
    reminder was planned. What is not sent is written down here.
    """
    with scope.across_organisations(db):
        found = list(_looked_at(db, things, settings, held))
        closings = [one for one in found if isinstance(one, Closing)]
        close(db, closings)
    parcels = [one for one in found if isinstance(one, Parcel)]
    return Looked(parcels, [one.state for one in closings])


def _looked_at(
    db: Session, things: Things, settings: Settings, held: Sequence[DueReminder]
) -> Iterator[Closing | Parcel[DueReminder]]:
    now = things.clock.now()
    known = people.active_among(db, [one.person_id for one in held])
    ways = Ways(settings, now, devices.of_people(db, list(known)), things.push)
    days = _days(db, things, held, known)
    for one in held:
        if over := spent(one, now):
            yield given_up(one, over, over.value)
        elif one.person_id not in known:
            yield given_up(one, State.DROPPED, "inactive")
        else:
            yield _chosen(one, known[one.person_id], days[one.message_id], things, ways)


def _chosen(
    held: DueReminder, person: Person, day: LearnerDay, things: Things, ways: Ways
) -> Closing | Parcel[DueReminder]:
    now = things.clock.now()
    chosen = choose(before_this_one(day), now)
    if isinstance(chosen, NotPlanned):
        return given_up(held, State.DROPPED, chosen.reason)
    if chosen.due_at > now:
        return postponed(held, chosen.due_at, chosen.expires_at)
    return Parcel(held, ways.of(held, person, chosen.channels))


def _days(
    db: Session, things: Things, held: Sequence[DueReminder], known: dict[int, Person]
) -> dict[int, LearnerDay]:
    """Each reminder's study day; those of one batch live in two or three."""
    found: dict[int, LearnerDay] = {}
    wanted = sorted((one for one in held if one.person_id in known), key=lambda one: one.study_day)
    for study_day, group in groupby(wanted, key=lambda one: one.study_day):
        members = list(group)
        persons = {one.person_id: known[one.person_id] for one in members}
        days = {
            person.id: day
            for person, day in at_their_moment(db, list(persons.values()), study_day, things)
        }
        found |= {one.message_id: days[one.person_id] for one in members}
    return found
