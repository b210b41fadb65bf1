"""What a package holds that cards do not take over, told by name."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from typing import Final

from content.exchange.anki.collection import NoteType
from content.exchange.anki.notes import Note
from content.exchange.anki.template import Tag
from content.exchange.reading import Problem

_MOST_NAMES: Final = 20
_UNNAMED: Final = frozenset("?")
"""What a picture is called that stands written out in the text itself."""


@dataclass(frozen=True)
class _Used:
    """A note type that has notes: fields that no template names, and pictures of its templates."""

    kind: str
    unnamed: tuple[int, ...]
    pictures: dict[str, None]


@dataclass
class LeftBehind:
    """Media, and fields that no template shows."""

    with_media: list[Problem] = field(default_factory=list)
    named: dict[str, None] = field(default_factory=dict)
    used: dict[int, _Used] = field(default_factory=dict)
    unshown: dict[str, dict[str, None]] = field(default_factory=dict)

    def seen(self, note: Note, kind: NoteType, there: Container[str]) -> None:
        """Looks for it in a note; `there` are the files that the package brings."""
        named = (name for one in note.fields for name in one.media)
        media = dict.fromkeys(name for name in named if name not in there)
        if media:
            values = {"names": _listed(media)}
            item = note.begins
            self.with_media.append(Problem("media-left-out", note.number, None, values, item))
            self.named |= media
        used = self.used.get(id(kind)) or self.used.setdefault(id(kind), _used(kind))
        for place in used.unnamed:
            if note.fields[place].text or note.fields[place].media:
                self.unshown.setdefault(kind.name, {})[kind.fields[place]] = None

    def told(self) -> Iterator[Problem]:
        """All of it, what concerns the whole package first."""
        for kind, names in self.unshown.items():
            yield Problem("fields-unshown", values={"kind": kind[:80], "columns": _listed(names)})
        for used in self.used.values():
            if used.pictures:
                values = {"kind": used.kind[:80], "names": _listed(used.pictures)}
                yield Problem("template-media", values=values)
        missing = dict.fromkeys(name for name in self.named if name not in _UNNAMED)
        if missing:
            count = len(missing)
            yield Problem("media-missing", values={"count": count, "names": _listed(missing)})
        yield from self.with_media


def _used(kind: NoteType) -> _Used:
    sides = [side for one in kind.templates.values() for side in (one.question, one.answer)]
    named = {part.name for side in sides for part in side.parts if isinstance(part, Tag)}
    unnamed = tuple(place for place, name in enumerate(kind.fields) if name not in named)
    return _Used(
        kind.name, unnamed, dict.fromkeys(name for side in sides for name in side.pictures)
    )


def _listed(names: dict[str, None]) -> str:
    """The first of them; a longer list is cut, as nobody reads it."""
    first = ", ".join(name[:80] for name in list(names)[:_MOST_NAMES])
    return f"{first} …" if len(names) > _MOST_NAMES else first
