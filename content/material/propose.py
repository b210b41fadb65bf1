"""The cards that material suggests: few and worth a look rather than many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from content import limits
from content.language import Language
from content.likeness import fold
from content.material.blocks import Block, Heading, Listing, Passage, text_of
from content.material.passed_over import is_outside, says_nothing
from content.material.proposal import WHYS, Proposal, Scene, Way, fit
from content.material.texts import language_of
from content.material.ways.definitions import definitions
from content.material.ways.numbers import numbers
from content.material.ways.points import points
from content.material.ways.questions import in_pairs, under_heading
from content.material.ways.rows import rows
from content.material.ways.steps import steps

MOST: Final = 60
"""Of one file: an author reads each of them."""

_WAYS: Final[Sequence[Way]] = (under_heading, definitions, numbers, rows, steps, points)


def propose(blocks: Sequence[Block], language: Language) -> tuple[list[Proposal], int]:
    """The cards in the order of the material, and how many more it held than were taken."""
    scenes = list(_scenes(blocks, language))
    found = _once(one for one in _seen(scenes) if fit(one))
    kept = sorted(range(len(found)), key=lambda at: (WHYS.index(found[at].why), at))[:MOST]
    return [found[at] for at in sorted(kept)], max(0, len(found) - MOST)


def passages(blocks: Sequence[Block]) -> list[Passage]:
    """What the blocks say, by place, without what lies outside the subject."""
    told: list[Passage] = []
    for heading, block in _under_headings(blocks):
        text = text_of(block)
        if is_outside(heading) or says_nothing(text) or isinstance(block, Heading):
            continue
        if told and (told[-1].place, told[-1].heading) == (block.place, heading):
            told[-1] = replace(told[-1], text=f"{told[-1].text}\n{text}")
        else:
            told.append(Passage(block.place, heading, text))
    return told


def _scenes(blocks: Sequence[Block], expected: Language) -> Iterator[Scene]:
    language = language_of(" ".join(text_of(one) for one in blocks), expected)
    for heading, block in _under_headings(blocks):
        if not is_outside(heading):
            yield Scene(_cleared(block), heading, language)


def _under_headings(blocks: Sequence[Block]) -> Iterator[tuple[str, Block]]:
    """Each block with its heading; on another slide the old heading says nothing any more."""
    heading: Heading | None = None
    for block in blocks:
        if isinstance(block, Heading):
            heading = block
        elif heading and block.place.kind == "slide" and heading.place != block.place:
            heading = None
        yield heading.text if heading else "", block


def _cleared(block: Block) -> Block:
    if not isinstance(block, Listing):
        return block
    items = tuple(item for item in block.items if not says_nothing(item))
    return replace(block, items=items) if len(items) < len(block.items) else block


def _seen(scenes: Sequence[Scene]) -> Iterator[Proposal]:
    for scene, following in zip_longest(scenes, scenes[1:]):
        topic = scene.heading[: limits.TOPIC]
        for way in _WAYS:
            if isinstance(scene.block, Heading) or says_nothing(text_of(scene.block)):
                continue
            yield from (replace(one, topic=topic) for one in way(scene))
        yield from (replace(one, topic=topic) for one in in_pairs(scene, following))


def _once(proposals: Iterable[Proposal]) -> list[Proposal]:
    """One card for each prompt, and of cards from the same words the surest."""
    best: dict[str, Proposal] = {}
    for one in proposals:
        words = _rests_on(one)
        held = best.get(words)
        if held is None or WHYS.index(one.why) < WHYS.index(held.why):
            best[words] = one
    prompts: dict[str, Proposal] = {}
    for one in best.values():
        prompts.setdefault(fold(one.face.prompt), one)
    return list(prompts.values())


def _rests_on(one: Proposal) -> str:
    """The words that two proposals would share; a row of a table may well ask for each column."""
    if one.why == "row":
        return fold(one.face.prompt)
    under_heading = one.why in ("question", "point")
    return fold(one.quote.rpartition("\n")[2] if under_heading else one.quote)
