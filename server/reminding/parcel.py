"""A message on its way: what a worker carries while no transaction is open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from server.ports import Gone, Letter, Notice, Push, Refused, Things, TryAgain
from server.reminding.channels import MAIL
from server.store.outbox import Outgoing


@dataclass(frozen=True, slots=True)
class PushRoute:
    """A device to push to."""

    channel: str
    device_id: UUID
    address_key: str
    address: Mapping[str, object]
    notice: Notice


@dataclass(frozen=True, slots=True)
class MailRoute:
    """A letter to mail."""

    letter: Letter
    channel: str = MAIL


Route = PushRoute | MailRoute


@dataclass(frozen=True, slots=True)
class Claim:
    """A message that one worker holds. `attempt` numbers the claim: only it may close the row."""

    table: type[Outgoing]
    message_id: int
    attempt: int
    organisation_id: int
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Parcel:
    """A claimed message with the ways it may go, best first."""

    claim: Claim
    routes: Sequence[Route]


@dataclass(slots=True)
class Outcome:
    """How it went: by which channel it left, if any, and what was learned on the way."""

    sent_channel: str | None = None
    again: bool = False
    after: float | None = None
    gone: list[PushRoute] = field(default_factory=list)
    trouble: list[tuple[str, str]] = field(default_factory=list)

    @property
    def troubles(self) -> str | None:
        """What went wrong, per channel, for the operator."""
        return "; ".join(f"{channel}: {reason}" for channel, reason in self.trouble) or None


def post(parcel: Parcel, things: Things, now: datetime) -> Outcome:
    """Tries the routes in order until one takes the message.

    A busy provider ends the round: it may have taken the message after all, and another channel
    at once would then be a second reminder.
    """
    outcome = Outcome()
    for route in parcel.routes:
        try:
            _send(route, things, max(int((parcel.claim.expires_at - now).total_seconds()), 0))
        except Gone as error:
            outcome.trouble.append((route.channel, f"gone: {error}"))
            if isinstance(route, PushRoute):
                outcome.gone.append(route)
        except Refused as error:
            outcome.trouble.append((route.channel, f"refused: {error}"))
        except TryAgain as error:
            outcome.trouble.append((route.channel, f"try again: {error}"))
            outcome.again, outcome.after = True, error.after
            return outcome
        else:
            outcome.sent_channel = route.channel
            return outcome
    return outcome


def _send(route: Route, things: Things, lifetime_s: int) -> None:
    if isinstance(route, MailRoute):
        things.mailer.send(route.letter)
    else:
        [outcome] = things.push[route.channel].send_many(
            [Push(route.address, route.notice, lifetime_s)]
        )
        if outcome is not None:
            raise outcome
