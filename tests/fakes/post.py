"""Push and mail that remember what they were handed, and fail when told to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from server.adapters.channels import side_by_side
from server.ports import DeliveryError, Letter, Notice, Outcomes, Push


@dataclass
class RememberingPush:
    """Hands out `troubles` first, one per message."""

    sent: list[Push] = field(default_factory=list)
    troubles: list[DeliveryError] = field(default_factory=list)

    def send_many(self, pushes: Sequence[Push]) -> Outcomes:
        return side_by_side.sent(self._send_one, pushes, at_once=1)

    def _send_one(self, push: Push) -> None:
        self.send(push.address, push.notice, push.lifetime_s)

    def place(self, address: Mapping[str, object]) -> str | None:
        """The first of its values that is a text; one with "nowhere" in it is no address."""
        place = next((one for one in address.values() if isinstance(one, str)), None)
        return None if place is None or "nowhere" in place else place

    def service(self, address: Mapping[str, object]) -> str:
        return str(address.get("service", ""))

    def send(self, address: Mapping[str, object], notice: Notice, lifetime_s: int) -> None:
        if self.troubles:
            raise self.troubles.pop(0)
        self.sent.append(Push(address, notice, lifetime_s))


@dataclass
class RememberingMailer:
    """Hands out `troubles` first, one per letter."""

    configured: bool = True
    sent: list[Letter] = field(default_factory=list)
    troubles: list[DeliveryError] = field(default_factory=list)

    def send_many(self, letters: Sequence[Letter]) -> Outcomes:
        return side_by_side.sent(self.send, letters, at_once=1)

    def send(self, letter: Letter) -> None:
        if self.troubles:
            raise self.troubles.pop(0)
        self.sent.append(letter)
