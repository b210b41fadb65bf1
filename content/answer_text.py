"""The right answer of a face as one line of text, for lists, search and reports."""

from __future__ import annotations

from content.kinds.choice import Choice, MultipleChoice
from content.kinds.cloze import Cloze
from content.kinds.face import Face
from content.kinds.match import Match
from content.kinds.order import Order
from content.kinds.recall import Recall
from content.kinds.true_false import VERDICTS, TrueFalse
from content.kinds.typed import Typed


def answer_text(face: Face) -> str:
    """What a person would say the answer is, in the face's own language."""
    match face:
        case Recall():
            line = face.answer
        case Choice() | MultipleChoice():
            line = "; ".join(face.choices[index] for index in face.correct)
        case TrueFalse():
            line = VERDICTS[face.language][0 if face.correct else 1]
        case Typed():
            line = face.accepted[0]
        case Cloze():
            line = "; ".join(gap[0] for gap in face.gaps)
        case Order():
            line = " → ".join(face.items)
        case Match():
            pairs = zip(face.left, face.right, strict=True)
            line = "; ".join(f"{left} – {right}" for left, right in pairs)
        case _:
            raise TypeError(f"no answer text for {face.kind}")
    return line
