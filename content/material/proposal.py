"""A card that the material suggests, with where it stands and the words it came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final, Literal, Protocol

from content.card import Face, problems_of
from content.exchange.reading import Values
from content.language import Language
from content.likeness import fold
from content.material.blocks import Block, Place

Why = Literal["question", "definition", "number", "row", "steps", "point", "writer"]
WHYS: Final[tuple[Why, ...]] = (
    "question", "definition", "number", "row", "steps", "point", "writer",
)  # fmt: skip
"""What in the material asked for a card, surest first; a `writer` is a service that was asked."""


@dataclass(frozen=True)
class Proposal:
    """`quote` is what the author reads beside the card, as the material has it."""

    face: Face
    place: Place
    why: Why
    quote: str
    topic: str = ""


@dataclass(frozen=True)
class Scene:
    """A block, the heading it stands under, and the language it is in."""

    block: Block
    heading: str
    language: Language


class Way(Protocol):
    """One way of finding cards in a block."""

    def __call__(self, scene: Scene) -> Iterator[Proposal]:
        """The cards it sees there; nothing where it is not sure."""


@dataclass(frozen=True)
class Remark:
    """Something that the author should know of the file; `draft-note-CODE` says it."""

    code: str
    values: Values = field(default_factory=dict)


def fit(proposal: Proposal) -> bool:
    """Whether the card could be kept as it stands."""
    return not problems_of(proposal.face)


def identity(prompt: str, face: Mapping[str, object]) -> str:
    """One and the same for cards that ask the same and expect the same, however it is spelled."""
    expected = [face.get(name) for name in ("answer", "accepted", "gaps", "items", "correct")]
    return sha256(fold(f"{prompt} {expected}").encode()).hexdigest()
