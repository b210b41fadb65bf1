"""A wrong answer in words, so that the same mistake of several learners is counted as one."""

from __future__ import annotations

from content.grade import grade
from content.kinds.choice import Choice, MultipleChoice
from content.kinds.cloze import Cloze
from content.kinds.face import Face, Ungradable, listed, picked
from content.kinds.match import Match
from content.kinds.order import Order
from content.kinds.true_false import VERDICTS, TrueFalse
from content.kinds.typed import Typed
from content.likeness import fold, likeness

_NOTHING = "–"


def wrong_answer(face: Face, answer: object) -> str | None:
    """What was answered, in one spelling, and only the parts that are wrong.

    None for an answer that is right, blank, or does not fit the face as it is now.
    """
    try:
        if grade(face, answer).correct:
            return None
        said = _said(face, answer)
    except Ungradable:
        return None
    return said.strip() or None


def _said(face: Face, answer: object) -> str:
    match face:
        case Choice():
            line = face.choices[picked(answer, face.choices)]
        case MultipleChoice():
            picks = sorted({picked(one, face.choices) for one in listed(answer)})
            line = " + ".join(face.choices[at] for at in picks) or _NOTHING
        case TrueFalse():
            line = VERDICTS[face.language][1 if face.correct else 0]
        case Typed():
            line = fold(str(answer))
        case Cloze():
            given = [str(one) for one in listed(answer)]
            wrong = [
                fold(one) or _NOTHING
                for one, gap in zip(given, face.gaps, strict=True)
                if not likeness(one, gap, face.language).right
            ]
            line = " / ".join(wrong)
        case Order():
            line = " → ".join(face.items[picked(one, face.items)] for one in listed(answer))
        case Match():
            chosen = [face.right[picked(one, face.right)] for one in listed(answer)]
            pairs = zip(face.left, chosen, face.right, strict=True)
            line = "; ".join(f"{left} – {said}" for left, said, right in pairs if said != right)
        case _:
            line = ""
    return line
