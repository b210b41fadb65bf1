"""A number with its unit in a sentence: the sentence again, with the number to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from content.card import Cloze
from content.material.blocks import Heading, Listing, Paragraph, Table
from content.material.proposal import Proposal, Scene
from content.material.texts import sentences

SHORTEST, LONGEST = 20, 220
_UNITS: Final = (
    r"%|procent|percent|uur|uren|hours?|minuten|minuut|minutes?|seconden|seconds?|dagen|dag|days?|"
    r"weken|week|weeks|werkdagen|kalenderdagen|maanden|maand|months?|jaar|jaren|years?|meters?|metres?|"
    r"cm|mm|km|km/u|km/h|m²|m2|m³|kg|kilo|gram|liters?|litres?|ml|graden|degrees|°C?|dB|volt|V|watt|bar|"
    r"euro|miljoen|miljard|million|billion|keer|maal|times|personen|mensen|people|persons"
)
_QUANTITY: Final = re.compile(
    rf"(?P<money>[€$£]\s?)?(?<![\w.,/:-])(?P<number>\d{{1,3}}(?:[.,]\d{{3}})+|\d+(?:[.,]\d+)?)"
    rf"(?![\d:/-])(?P<unit>\s?(?:{_UNITS})(?![\w]))?",
)
_ANY_NUMBER: Final = re.compile(r"\d+")
_TELLS: Final = re.compile(r"\s(?:\w+\s){2,}")


def numbers(scene: Scene) -> Iterator[Proposal]:
    """A card for each sentence with one quantity in it; with more nobody knows which was meant."""
    for sentence in _sentences(scene):
        if not SHORTEST <= len(sentence) <= LONGEST or "{{" in sentence or sentence.endswith("?"):
            continue
        if len(_ANY_NUMBER.findall(sentence.replace(".", "").replace(",", ""))) != 1:
            continue
        found = _QUANTITY.search(sentence)
        if found and (found["money"] or found["unit"]) and _TELLS.search(sentence):
            start, end = found.span("number")
            prompt = f"{sentence[:start]}{{{{1}}}}{sentence[end:]}"
            face = Cloze(language=scene.language, prompt=prompt, gaps=((found["number"],),))
            yield Proposal(face, scene.block.place, "number", sentence)


def _sentences(scene: Scene) -> Iterator[str]:
    match scene.block:
        case Paragraph(text=text):
            yield from sentences(text)
        case Listing(items=items):
            for item in items:
                yield from sentences(item)
        case Heading() | Table():
            return
