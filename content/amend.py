"""What somebody who reads a card writes down about it, as a face: better words, or a new card.

A reader writes plain lines: a question, an answer, an explanation. Where the answer of a kind is
one text, that line takes its place; where it is not (pairs, an order, gaps), the face keeps its
answer and an author has to see to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from content.kinds.choice import Choice
from content.kinds.face import Face
from content.kinds.recall import Recall
from content.kinds.typed import Typed
from content.language import Language
from content.sanitise import clean


def amended(face: Face, lines: Mapping[str, str]) -> Face:
    """The face with these lines (`prompt`, `answer`, `explanation`), as far as they say anything.

    The result may be unfit for use: see `content.card.problems_of`.
    """
    said = {name: text for name, line in lines.items() if (text := clean(line).strip())}
    answered = _answered(face, said["answer"]) if "answer" in said else face
    return replace(
        answered,
        prompt=said.get("prompt", face.prompt),
        explanation=said.get("explanation", face.explanation),
    )


def new_card(language: Language, lines: Mapping[str, str]) -> Recall:
    """A card as somebody proposed it, on which learners judge themselves."""
    said = {name: clean(line).strip() for name, line in lines.items()}
    return Recall(
        language=language,
        prompt=said["prompt"],
        answer=said["answer"],
        explanation=said.get("explanation", ""),
    )


def _answered(face: Face, answer: str) -> Face:
    match face:
        case Recall():
            return replace(face, answer=answer)
        case Typed():
            others = [one for one in face.accepted[1:] if one != answer]
            return replace(face, accepted=(answer, *others))
        case Choice(choices=choices, correct=(right,)):
            if answer in choices:
                return replace(face, correct=(choices.index(answer),))
            mended = [answer if at == right else one for at, one in enumerate(choices)]
            return replace(face, choices=tuple(mended))
        case _:
            return face
