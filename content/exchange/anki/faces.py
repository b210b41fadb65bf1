"""From one card of a note to a face, or to what keeps it from being one."""

from collections.abc import Mapping
from typing import Final

from content.card import Cloze, Face, Language, Recall, Typed
from content.exchange.anki.collection import NoteType
from content.exchange.anki.notes import Card, Note
from content.exchange.anki.shown import Media, instead_of_text, wanted
from content.exchange.anki.sides import Sides, sides
from content.exchange.reading import Wanted

_DRAWN: Final = "image-occlusion:"
"""What stands in a gap that covers a part of a picture."""


class LeftOut(Exception):
    """Nothing that a card can hold: `code` and `values` as those of a `Problem`."""

    def __init__(self, code: str, values: Mapping[str, str | int]) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def face_of(
    note: Note, kind: NoteType, card: Card, language: Language, media: Media
) -> tuple[Face, tuple[Wanted, ...]]:
    """The face of a card and the media that it shows; raises `LeftOut`.

    The note has as many fields as its type.
    """
    if kind.occlusion or any(_DRAWN in one.text for one in note.fields if kind.cloze):
        raise LeftOut("skipped-kind", {"kind": kind.name[:80]})
    template = kind.templates.get(0 if kind.cloze else card.place)
    if template is None:
        raise LeftOut("card-empty", {"kind": kind.name[:80]})
    seen = sides(note, kind, card, template)
    make = _cloze if kind.cloze else _plain
    face = make(seen, kind, language, media)
    return face, tuple(wanted(seen, face, note, media))


def _cloze(seen: Sides, kind: NoteType, language: Language, _media: Media) -> Face:
    if not seen.gaps:
        raise LeftOut("card-empty", {"kind": kind.name[:80]})
    gaps = tuple((gap,) for gap in seen.gaps)
    return Cloze(language=language, prompt=seen.question, gaps=gaps, explanation=seen.beside)


def _plain(seen: Sides, kind: NoteType, language: Language, media: Media) -> Face:
    question, answer = seen.question, seen.answer or seen.typed
    there = media.keys() & {*seen.question_media}
    if not (question or answer or there) and seen.question_media:
        names = ", ".join((*seen.question_media, *seen.answer_media))
        raise LeftOut("card-of-media", {"kind": kind.name[:80], "names": names[:200]})
    question = question or instead_of_text(seen.question_media, media, language)
    if not question:
        raise LeftOut("card-empty", {"kind": kind.name[:80]})
    if seen.typed:
        return Typed(
            language=language, prompt=question, accepted=(seen.typed,), explanation=seen.beside
        )
    behind = (name for name in seen.answer_media if name not in seen.question_media)
    answer = answer or instead_of_text(behind, media, language)
    return Recall(language=language, prompt=question, answer=answer, explanation=seen.beside)
