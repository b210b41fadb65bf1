"""A question that the material asks and answers itself: the card is already written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from content.card import Recall
from content.material.blocks import Heading, Listing, Paragraph, text_of
from content.material.proposal import Proposal, Scene

MOST: Final = 400
_ASKED: Final = re.compile(r"^(?:vraag|question|q|v)\s*\d*\s*[:.]\s*(.+\?)$", re.IGNORECASE)
_ANSWERED: Final = re.compile(r"^(?:antwoord|answer|a)\s*\d*\s*[:.]\s*(.+)$", re.IGNORECASE)


def under_heading(scene: Scene) -> Iterator[Proposal]:
    """What stands under a heading with a question mark answers it."""
    block = scene.block
    if isinstance(block, Heading) or not scene.heading.endswith("?"):
        return
    if isinstance(block, Paragraph) and (block.notes or _ASKED.match(block.text)):
        return
    if not isinstance(block, Paragraph | Listing):
        return
    answer = block.text if isinstance(block, Paragraph) else "\n".join(block.items)
    if len(answer) <= MOST and not answer.endswith("?"):
        yield _card(scene, scene.heading, answer)


def in_pairs(scene: Scene, following: Scene | None) -> Iterator[Proposal]:
    """`Vraag: …?` with `Antwoord: …` on the next line, as trainers write in their notes."""
    if following is None or scene.block.place != following.block.place:
        return
    if not isinstance(scene.block, Paragraph) or not isinstance(following.block, Paragraph):
        return
    question, answer = _ASKED.match(scene.block.text), _ANSWERED.match(following.block.text)
    if question and answer and len(answer[1]) <= MOST:
        quote = f"{scene.block.text}\n{following.block.text}"
        yield _card(scene, question[1], answer[1], quote)


def _card(scene: Scene, prompt: str, answer: str, quote: str = "") -> Proposal:
    face = Recall(language=scene.language, prompt=prompt, answer=answer)
    told = quote or f"{scene.heading}\n{text_of(scene.block)}"
    return Proposal(face, scene.block.place, "question", told)
