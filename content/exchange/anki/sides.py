"""What a learner would see in Anki on both sides of one card, as text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from content.exchange.anki.cloze import gapped
from content.exchange.anki.collection import NoteType
from content.exchange.anki.notes import Card, Note
from content.exchange.anki.template import ANSWER_LINE, PICTURE, Side, Tag, Template, rendered

_NOTHING_TO_READ: Final = frozenset([PICTURE, "tts", "type"])


@dataclass(frozen=True)
class Sides:
    """One card of a note.

    `answer` is what the answer side adds, `beside` the fields on it that the question lacks.
    `gaps` belong in the marks of the question; `typed` is what the learner is to type.
    """

    question: str
    answer: str
    beside: str
    gaps: tuple[str, ...]
    typed: str
    question_media: tuple[str, ...]
    answer_media: tuple[str, ...]


def sides(note: Note, kind: NoteType, card: Card, template: Template) -> Sides:
    """The card of a note whose fields are those of its type."""
    texts = _texts(note, kind, card, template)
    media = {name: one.media for name, one in zip(kind.fields, note.fields, strict=True)}
    filled = frozenset(name for name in texts if texts[name] or media.get(name))
    asking = _Asking(texts, card.place + 1)
    question = _whole(rendered(template.question, asking, filled))
    answer = rendered(template.answer, _Telling(texts), filled)
    telling = _Telling(texts, frozenset(template.question.names()))
    beside = (
        _whole(rendered(template.answer, telling, filled)) if kind.cloze or asking.typed else ""
    )
    return Sides(
        question,
        _below(answer, question),
        "\n".join([*asking.hints, *([beside] if telling.told else [])]),
        tuple(asking.gaps),
        asking.typed,
        _media(template.question, texts, media),
        _media(template.answer, texts, media),
    )


@dataclass
class _Asking:
    """Fills the question, and keeps apart what it does not show at once."""

    texts: Mapping[str, str]
    number: int
    gaps: list[str] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    typed: str = ""

    def __call__(self, tag: Tag) -> str:
        text = self.texts.get(tag.name, "")
        if "type" in tag.filters and "cloze" not in tag.filters:
            self.typed = self.typed or text
        if not _NOTHING_TO_READ.isdisjoint(_words(tag)):
            return ""
        if "cloze" in tag.filters:
            return gapped(text, self.number, self.gaps)
        if "hint" in tag.filters:
            self.hints += [text] if text else []
            return ""
        return text


@dataclass
class _Telling:
    """Fills the answer side, without gaps: their text was in the question."""

    texts: Mapping[str, str]
    left_out: frozenset[str] = frozenset()
    told: bool = False

    def __call__(self, tag: Tag) -> str:
        if tag.name in self.left_out or not {"cloze", *_NOTHING_TO_READ}.isdisjoint(_words(tag)):
            return ""
        text = self.texts.get(tag.name, "")
        self.told = self.told or bool(text)
        return text


def _texts(note: Note, kind: NoteType, card: Card, template: Template) -> dict[str, str]:
    """What a template may name: fields, and what Anki offers beside them."""
    return {
        "Tags": " ".join(note.tags),
        "Type": kind.name,
        "Deck": "::".join(card.deck),
        "Subdeck": "".join(card.deck[-1:]),
        "Card": template.name,
        f"c{card.place + 1}": "1",
        **{name: one.text for name, one in zip(kind.fields, note.fields, strict=True)},
    }


def _words(tag: Tag) -> frozenset[str]:
    """The filters without their settings: `tts nl_NL speed=1` is `tts`."""
    return frozenset(one.partition(" ")[0] for one in tag.filters)


def _below(answer: str, question: str) -> str:
    """What stands under the answer line; without one, what is more than the question."""
    _, _, below = answer.partition(ANSWER_LINE)
    return _whole(below) or _whole(answer).removeprefix(question).strip()


def _whole(text: str) -> str:
    return text.replace(ANSWER_LINE, "").strip()


def _media(
    side: Side, texts: Mapping[str, str], media: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """The names of the pictures and sounds of a side, those of its own template aside."""
    names: list[str] = []
    for tag in side.parts:
        if isinstance(tag, Tag) and PICTURE in tag.filters:
            names.append(texts.get(tag.name, ""))
        elif isinstance(tag, Tag) and not tag.sign:
            names += media.get(tag.name, ())
    return tuple(dict.fromkeys(name for name in names if name))
