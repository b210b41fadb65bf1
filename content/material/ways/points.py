"""A heading and what stands under it: a few points, or one sentence that says it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from content.card import Recall
from content.material.blocks import Listing, Paragraph, text_of
from content.material.passed_over import says_nothing
from content.material.proposal import Proposal, Scene
from content.material.texts import sentences
from content.material.wording import asked

FEWEST, MOST = 2, 5
_POINT: Final = 110
_SENTENCE: Final = 200
_SHORTEST: Final = 25
_HEADING: Final = 70


def points(scene: Scene) -> Iterator[Proposal]:
    """One card for the heading, when what stands under it is little enough to know by heart."""
    heading, block = scene.heading, scene.block
    if not 0 < len(heading) <= _HEADING or heading.endswith("?") or says_nothing(heading):
        return
    if isinstance(block, Listing) and not block.numbered and FEWEST <= len(block.items) <= MOST:
        if any(len(one) > _POINT or says_nothing(one) or one.endswith("?") for one in block.items):
            return
        prompt = asked("points", scene.language, heading=heading, count=len(block.items))
        yield _card(scene, prompt, "\n".join(block.items))
    elif isinstance(block, Paragraph) and block.place.kind == "slide" and not block.notes:
        # On a page a sentence is one of many; on a slide it is what the heading is about.
        whole = len(sentences(block.text)) == 1 and block.text.endswith(".")
        if whole and _SHORTEST <= len(block.text) <= _SENTENCE and not says_nothing(block.text):
            prompt = asked("all_points", scene.language, heading=heading)
            yield _card(scene, prompt, block.text)


def _card(scene: Scene, prompt: str, answer: str) -> Proposal:
    face = Recall(language=scene.language, prompt=prompt, answer=answer)
    return Proposal(face, scene.block.place, "point", f"{scene.heading}\n{text_of(scene.block)}")
