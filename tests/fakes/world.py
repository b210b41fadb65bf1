"""A pretended world for the roof, with each part at hand."""

from __future__ import annotations

from dataclasses import dataclass, field

from server.ports import CardWriter, Things
from tests.fakes.clock import SetClock
from tests.fakes.dice import CountingDice
from tests.fakes.media import MediaInMemory
from tests.fakes.post import RememberingMailer, RememberingPush
from tests.fakes.reader import PlainFiles, PlainMaterial, PlainReader

VAPID_KEY = "BPub"


@dataclass
class World:
    clock: SetClock = field(default_factory=SetClock)
    dice: CountingDice = field(default_factory=CountingDice)
    fcm: RememberingPush = field(default_factory=RememberingPush)
    web_push: RememberingPush = field(default_factory=RememberingPush)
    teams: RememberingPush = field(default_factory=RememberingPush)
    slack: RememberingPush = field(default_factory=RememberingPush)
    mailer: RememberingMailer = field(default_factory=RememberingMailer)
    media: MediaInMemory = field(init=False)
    writer: CardWriter | None = None

    def __post_init__(self) -> None:
        self.media = MediaInMemory(self.clock)

    @property
    def things(self) -> Things:
        """What the roof is handed."""
        push = {
            "fcm": self.fcm,
            "web_push": self.web_push,
            "teams": self.teams,
            "slack": self.slack,
        }
        return Things(
            self.clock,
            self.dice,
            push,
            self.mailer,
            PlainReader(),
            PlainFiles(),
            self.media,
            PlainMaterial(),
            self.writer,
            vapid_public_key=VAPID_KEY,
        )
