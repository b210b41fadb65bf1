"""Reads H5P: every question a draft, or by name why not."""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Final

from content.card import Language
from content.exchange.archive import content_of, opened
from content.exchange.h5p.faces import LIBRARIES, PICKED, faces_of
from content.exchange.h5p.tree import Piece, loaded, pictures_in, pieces_in, text
from content.exchange.questions import Questions, Unfit
from content.exchange.reading import Reading, Unreadable
from content.sanitise import clean

_ABOUT: Final = "h5p.json"
_CONTENT: Final = "content/content.json"
_MOST_WITHIN: Final = 20


def is_package(members: Sequence[str]) -> bool:
    return _ABOUT in members and _CONTENT in members


def read(data: bytes, language: Language) -> Reading:
    """The questions of a package in their order; its title is the topic.

    Raises `Unreadable` for a package that is damaged or nested without end.
    """
    with opened(data) as archive:
        about = loaded(content_of(archive, _ABOUT))
        params = loaded(content_of(archive, _CONTENT))
    title, library = text(about, "title"), about.get("mainLibrary")
    main = Piece(library if isinstance(library, str) else "?", params, title)
    questions = Questions("question")
    numbers = count(1)
    for piece in _asking(main):
        _take(piece, title, numbers, language, questions)
    return questions.reading()


def _asking(piece: Piece, depth: int = 0) -> Iterator[Piece]:
    """The questions in a piece, or the piece itself where nothing is within it."""
    if depth > _MOST_WITHIN:
        raise Unreadable("too-deep", {"most": _MOST_WITHIN})
    inner = [] if piece.made_with in LIBRARIES else list(pieces_in(piece.params))
    if not inner:
        yield piece
    for one in inner:
        yield from _asking(one, depth + 1)


def _take(
    piece: Piece, topic: str, numbers: Iterator[int], language: Language, questions: Questions
) -> None:
    questions.at(next(numbers), piece.title)
    if piece.made_with not in LIBRARIES:
        questions.skip(piece.made_with)
        return
    try:
        made = list(faces_of(piece, language))
    except Unfit as unfit:
        questions.problem(unfit.code, unfit.values)
        return
    if not made:
        questions.problem("missing")
    if piece.made_with in PICKED:
        questions.note("choices-left-out", {})
    questions.pictures(pictures_in(piece.params))
    for place, (key, face) in enumerate(made):
        questions.at(questions.number if not place else next(numbers), face.prompt)
        questions.take(face, key=clean(key), topic=(topic,))
