"""Definitions: `Een datalek is een …` and `Datalek: …`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from content.card import Recall
from content.material.blocks import Listing, Paragraph
from content.material.passed_over import says_nothing
from content.material.proposal import Proposal, Scene
from content.material.texts import sentences
from content.material.wording import asked

SHORTEST, LONGEST = 15, 320
_MOST_WORDS: Final = 5
_IS: Final = {
    "nl": re.compile(
        r"^(?:(?P<article>een|de|het)\s+)?(?P<term>[^,;:.()]{2,60}?)"
        r"(?:\s\((?P<short>[^)]{2,20})\))?\s+(?:is|zijn|betekent|noemen we)\s+"
        r"(?P<said>(?:een|de|het|alle|elke|ieder|iedere|wanneer|als|dat)\s.{12,})$",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"^(?:(?P<article>an|a|the)\s+)?(?P<term>[^,;:.()]{2,60}?)"
        r"(?:\s\((?P<short>[^)]{2,20})\))?\s+(?:is|are|means|refers to)\s+"
        r"(?P<said>(?:an|a|the|any|all|every|when)\s.{12,})$",
        re.IGNORECASE,
    ),
}
_NAMED: Final = re.compile(
    r"^(?P<term>[^:.?!]{2,50}):\s+(?P<said>.{12,})$"
    r"|^(?P<dashed>[^:.?!–—]{2,50})\s[–—-]\s(?P<told>.{12,})$"
)
_FEWEST_WORDS: Final = 3
_MOST_SENTENCES: Final = 2
_NO_TERMS: Final = """
    dit dat deze die hij zij ze het er hier daar wij we jij je u ik men wat wie waar hoe waarom
    this that these those he she it they there here you i what who where how why doel
    let vraag antwoord tip opdracht oefening voorbeeld note question answer example exercise
    casus stelling hand-out bron source figuur tabel figure table the de een a an
"""
"""What points back to another sentence, or names what follows instead of a term."""
_POINTS_BACK: Final = frozenset(_NO_TERMS.split())
_CLAUSE: Final = re.compile(
    r"\b(?:als|omdat|wanneer|dat|die|wie|waar|if|because|when|that|which|who|niet|not|also|ook)\b",
    re.IGNORECASE,
)


def definitions(scene: Scene) -> Iterator[Proposal]:
    """A card for each term that is explained."""
    block = scene.block
    if isinstance(block, Paragraph) and not block.notes:
        for sentence in sentences(block.text):
            yield from _explained(scene, sentence)
        if len(sentences(block.text)) <= _MOST_SENTENCES:
            yield from _named(scene, block.text)
    elif isinstance(block, Listing):
        for item in block.items:
            yield from _named(scene, item)
            yield from _explained(scene, item)


def _explained(scene: Scene, sentence: str) -> Iterator[Proposal]:
    found = _IS[scene.language].match(sentence)
    if not found or not _is_term(found["term"]) or not SHORTEST <= len(sentence) <= LONGEST:
        return
    # "De training is een succes" tells of one thing; "Een training is …" says what the word means.
    if found["article"] and found["article"].lower() in ("de", "het", "the") and not found["short"]:
        return
    yield _card(scene, found["term"], found["said"], sentence)


def _named(scene: Scene, text: str) -> Iterator[Proposal]:
    found = _NAMED.match(text)
    if not found or len(text) > LONGEST:
        return
    term, said = found["term"] or found["dashed"], found["said"] or found["told"]
    # With a number in it, it is the number that is worth knowing.
    plain = not any(one.isdigit() for one in said)
    if plain and _is_term(term) and len(said.split()) >= _FEWEST_WORDS:
        yield _card(scene, term, said, text)


def _card(scene: Scene, term: str, said: str, quote: str) -> Proposal:
    answer = said[0].upper() + said[1:]
    prompt = asked("meaning", scene.language, term=term.strip())
    face = Recall(language=scene.language, prompt=prompt, answer=answer)
    return Proposal(face, scene.block.place, "definition", quote)


def _is_term(text: str) -> bool:
    words = text.lower().split()
    plain = not says_nothing(text) and not any(one.isdigit() for one in text)
    names = words[0].strip("*") not in _POINTS_BACK and not _CLAUSE.search(text)
    return 1 <= len(words) <= _MOST_WORDS and plain and names
