"""The media of a card of Anki, as what the card here is to show."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Final

from content.card import Face, Language, Recall
from content.exchange.anki.notes import Note
from content.exchange.anki.sides import Sides
from content.exchange.reading import Wanted
from content.media import Place

Media = Mapping[str, Callable[[], bytes]]
"""Files of the package by name."""

_SOUNDS: Final = (".mp3", ".ogg", ".oga", ".opus", ".m4a", ".wav")
_FILMS: Final = (".mp4", ".webm", ".m4v")
_SEE: Final[Mapping[Language, tuple[str, str, str]]] = {
    "nl": ("Bekijk de afbeelding.", "Luister naar het geluid.", "Bekijk de film."),
    "en": ("Look at the picture.", "Listen to the sound.", "Watch the film."),
}


def wanted(seen: Sides, face: Face, note: Note, media: Media) -> Iterator[Wanted]:
    """What the package brings of it; a file of the question is not shown again with the answer."""
    said = {name: text for one in note.fields for name, text in one.alternatives.items()}
    answer: Place = "answer" if isinstance(face, Recall) else "explanation"
    behind = (name for name in seen.answer_media if name not in seen.question_media)
    named: Iterable[tuple[Place, str]] = chain(
        (("prompt", name) for name in seen.question_media), ((answer, name) for name in behind)
    )
    for place, name in named:
        if name in media:
            yield Wanted(name, place, said.get(name, ""), media[name])


def instead_of_text(names: Iterable[str], media: Media, language: Language) -> str:
    """What a side of media alone says: not their names, which may well be the answer.

    Those that the package does not bring are named, so that the author sees what is amiss.
    """
    names = tuple(names)
    there = next((name.lower() for name in names if name in media), None)
    if there is None:
        return " ".join(f"[{name}]" for name in names)
    picture, sound, film = _SEE[language]
    return sound if there.endswith(_SOUNDS) else film if there.endswith(_FILMS) else picture
