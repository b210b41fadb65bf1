"""The sockets of the rooms: what they ask of the world, without knowing who answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Protocol

from content.card import Language
from content.exchange.pace import Told, silent
from content.exchange.reading import Reading
from content.files.file import ReadyFile
from content.material.blocks import Passage
from content.material.proposal import Proposal
from content.material.read import Material


class Clock(Protocol):
    """The time. Below the adapters nobody reads a clock of their own."""

    def now(self) -> datetime:
        """The present moment, aware and in UTC."""


class Dice(Protocol):
    """Unguessable bytes for tokens."""

    def token(self) -> str:
        """At least 256 random bits as URL-safe text."""


@dataclass(frozen=True, slots=True)
class Action:
    """A button under a notice: what the phone tells us with it, and what stands on it."""

    action: str
    title: str


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """Leave to ask the first card of today on the notice itself, and what is said around it.

    The card is not in it: the phone has it, so that no question travels.
    """

    yes: str
    no: str
    right: str
    wrong: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What a person reads in a push message, and where a tap leads.

    `tag` lets a phone replace an earlier message with the same tag, so that a provider that
    delivers twice still shows once. `ack` is what the phone tells us with that it came, and
    `actions` are the answers that it may give without being opened. `button` is what the link is
    called where a message shows one. `question` is None where the notice shows none.
    """

    title: str
    body: str
    url: str
    tag: str
    ack: str = ""
    actions: Sequence[Action] = ()
    button: str = ""
    question: QuestionWords | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail, as text and HTML."""

    to: str
    subject: str
    text: str
    html: str
    headers: Mapping[str, str]


class DeliveryError(Exception):
    """A message did not go out."""


class TryAgain(DeliveryError):
    """The provider is busy or away. `after` seconds is what it asked for, if it said so."""

    def __init__(self, reason: str, after: float | None = None) -> None:
        super().__init__(reason)
        self.after = after


class Unsure(TryAgain):
    """No answer came: the provider may have taken the message."""


class Gone(DeliveryError):
    """The address is dead and must not be used again."""


class Refused(DeliveryError):
    """The provider will never take this message; the address may be fine."""


@dataclass(frozen=True, slots=True)
class Push:
    """A notice for one device, of no use any more after `lifetime_s` seconds."""

    address: Mapping[str, object]
    notice: Notice
    lifetime_s: int


# What became of some messages, by place: what went wrong, or None where the provider took it.
# A `DeliveryError` says whether to try again; anything else is a fault of ours.
Came = Mapping[int, BaseException | None]
# All of them, some at a time as they come: who waits for the slowest cannot note the others.
Outcomes = Iterator[Came]


class PushSender(Protocol):
    """A push channel."""

    def place(self, address: Mapping[str, object]) -> str | None:
        """What tells an address from all others; None where it is none of this channel's."""

    def service(self, address: Mapping[str, object]) -> str:
        """Whose servers carry it there, where the channel has several that fail apart; else ""."""

    def send_many(self, pushes: Sequence[Push]) -> Outcomes:
        """Hands up to a hundred notices to the provider at once. Does not raise.

        Ends within a minute and a half: the rows of all of them are held meanwhile.
        """


class Mailer(Protocol):
    """The way mail leaves."""

    configured: bool

    def send_many(self, letters: Sequence[Letter]) -> Outcomes:
        """Hands some letters to the server at once. Does not raise."""


class SetReader(Protocol):
    """Reads the set files that people upload. They may be hostile."""

    def read(
        self,
        name: str,
        data: bytes | Path,
        *,
        language: Language,
        encoding: str | None,
        known_keys: frozenset[str],
        told: Told = silent,
    ) -> Reading:
        """As `content.exchange.read.read_any`, within bounds of time and memory.

        A path stands for the bytes of that file, which this process then need not hold.
        `told` is called from another thread.

        Raises `Unreadable`, also for a file that asks too much of either.
        """


class FileReader(Protocol):
    """Makes the files that people attach fit for cards. They may be hostile."""

    def ready(self, name: str, data: bytes) -> ReadyFile:
        """As `content.files.ready.ready`, within bounds of time and memory.

        Raises `UnfitFile`, also for a file that asks too much of either.
        """


class MaterialReader(Protocol):
    """Reads the course material that people upload. It may be hostile."""

    def read(self, data: IO[bytes], language: Language) -> Material:
        """As `content.material.read.read_material`, within bounds of time and memory.

        A deck full of pictures is large: this process need not hold it.

        Raises `Unreadable`, also for a file that asks too much of either.
        """


@dataclass(frozen=True, slots=True)
class Written:
    """What a writer made: cards, how many of its cards were unfit, and passages left unsent.

    `trouble` says why a request failed: `key`, `busy`, `slow`, `away` or `nonsense`.
    """

    proposals: Sequence[Proposal] = ()
    unfit: int = 0
    unsent: int = 0
    trouble: str | None = None


class CardWriter(Protocol):
    """A service that writes cards from text. What it is given leaves the house."""

    @property
    def host(self) -> str:
        """Where the text goes, as its author reads it before."""

    @property
    def model(self) -> str:
        """What is asked there; the origin of its cards."""

    def write(self, passages: Sequence[Passage], language: Language) -> Written:
        """Its cards, each checked like any other. Takes up to a minute; never raises."""


class MediaStore(Protocol):
    """Where the files of cards are kept, each under the SHA-256 of its bytes."""

    def put(self, files: Mapping[str, bytes]) -> None:
        """Keeps these files for good, by name; those that are there already stay as they are."""

    def get(self, file: str) -> bytes | None:
        """The bytes; None where there are none, or where they no longer match their name."""

    def last_put_before(self, moment: datetime) -> Iterator[str]:
        """The names of all files that were last put before the moment."""

    def remove(self, file: str, moment: datetime) -> None:
        """Takes the file away, unless it was put again after the moment."""


@dataclass(frozen=True, slots=True)
class Things:
    """The real or pretended world that the roof hands to everyone below."""

    clock: Clock
    dice: Dice
    push: Mapping[str, PushSender]
    mailer: Mailer
    reader: SetReader
    files: FileReader
    media: MediaStore
    material: MaterialReader
    writer: CardWriter | None = None  # none unless one is set: text stays in the house
    vapid_public_key: str = ""  # what browsers subscribe with, base64url
