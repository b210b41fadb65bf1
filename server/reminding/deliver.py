"""Claiming a reminder whose moment has come, with a last look at whether it is still welcome.

The order is: claim and commit; send, with no transaction open; mark sent and commit. A worker that
dies in between leaves a claimed row; after its lease another sends it again under the same tag,
which on the phone replaces the first. So no reminder is lost, and one is doubled only in that gap.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from scheduler.reminders import NotPlanned, choose
from server.config import Settings
from server.ports import Letter, Notice, Things
from server.reminding import mails
from server.channels import MAIL
from server.reminding.claim import Taken, take
from server.reminding.learner_day import learner_days
from server.reminding.parcel import MailRoute, Parcel, PushRoute, Route
from server.reminding.settle import end, postpone
from server.store import devices
from server.store.outbox import State
from server.store.reminders import Reminder
from server.texts import text


def claim_reminder(
    db: Session, things: Things, settings: Settings, reminder_id: int
) -> Parcel | State | None:
    """The reminder ready to send, the state it is in instead, or None: nothing to do here.

    All rules are asked anew at this moment: the learner may have practised, paused, muted
    reminders or moved the learning window since the reminder was planned.
    """
    now = things.clock.now()
    taken = take(db, Reminder, reminder_id, now)
    if not isinstance(taken, Taken):
        return taken
    ((_, day),) = learner_days(db, [taken.person], taken.row.study_day, things)
    chosen = choose(day, now)
    if isinstance(chosen, NotPlanned):
        return end(db, taken.claim, State.DROPPED, chosen.reason)
    if chosen.due_at > now:
        return postpone(db, taken.claim, due_at=chosen.due_at, expires_at=chosen.expires_at)
    mail = mails.of_reminder(taken.row, taken.person, settings, now)
    return Parcel(taken.claim, _routes(db, taken, chosen.channels, mail))


def _routes(
    db: Session, taken: Taken[Reminder], channels: Sequence[str], mail: Letter
) -> list[Route]:
    """Each channel's devices, the latest used first: the first that takes it is the only one.

    A phone and a tablet that both buzz are two reminders to whoever has both.
    """
    language = taken.person.language
    notice = Notice(
        title=text("reminder-push-title", language),
        body=text("reminder-push-body", language),
        url=mails.PRACTISE_AT,
        tag=f"{taken.row.kind}-{taken.row.study_day}",
    )
    owned = devices.of_person(db, taken.person.id)
    routes: list[Route] = []
    for channel in channels:
        if channel == MAIL:
            routes.append(MailRoute(mail))
        else:
            routes += [
                PushRoute(channel, one.id, one.address_key, one.address, notice)
                for one in owned
                if one.channel == channel
            ]
    return routes
