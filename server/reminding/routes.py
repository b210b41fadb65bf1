"""The ways by which a reminder may go to its learner, best first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from server.channels import MAIL
from server.config import Settings
from server.ports import Notice, PushSender
from server.reminding import mails, receipts
from server.reminding.notices import notice_of
from server.reminding.parcel import MailRoute, PushRoute, Route
from server.store.devices import Reached
from server.store.due_reminders import DueReminder
from server.store.people import Person


@dataclass(frozen=True, slots=True)
class Ways:
    """The devices of a batch's people, each person's latest first."""

    settings: Settings
    now: datetime
    devices: Mapping[int, Sequence[Reached]]
    push: Mapping[str, PushSender]

    def of(self, held: DueReminder, person: Person, channels: Sequence[str]) -> list[Route]:
        """Each channel's devices in turn: the first that takes it is the only one.

        A phone and a tablet that both buzz are two reminders to whoever has both. One that a
        channel may have taken before goes nowhere else, where the phone could not put the two
        together.
        """
        routes = [
            route
            for channel in ([MAIL] if held.follows else channels)
            for route in self._by(channel, held, person, falls_back=MAIL in channels)
        ]
        same = [route for route in routes if route.circuit in held.unsure_of]
        return same or routes

    def _by(
        self, channel: str, held: DueReminder, person: Person, *, falls_back: bool
    ) -> Sequence[Route]:
        if channel == MAIL:
            return [MailRoute(partial(mails.of_reminder, held, person, self.settings, self.now))]
        return [
            PushRoute(
                channel,
                one.id,
                one.address_key,
                one.address,
                self._notice(held, person, one),
                falls_back=falls_back and one.acknowledges,
                service=self.push[channel].service(one.address),
            )
            for one in self.devices.get(person.id, ())
            if one.channel == channel
        ]

    def _notice(self, held: DueReminder, person: Person, device: Reached) -> Notice:
        ack = receipts.make(self.settings.secret_key, held, device.id)
        return notice_of(held, person.language, ack, asks=person.question_in_push)
