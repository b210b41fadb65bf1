"""A card as the cells of a table row, the other way of `rows` and `faces`.

Texts that hold a separator are escaped (see `marks`). Guarding against formulas is left to who
writes the cells.
"""

from typing import Final

from content.card import Choice, Cloze, Face, Match, MultipleChoice, Order, Recall, TrueFalse, Typed
from content.exchange import gaps, marks
from content.exchange.reading import Draft

COLUMNS: Final = (
    "key", "variant_of", "kind", "prompt", "answer", "choices", "explanation", "source",
    "topic", "tags", "language",
)  # fmt: skip


def cells_of(draft: Draft) -> dict[str, str]:
    """The cells by column; one that is absent is empty."""
    face = draft.face
    return {
        "key": draft.key or "",
        "variant_of": draft.variant_of or "",
        "kind": face.kind,
        "prompt": face.prompt,
        "explanation": face.explanation,
        "source": face.source,
        "topic": draft.topic,
        "tags": _joined(draft.tags, ";", ";,"),
        "language": face.language,
        **_own_cells(face),
    }


def _own_cells(face: Face) -> dict[str, str]:
    """The cells that depend on the kind."""
    cells: dict[str, str] = {}
    match face:
        case Recall():
            cells["answer"] = face.answer
        case TrueFalse():
            cells["answer"] = "true" if face.correct else "false"
        case Typed():
            cells["answer"] = _joined(face.accepted, "|", "|*")
        case Cloze():
            cells["prompt"] = gaps.put_back(face.prompt, face.gaps)
        case Order():
            cells["choices"] = _joined(face.items, "|", "|*")
        case Choice() | MultipleChoice():
            cells["choices"] = marks.join(_starred(face.choices, face.correct), "|")
        case Match():
            cells["choices"] = marks.join(_paired(face.left, face.right), "|")
    return cells


def _starred(choices: tuple[str, ...], correct: tuple[int, ...]) -> list[str]:
    return ["*" * (i in correct) + marks.escape(text, "|*") for i, text in enumerate(choices)]


def _paired(left: tuple[str, ...], right: tuple[str, ...]) -> list[str]:
    return [
        marks.before(marks.escape(one, "|="), "=") + marks.escape(other, "|=")
        for one, other in zip(left, right, strict=True)
    ]


def _joined(texts: tuple[str, ...], separator: str, specials: str) -> str:
    return marks.join([marks.escape(text, specials) for text in texts], separator) if texts else ""
