"""Through what a person can be reached, in the order in which it is tried."""

from __future__ import annotations

from collections.abc import Collection

from server.ports import Things
from server.store.people import Person

MAIL = "mail"
ORDER = ("fcm", "web_push", MAIL)


def usable(person: Person, with_device: Collection[tuple[int, str]], things: Things) -> list[str]:
    """The channels that the person wants and that can carry a message now.

    `with_device`: pairs of person and push channel for which there is a device. The people of a
    demo have made-up addresses and get no mail.
    """
    return [channel for channel in ORDER if channel in person.channels
            and _carries(channel, person, with_device, things)]  # fmt: skip


def _carries(
    channel: str, person: Person, with_device: Collection[tuple[int, str]], things: Things
) -> bool:
    if channel == MAIL:
        return things.mailer.configured and not person.organisation.is_demo
    return channel in things.push and (person.id, channel) in with_device
