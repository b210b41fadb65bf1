"""Reads H5P: every question a draft, or by name why not."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from typing import Final

from content.card import Language
from content.exchange.archive import content_of, opened
from content.exchange.h5p.faces import LIBRARIES, PICKED, faces_of
from content.exchange.h5p.tree import Params, Piece, files_in, loaded, pieces_in, text
from content.exchange.questions import Questions, Unfit
from content.exchange.reading import Reading, Unreadable, Wanted
from content.sanitise import clean

_ABOUT: Final = "h5p.json"
_CONTENT: Final = "content/content.json"
_FOLDER: Final = "content/"
_MOST_WITHIN: Final = 20


def is_package(members: Sequence[str]) -> bool:
    return _ABOUT in members and _CONTENT in members


def read(data: bytes, language: Language) -> Reading:
    """The questions of a package in their order; its title is the topic.

    Raises `Unreadable` for a package that is damaged or nested without end.
    """
    archive = opened(data)
    about = loaded(content_of(archive, _ABOUT))
    params = loaded(content_of(archive, _CONTENT))
    sources = {
        name.removeprefix(_FOLDER): partial(content_of, archive, name)
        for name in archive.namelist()
        if name.startswith(_FOLDER)
    }
    title, library = text(about, "title"), about.get("mainLibrary")
    main = Piece(library if isinstance(library, str) else "?", params, title)
    questions = Questions("question", with_media=True)
    taker = _Taker(title, language, questions, sources)
    for piece in _asking(main):
        taker.take(piece)
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


@dataclass
class _Taker:
    """Takes pieces one by one; `sources` give the bytes of the package's files by their paths."""

    topic: str
    language: Language
    questions: Questions
    sources: Mapping[str, Callable[[], bytes]]
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def take(self, piece: Piece) -> None:
        questions = self.questions
        questions.at(next(self.numbers), piece.title)
        if piece.made_with not in LIBRARIES:
            questions.skip(piece.made_with)
            return
        try:
            made = list(faces_of(piece, self.language))
        except Unfit as unfit:
            questions.problem(unfit.code, unfit.values)
            return
        if not made:
            questions.problem("missing")
        if piece.made_with in PICKED:
            questions.note("choices-left-out", {})
        self._name_missing(piece)
        for place, (key, face, params) in enumerate(made):
            number = questions.number if not place else next(self.numbers)
            questions.at(number, face.prompt)
            wants = self._wants(params)
            questions.take(face, key=clean(key), topic=(self.topic,), wants=wants)

    def _wants(self, params: Params) -> Iterator[Wanted]:
        for file in files_in(params):
            if source := self.sources.get(file.path):
                yield Wanted(file.name, "prompt", file.alt, source)

    def _name_missing(self, piece: Piece) -> None:
        files = files_in(piece.params)
        self.questions.pictures(one.name for one in files if one.path not in self.sources)
