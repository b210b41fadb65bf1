"""A set as CSV that every spreadsheet opens and that comes back in as the same set.

UTF-8 with a byte order mark, commas, every cell in quotes, English column names. What a
spreadsheet would take for a formula is guarded (see `formulas`); texts that hold a separator
are escaped (see `marks`).
"""

import csv
from collections.abc import Iterable
from io import StringIO
from typing import Final

from content.card import Choice, Cloze, Face, Match, MultipleChoice, Order, Recall, TrueFalse, Typed
from content.exchange import gaps, marks
from content.exchange.formulas import guard
from content.exchange.reading import Draft

COLUMNS: Final = (
    "key", "variant_of", "kind", "prompt", "answer", "choices", "explanation", "source",
    "topic", "tags", "language",
)  # fmt: skip


def write(cards: Iterable[Draft]) -> bytes:
    """The file. Cards and variants without flaws; rows come in the order given."""
    out = StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for card in cards:
        cells = _cells(card)
        writer.writerow([guard(cells.get(column, "")) for column in COLUMNS])
    return out.getvalue().encode("utf-8-sig")


def _cells(card: Draft) -> dict[str, str]:
    face = card.face
    return {
        "key": card.key or "",
        "variant_of": card.variant_of or "",
        "kind": face.kind,
        "prompt": face.prompt,
        "explanation": face.explanation,
        "source": face.source,
        "topic": card.topic,
        "tags": _joined(card.tags, ";", ";,"),
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
