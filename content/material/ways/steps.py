"""Numbered lists: steps whose order was meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from content.card import Order
from content.material.blocks import Listing, text_of
from content.material.passed_over import says_nothing
from content.material.proposal import Proposal, Scene
from content.material.wording import asked

FEWEST, MOST = 3, 8
_LONGEST: Final = 120


def steps(scene: Scene) -> Iterator[Proposal]:
    """A card that asks for the order, when the steps are few and short enough to lay out."""
    block = scene.block
    if not isinstance(block, Listing) or not block.numbered or not scene.heading:
        return
    short = all(len(item) <= _LONGEST and not item.endswith("?") for item in block.items)
    if FEWEST <= len(block.items) <= MOST and short and not any(map(says_nothing, block.items)):
        prompt = asked("steps", scene.language, heading=scene.heading)
        face = Order(language=scene.language, prompt=prompt, items=block.items)
        quote = f"{scene.heading}\n{text_of(block)}"
        yield Proposal(face, block.place, "steps", quote)
