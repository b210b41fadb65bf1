"""Gathers a reading note by note: drafts, what is wrong with some, and what stays behind."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from content.card import Flaw, Language, problems_of
from content.exchange.anki.collection import NoteType
from content.exchange.anki.faces import LeftOut, face_of
from content.exchange.anki.left_behind import LeftBehind
from content.exchange.anki.notes import LONGEST_FIELD, Card, Note
from content.exchange.anki.own_field import unpacked
from content.exchange.anki.own_media import brought
from content.exchange.anki.shown import Media
from content.exchange.reading import Draft, Problem, Reading, Values
from content.exchange.rows import label_flaws
from content.exchange.table import capped
from content.sanitise import clean

_NO_TOPIC = frozenset(["Default", "Standaard"])
"""What Anki calls the deck that was there before anybody made one."""

_COLUMN_OF = {"key": "guid", "topic": "deck"}


@dataclass
class Reader:
    """`media` are the files that the package brings along."""

    language: Language
    media: Media
    drafts: list[Draft] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    passed_over: int = 0
    first_with: dict[str, int] = field(default_factory=dict)
    left_behind: LeftBehind = field(default_factory=LeftBehind)

    def take(self, note: Note) -> None:
        """A note with all its cards: they come in together or, with a problem, not at all."""
        before = len(self.problems)
        kind = note.type
        if kind is None:
            self._problem("note-type-missing", note)
        elif len(note.fields) != len(kind.fields):
            values = {"count": len(note.fields), "fields": len(kind.fields)}
            self._problem("fields-differ", note, values=values)
        elif self._bearable(note, kind):
            self.left_behind.seen(note, kind, self.media)
            drafts = list(self._drafts(note, kind))
            self.drafts += drafts if len(self.problems) == before else []
            if not note.cards:
                self._pass_over(note, LeftOut("note-without-cards", {}))

    def reading(self) -> Reading:
        """All of it."""
        if not (self.drafts or self.problems):
            self.problems.append(Problem("no-card-left" if self.passed_over else "no-notes"))
        notes = [*self.left_behind.told(), *self.notes]
        problems = capped(self.problems)
        drafts = tuple(self.drafts)
        return Reading(drafts, problems, capped(notes), "note", self.passed_over, with_media=True)

    def _bearable(self, note: Note, kind: NoteType) -> bool:
        for name, one in zip(kind.fields, note.fields, strict=True):
            if one.length > LONGEST_FIELD:
                values = {"length": one.length, "most": LONGEST_FIELD}
                self._problem("too-long", note, name, values)
                return False
        return True

    def _drafts(self, note: Note, kind: NoteType) -> Iterable[Draft]:
        if own := unpacked(note, kind, self.media):
            draft = replace(own, wants=tuple(brought(own.face, self.media)))
            yield self._judged(draft, note, kind, note.cards[0])
            return
        for card in note.cards:
            try:
                face, wants = face_of(note, kind, card, self.language, self.media)
            except LeftOut as reason:
                self._pass_over(note, reason)
                continue
            key = _key(note, kind, card)
            draft = Draft(key, None, face, _topic(card), note.tags, note.number, wants)
            yield self._judged(draft, note, kind, card)

    def _judged(self, draft: Draft, note: Note, kind: NoteType, card: Card) -> Draft:
        """The draft, after what is wrong with it was told."""
        for flaw in (*problems_of(draft.face), *label_flaws(draft)):
            self._problem(flaw.code, note, _column(flaw, kind, card), flaw.values)
        key = draft.key
        if key and self.first_with.setdefault(key, note.number) != note.number:
            self._problem("guid-twice", note, values={"first": self.first_with[key]})
        return draft

    def _pass_over(self, note: Note, reason: LeftOut) -> None:
        self.passed_over += 1
        self.notes.append(Problem(reason.code, note.number, None, reason.values, note.begins))

    def _problem(
        self, code: str, note: Note, column: str | None = None, values: Values | None = None
    ) -> None:
        self.problems.append(Problem(code, note.number, column, values or {}, note.begins))


def _key(note: Note, kind: NoteType, card: Card) -> str | None:
    if card.place == 0 or not note.guid:
        return note.guid or None
    if kind.cloze:
        return f"{note.guid}-c{card.place + 1}"
    return f"{note.guid}-r" if card.place == 1 else f"{note.guid}-{card.place + 1}"


def _topic(card: Card) -> str:
    """The last of the names of a deck within decks."""
    name = "".join(card.deck[-1:])
    return "" if name in _NO_TOPIC and len(card.deck) == 1 else clean(name)


def _column(flaw: Flaw, kind: NoteType, card: Card) -> str | None:
    """The field of the note, as its author named it, that a flaw of the face came from."""
    template = kind.templates[0 if kind.cloze else card.place]
    asked = [name for name in template.question.names() if name in kind.fields]
    told = [name for name in template.answer.names() if name in kind.fields and name not in asked]
    if flaw.field in ("prompt", "gaps"):
        return next(iter(asked), None)
    if flaw.field in ("answer", "explanation"):
        return next(iter(told), None)
    return _COLUMN_OF.get(flaw.field, flaw.field)
