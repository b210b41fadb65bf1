"""From the cells of one row to a face, one function per kind."""

from collections.abc import Callable, Mapping
from typing import Final, TypedDict

from content.card import (
    Choice,
    Cloze,
    Face,
    Language,
    Match,
    MultipleChoice,
    Order,
    Recall,
    TrueFalse,
    Typed,
)
from content.exchange import gaps, marks
from content.exchange.reading import Values
from content.exchange.words import INFERRED, kind_called, truth_called

Cells = Mapping[str, str]
"""Cleaned text by field; a field that is absent is empty."""


class RowProblem(Exception):
    """Why no face could be made of a row: `code` and `values` as those of a `Problem`."""

    def __init__(self, code: str, field: str, values: Values | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.values: Values = values or {}


class _Shared(TypedDict):
    language: Language
    prompt: str
    explanation: str
    source: str


def face_of(cells: Cells, language: Language) -> Face:
    """The face that a row describes; raises `RowProblem` when the row does not say enough."""
    shared: _Shared = {
        "language": language,
        "prompt": cells.get("prompt", ""),
        "explanation": cells.get("explanation", ""),
        "source": cells.get("source", ""),
    }
    return _MAKERS[_kind(cells)](cells, shared)


def unused(cells: Cells, face: Face) -> tuple[str, ...]:
    """Filled fields that this kind of card has no use for."""
    used = _USED.get(face.kind, ())
    filled = [field for field in ("answer", "choices", "wrong_answers") if cells.get(field)]
    if face.kind == "order" and "choices" in filled:
        used = ("choices",)
    return tuple(field for field in filled if field not in used)


def _kind(cells: Cells) -> str:
    name = cells.get("kind", "")
    kind = kind_called(name) if name else INFERRED
    if kind is None:
        raise RowProblem("unknown-kind", "kind", {"text": name})
    return _inferred(cells, named=bool(name)) if kind == INFERRED else kind


def _inferred(cells: Cells, *, named: bool) -> str:
    """By what is filled in. Choices mean a choice; gaps in the prompt a cloze; else recall."""
    if cells.get("choices") or cells.get("wrong_answers") or named:
        _, right = _choices(cells)
        return "multiple_choice" if len(right) > 1 else "choice"
    return "cloze" if gaps.has_gaps(cells.get("prompt", "")) else "recall"


def _choices(cells: Cells) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The choices and which are right: by stars, else by the answer column.

    Wrong answers in a column of their own come after the right one.
    """
    answer = cells.get("answer", "")
    wrong = _texts(cells, "wrong_answers")
    if wrong and not cells.get("choices"):
        return ((answer, *wrong), (0,)) if answer else (wrong, ())
    pieces = marks.split(cells.get("choices", ""), "|", "*")
    starred = tuple(i for i, one in enumerate(pieces) if marks.MARK in (one[:1], one[-1:]))
    choices = tuple(one.strip(marks.MARK).strip().replace(marks.MARK, "*") for one in pieces)
    if starred or not answer:
        return choices + wrong, starred
    answers = marks.split(answer, "|", plain="*")
    wanted = {answer} if answer in choices else set(answers)
    if not wanted <= set(choices):
        raise RowProblem("answer-not-in-choices", "answer", {"text": answer[:80]})
    return choices + wrong, tuple(i for i, one in enumerate(choices) if one in wanted)


def _texts(cells: Cells, field: str) -> tuple[str, ...]:
    return tuple(marks.split(cells.get(field, ""), "|", plain="*"))


def _choice(cells: Cells, shared: _Shared) -> Face:
    choices, correct = _choices(cells)
    return Choice(choices=choices, correct=correct, **shared)


def _multiple_choice(cells: Cells, shared: _Shared) -> Face:
    choices, correct = _choices(cells)
    return MultipleChoice(choices=choices, correct=correct, **shared)


def _recall(cells: Cells, shared: _Shared) -> Face:
    return Recall(answer=cells.get("answer", ""), **shared)


def _true_false(cells: Cells, shared: _Shared) -> Face:
    answer = cells.get("answer", "")
    truth = truth_called(answer)
    if not answer:
        raise RowProblem("missing", "answer")
    if truth is None:
        raise RowProblem("not-true-or-false", "answer", {"text": answer[:80]})
    return TrueFalse(correct=truth, **shared)


def _typed(cells: Cells, shared: _Shared) -> Face:
    return Typed(accepted=_texts(cells, "answer"), **shared)


def _cloze(cells: Cells, shared: _Shared) -> Face:
    shared["prompt"], accepted = gaps.taken_out(cells.get("prompt", ""))
    return Cloze(gaps=accepted, **shared)


def _order(cells: Cells, shared: _Shared) -> Face:
    """In the right order, in the choices column or else in that of the answer."""
    return Order(items=_texts(cells, "choices" if cells.get("choices") else "answer"), **shared)


def _match(cells: Cells, shared: _Shared) -> Face:
    """Pairs as `left=right|left=right`; only the first bare `=` of a pair parts it."""
    pairs = [one.partition(marks.MARK) for one in marks.split(cells.get("choices", ""), "|", "=")]
    if not all(parted for _, parted, _ in pairs):
        raise RowProblem("pair-incomplete", "choices")
    left = tuple(one.strip() for one, _, _ in pairs)
    right = tuple(one.strip().replace(marks.MARK, "=") for _, _, one in pairs)
    return Match(left=left, right=right, **shared)


_MAKERS: Final[Mapping[str, Callable[[Cells, _Shared], Face]]] = {
    "recall": _recall,
    "choice": _choice,
    "multiple_choice": _multiple_choice,
    "true_false": _true_false,
    "typed": _typed,
    "cloze": _cloze,
    "order": _order,
    "match": _match,
}
_USED: Final[Mapping[str, tuple[str, ...]]] = {
    "recall": ("answer",),
    "choice": ("answer", "choices", "wrong_answers"),
    "multiple_choice": ("answer", "choices", "wrong_answers"),
    "true_false": ("answer",),
    "typed": ("answer",),
    "order": ("answer",),
    "match": ("choices",),
}
