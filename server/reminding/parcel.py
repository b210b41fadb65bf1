"""A message on its way: what a worker carries while no transaction is open."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from server.channels import MAIL, circuit
from server.ports import Letter, Notice


@dataclass(frozen=True, slots=True)
class PushRoute:
    """A device to push to. `falls_back`: mail follows where it does not tell of the arrival."""

    channel: str
    device_id: UUID
    address_key: str
    address: Mapping[str, object]
    notice: Notice
    falls_back: bool = False
    service: str = ""

    @property
    def circuit(self) -> str:
        """What it hangs on."""
        return circuit(self.channel, self.service)


@dataclass(frozen=True, slots=True)
class MailRoute:
    """A letter to mail, written when it is needed: most reminders go another way."""

    write: Callable[[], Letter]
    channel: str = MAIL
    circuit: str = MAIL


Route = PushRoute | MailRoute


class Held(Protocol):
    """A claimed row. `attempt` numbers the claim: only it may close the row."""

    @property
    def message_id(self) -> int:
        """The row's own number."""

    @property
    def attempt(self) -> int:
        """Which claim of the row this is, from 1."""

    @property
    def expires_at(self) -> datetime:
        """From when the message is of no use."""


Claimed_co = TypeVar("Claimed_co", bound=Held, covariant=True)


@dataclass(frozen=True, slots=True)
class Parcel(Generic[Claimed_co]):
    """A claimed message with the ways it may go, best first."""

    claim: Claimed_co
    routes: Sequence[Route]


@dataclass(slots=True)
class Outcome:
    """How it went: by which route it left, if any, and what was learned on the way.

    `again`: a provider was busy, and asked to be left alone `after` seconds. `idle_until`: nothing
    was tried that counts, for want of time or of a channel that works.
    """

    sent: Route | None = None
    again: bool = False
    after: float | None = None
    idle_until: datetime | None = None
    gone: list[PushRoute] = field(default_factory=list)
    mail_gone: bool = False
    trouble: list[tuple[str, str]] = field(default_factory=list)

    def lost(self, route: Route) -> None:
        """Remembers that the address of this route is dead."""
        if isinstance(route, PushRoute):
            self.gone.append(route)
        else:
            self.mail_gone = True

    @property
    def sent_channel(self) -> str | None:
        """The channel by which it left."""
        return self.sent.channel if self.sent is not None else None

    @property
    def troubles(self) -> str | None:
        """What went wrong, per channel, for the operator."""
        return "; ".join(f"{channel}: {reason}" for channel, reason in self.trouble) or None
