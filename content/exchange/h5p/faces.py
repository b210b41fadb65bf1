"""From a piece of H5P content to faces, one function per library that asks something."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from content.card import Choice, Cloze, Face, Language, Recall, TrueFalse, Typed
from content.exchange import marks
from content.exchange.answers import Answer, Shared, choices_of, explained
from content.exchange.h5p.tree import Params, Piece, listed, mapping, seen, text
from content.exchange.questions import Unfit

Made = Iterator[tuple[str, Face, Params]]
"""Faces, each with the key that H5P gave it, empty where it gave none, and what it is made of."""

_GAP: Final = re.compile(r"\*([^*\n]+)\*")
_TIP: Final = re.compile(r"(?<!\\):.*")
_FEEDBACK: Final = re.compile(r"\\[+-].*")
_OTHER: Final = re.compile(r"(?<!\\)/")
_ESCAPED: Final = re.compile(r"\\([:/])")


def faces_of(piece: Piece, language: Language) -> Made:
    """What a piece asks; raises `Unfit`. Only for libraries of `LIBRARIES`."""
    return _MAKERS[piece.made_with](piece, language)


def _choice(piece: Piece, language: Language) -> Made:
    answers: list[Answer] = []
    for one in map(mapping, listed(piece.params, "answers")):
        feedback = text(mapping(one.get("tipsAndFeedback")), "chosenFeedback")
        share = 100 if one.get("correct") is True else 0
        answers.append(Answer(text(one, "text"), share, feedback))
    shared = _shared(piece.params, "question", language, explained("", answers))
    yield piece.ident, choices_of(answers, shared, several=False), piece.params


def _true_false(piece: Piece, language: Language) -> Made:
    correct = str(piece.params.get("correct")).lower()
    if correct not in ("true", "false"):
        raise Unfit("none-right")
    behaviour = mapping(piece.params.get("behaviour"))
    said = [text(behaviour, key) for key in ("feedbackOnCorrect", "feedbackOnWrong")]
    shared = _shared(piece.params, "question", language, "\n".join(filter(None, said)))
    yield piece.ident, TrueFalse(correct=correct == "true", **shared), piece.params


def _blanks(piece: Piece, language: Language) -> Made:
    """Every block of text is a card; `*AVG/GDPR:the law*` is a gap with a tip."""
    blocks = [seen(one) for one in listed(piece.params, "questions")]
    for block in blocks:
        key = piece.ident if len(blocks) == 1 else ""
        face = _cloze(text(piece.params, "text"), block, language, alternatives=True)
        yield key, face, piece.params


def _drag_text(piece: Piece, language: Language) -> Made:
    params = piece.params
    block = text(params, "textField")
    face = _cloze(text(params, "taskDescription"), block, language, alternatives=False)
    yield piece.ident, face, params


def _single_choices(piece: Piece, language: Language) -> Made:
    """The first answer is the right one."""
    for one in map(mapping, listed(piece.params, "choices")):
        choices = tuple(seen(answer) for answer in listed(one, "answers"))
        ident = one.get("subContentId")
        shared = _shared(one, "question", language, "")
        face = Choice(choices=choices, correct=(0,) if choices else (), **shared)
        yield ident if isinstance(ident, str) else "", face, one


def _dialog_cards(piece: Piece, language: Language) -> Made:
    for one in map(mapping, listed(piece.params, "dialogs")):
        yield "", Recall(answer=text(one, "answer"), **_shared(one, "text", language, "")), one


def _flashcards(piece: Piece, language: Language) -> Made:
    """Answers that may be typed are parted by a bar."""
    for one in map(mapping, listed(piece.params, "cards")):
        accepted = tuple(marks.split(text(one, "answer"), "|"))
        yield "", Typed(accepted=accepted, **_shared(one, "text", language, "")), one


def _cloze(task: str, block: str, language: Language, *, alternatives: bool) -> Face:
    gaps: list[tuple[str, ...]] = []

    def numbered(gap: re.Match[str]) -> str:
        solution = _FEEDBACK.sub("", _TIP.sub("", gap[1]))
        ways = _OTHER.split(solution) if alternatives else [solution]
        gaps.append(tuple(_ESCAPED.sub(r"\1", way).strip() for way in ways))
        return f"{{{{{len(gaps)}}}}}"

    prompt = _GAP.sub(numbered, block)
    prompt = f"{task}\n{prompt}" if task else prompt
    return Cloze(language=language, prompt=prompt, gaps=tuple(gaps))


def _shared(params: Params, key: str, language: Language, explanation: str) -> Shared:
    return {"language": language, "prompt": text(params, key), "explanation": explanation}


_MAKERS: Final[Mapping[str, Callable[[Piece, Language], Made]]] = {
    "H5P.MultiChoice": _choice,
    "H5P.TrueFalse": _true_false,
    "H5P.Blanks": _blanks,
    "H5P.DragText": _drag_text,
    "H5P.SingleChoiceSet": _single_choices,
    "H5P.Dialogcards": _dialog_cards,
    "H5P.Flashcards": _flashcards,
}
LIBRARIES: Final = frozenset(_MAKERS)
"""The libraries that a card can be."""
PICKED: Final = frozenset(["H5P.DragText"])
"""Libraries whose words are picked from a list, which a card has not."""
