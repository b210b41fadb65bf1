"""Handing messages to their providers, each channel's together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Generic, TypeVar

import structlog

from server.channels import MAIL
from server.ports import (
    DeliveryError,
    Gone,
    Letter,
    Outcomes,
    Push,
    Refused,
    Things,
    TryAgain,
    Unsure,
)
from server.reminding.circuits import Circuits
from server.reminding.parcel import Held, MailRoute, Outcome, Parcel, PushRoute, Route
from server.store.due_reminders import UNSURE

# After this nothing more is begun: what is under way ends before the lease does.
BEGINS_WITHIN = timedelta(seconds=45)
# At once. Mail servers allow a client few lines, and a slow one takes its time over each.
PUSHES, LETTERS = 100, 8

Claimed = TypeVar("Claimed", bound=Held)

log = structlog.get_logger()


def post(
    parcels: Sequence[Parcel[Claimed]], things: Things, circuits: Circuits
) -> Iterator[list[tuple[Parcel[Claimed], Outcome]]]:
    """Tries the routes of each in order until one takes the message; tells of each when it knows.

    A busy provider ends the round: it may have taken the message after all, and another channel
    at once would then be a second reminder.
    """
    journeys = [_Journey(parcel) for parcel in parcels]
    begun = things.clock.now()
    while together := _next_together(journeys, circuits):
        now = things.clock.now()
        if now - begun > BEGINS_WITHIN:
            for journey in together:
                journey.outcome.idle_until = now
            continue
        routes = [journey.route for journey in together]
        for came in _handed_over(together, routes, things, now):
            _tell(circuits, [(routes[place].circuit, error) for place, error in came.items()])
            for place, error in came.items():
                together[place].note(error)
            yield _ended([together[place] for place in came])
    yield _ended(journeys)


@dataclass(slots=True)
class _Journey(Generic[Claimed]):
    """How far one message has come along its routes."""

    parcel: Parcel[Claimed]
    told: bool = False
    tried: int = 0
    passed: datetime | None = None
    outcome: Outcome = field(default_factory=Outcome)

    @property
    def route(self) -> Route:
        return self.parcel.routes[self.tried]

    @property
    def goes_on(self) -> bool:
        ended = self.outcome.sent or self.outcome.again or self.outcome.idle_until
        return not ended and self.tried < len(self.parcel.routes)

    def wait_for(self, until: datetime | None) -> None:
        """Remembers a channel that is down, to wait for if no other way is left."""
        self.passed = min(filter(None, (self.passed, until)), default=None)

    def end(self) -> Outcome:
        """What came of it."""
        if self.tried >= len(self.parcel.routes):
            self.outcome.idle_until = self.passed
        return self.outcome

    def note(self, error: BaseException | None) -> None:
        route, outcome = self.route, self.outcome
        if error is None:
            outcome.sent = route
            return
        outcome.trouble.append((route.circuit, f"{_word(error)}: {error}"))
        if isinstance(error, Gone):
            outcome.lost(route)
        if isinstance(error, Gone | Refused):
            self.tried += 1
            return
        if not isinstance(error, DeliveryError):
            log.error("channel at fault", channel=route.channel, exc_info=error)
        outcome.again, outcome.after = True, getattr(error, "after", None)


def _ended(journeys: Sequence[_Journey[Claimed]]) -> list[tuple[Parcel[Claimed], Outcome]]:
    """What came of those that are at their end, each told once."""
    ended = [journey for journey in journeys if not journey.goes_on and not journey.told]
    for journey in ended:
        journey.told = True
    return [(journey.parcel, journey.end()) for journey in ended]


def _next_together(
    journeys: Sequence[_Journey[Claimed]], circuits: Circuits
) -> list[_Journey[Claimed]]:
    """Messages that go to the same channel next, as many as its services take at once."""
    together: list[_Journey[Claimed]] = []
    while not together and (waiting := [journey for journey in journeys if journey.goes_on]):
        channel = waiting[0].route.channel
        by_circuit: dict[str, list[_Journey[Claimed]]] = {}
        for journey in waiting:
            if journey.route.channel == channel:
                by_circuit.setdefault(journey.route.circuit, []).append(journey)
        for circuit, same in by_circuit.items():
            room = circuits.room(circuit, LETTERS if channel == MAIL else PUSHES)
            together += same[:room]
            if not room:
                _go_round(same, circuit, circuits)
    return together


def _go_round(journeys: Sequence[_Journey[Claimed]], circuit: str, circuits: Circuits) -> None:
    """Sends them past a provider that is down; who has no other way waits for it."""
    for journey in journeys:
        journey.wait_for(circuits.open_until(circuit))
        rest = journey.parcel.routes[journey.tried :]
        journey.tried += next(
            (place for place, route in enumerate(rest) if route.circuit != circuit), len(rest)
        )


def _tell(circuits: Circuits, came: Sequence[tuple[str, BaseException | None]]) -> None:
    for circuit in dict.fromkeys(name for name, _ in came):
        circuits.tell(circuit, [error for name, error in came if name == circuit])


def _handed_over(
    journeys: Sequence[_Journey[Claimed]], routes: Sequence[Route], things: Things, now: datetime
) -> Outcomes:
    letters = [route for route in routes if isinstance(route, MailRoute)]
    if letters:
        return _mailed(letters, things)
    pushes = [
        Push(route.address, route.notice, _seconds_left(journey.parcel.claim, now))
        for journey, route in zip(journeys, routes, strict=True)
        if isinstance(route, PushRoute)
    ]
    return things.push[routes[0].channel].send_many(pushes)


def _mailed(routes: Sequence[MailRoute], things: Things) -> Outcomes:
    faults: dict[int, BaseException | None] = {}
    letters: dict[int, Letter] = {}
    for place, route in enumerate(routes):
        try:
            letters[place] = route.write()
        except Exception as fault:  # noqa: BLE001 - raised, it would send all the others again
            faults[place] = fault
    places = [*letters]
    yield faults
    for came in things.mailer.send_many([*letters.values()]):
        yield {places[at]: error for at, error in came.items()}


def _seconds_left(claim: Held, now: datetime) -> int:
    return max(int((claim.expires_at - now).total_seconds()), 0)


def _word(error: BaseException) -> str:
    words = {Gone: "gone", Refused: "refused", Unsure: UNSURE, TryAgain: "try again"}
    return next((word for kind, word in words.items() if isinstance(error, kind)), "fault")
