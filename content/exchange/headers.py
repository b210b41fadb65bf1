"""Which column holds what, in the words that trainers use for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from content.language import Language
from content.likeness import fold

_NAMES: Final[Mapping[str, str]] = {
    "prompt": "prompt, vraag, question, term, begrip, voorkant, front",
    "answer": "answer, antwoord, definition, definitie, achterkant, back, correct answer, "
    "right answer, juiste antwoord, goede antwoord",
    "wrong_answers": "wrong answers, foute antwoorden, wrong answer, foute antwoord, "
    "incorrect answers, onjuiste antwoorden, distractors, afleiders",
    "kind": "kind, soort, type, question type, vraagtype",
    "choices": "choices, keuzes, options, opties, answer options, antwoordopties",
    "explanation": "explanation, uitleg, toelichting, feedback",
    "source": "source, bron",
    "topic": "topic, onderwerp, category, categorie, subject, thema",
    "tags": "tags, labels, tag, label, trefwoorden",
    "language": "language, taal",
    "variant_of": "variant of, variant van",
    "key": "key, sleutel, id",
}
_FIELDS: Final = {name: field for field, names in _NAMES.items() for name in names.split(", ")}

FIELDS: Final = tuple(_NAMES)
"""Every field that a table can hold."""

COLUMN_OF: Final[Mapping[str, str]] = {
    "accepted": "answer", "items": "choices", "left": "choices", "right": "choices",
    "gaps": "prompt", "correct": "answer",
}  # fmt: skip
"""The column that fills a field of a face, where it is called otherwise."""

WITHOUT_HEADER: Final = ("prompt", "answer", "wrong_answers", "topic", "tags")
"""What the columns of a file without a header are taken for. Any further ones are left out."""


@dataclass(frozen=True)
class Columns:
    """`fields[i]` is what column i holds, None when unknown; `names[i]` is what the file says."""

    fields: tuple[str | None, ...]
    names: tuple[str, ...]

    def called(self, field: str) -> str:
        """The name of a field's column in this file, or our own name where it has none."""
        return self.names[self.fields.index(field)] if field in self.fields else field


def field_called(name: str) -> str | None:
    """The field that people call so, in either language; None for any other name."""
    return _FIELDS.get(fold(name.replace("_", " ")).rstrip(" :*"))


def recognised(cells: Sequence[str]) -> Columns | None:
    """The columns that a first row names; None when that row is no header.

    A header names two different fields that are known, or a prompt beside unknown names: the
    two columns of a word list may well start with `vraag` and `question`.
    """
    fields = tuple(field_called(name) for name in cells)
    known = [field for field in fields if field]
    if len(set(known)) >= 2 or known == ["prompt"]:  # noqa: PLR2004 - two, as told above
        names = (name.strip() or letter(index) for index, name in enumerate(cells))
        return Columns(fields, tuple(names))
    return None


def assumed(width: int, language: Language) -> Columns:
    """The columns of a file without a header."""
    known = WITHOUT_HEADER[:width]
    names = tuple(shown(field, language) for field in known)
    rest = range(len(known), width)
    return Columns(known + (None,) * len(rest), names + tuple(letter(index) for index in rest))


def shown(field: str, language: Language) -> str:
    """Our own name of a column, in a trainer's language."""
    english, dutch, *_ = _NAMES[field].split(", ")
    return (dutch if language == "nl" else english).replace(" ", "_")


def letter(index: int) -> str:
    """A column's letter in a spreadsheet: A for 0, Z for 25, AA for 26."""
    letters = ""
    while index >= 0:
        index, rest = divmod(index, 26)
        letters, index = chr(ord("A") + rest) + letters, index - 1
    return letters
