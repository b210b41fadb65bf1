"""Through what a person can be reached, in the order in which it is tried."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from server.channels import MAIL, ORDER
from server.ports import Things
from server.store.reminder_facts import Facts, parsed, words


@dataclass(frozen=True)
class Reach:
    """What can carry a message from here at all."""

    push: frozenset[str]
    mail: bool

    @classmethod
    def of(cls, things: Things) -> Reach:
        """What is set up."""
        return cls(frozenset(things.push), things.mailer.configured)

    def usable(self, one: Facts) -> tuple[str, ...]:
        """The channels that the person wants and that can carry a message now.

        The people of a demo have made-up addresses and get no mail.
        """
        mail = self.mail and not one.is_demo and not one.mail_bounced
        return _usable(self, mail, one.channels, one.devices)


@lru_cache(maxsize=4096)  # thousands of colleagues have the same
def _usable(reach: Reach, mail: bool, wanted: str, devices: str | None) -> tuple[str, ...]:
    able = reach.push & words(devices) | ({MAIL} if mail else set())
    return tuple(one for one in ORDER if one in able and one in (parsed(wanted) or ()))
