"""Puts the files that came along on the cards that want them, or tells why one is not there."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

from content import limits
from content.exchange.pace import Told, silent
from content.exchange.reading import Draft, Problem, Reading, Unreadable, Values, Wanted
from content.exchange.table import capped
from content.files.file import Most, ReadyFile
from content.files.images import pixels_of
from content.files.ready import ready
from content.files.unfit import UnfitFile

MOST_BYTES: Final = 250_000_000
"""Of all files of a reading together, as they come in."""

_LONGEST_ITEM: Final = 60
_LONGEST_NAME: Final = 80


def attached(reading: Reading, most: Most, told: Told = silent) -> Reading:
    """The reading with each file on the faces that want it; each file is made fit once."""
    sources = {wanted.source for draft in reading.drafts for wanted in draft.wants}
    files = _Files(most, lambda done: told("files", done, len(sources)))
    drafts = tuple(files.put_on(draft) if draft.wants else draft for draft in reading.drafts)
    notes = capped([*reading.notes, *files.notes])
    return replace(reading, drafts=drafts, notes=notes, files=tuple(files.used.values()))


@dataclass
class _Files:
    """`found` by where their bytes come from, `used` by their name; `left` is what may come."""

    most: Most
    told: Callable[[int], None]
    found: dict[Callable[[], bytes], ReadyFile | None] = field(default_factory=dict)
    used: dict[str, ReadyFile] = field(default_factory=dict)
    notes: list[Problem] = field(default_factory=list)
    left: int = field(default_factory=lambda: MOST_BYTES)
    pixels: int = 0

    def put_on(self, draft: Draft) -> Draft:
        media = {(one.file, one.place): one for one in draft.face.media}
        for wanted in draft.wants:
            file = self._file(wanted, draft)
            if file is None:
                continue
            place = (file.file, wanted.place)
            if place not in media and len(media) == limits.MEDIA:
                self._note("too-many", wanted, draft, {"most": limits.MEDIA})
                continue
            self.used[file.file] = file
            media[place] = file.on(wanted.place, wanted.alt[: limits.ALT])
        return replace(draft, face=replace(draft.face, media=tuple(media.values())), wants=())

    def _file(self, wanted: Wanted, draft: Draft) -> ReadyFile | None:
        if wanted.source not in self.found:
            self.told(len(self.found))
            self.found[wanted.source] = self._read(wanted, draft)
        return self.found[wanted.source]

    def _read(self, wanted: Wanted, draft: Draft) -> ReadyFile | None:
        try:
            return ready(wanted.name, self._counted(wanted.source()), self.most)
        except (UnfitFile, Unreadable) as unfit:
            code = unfit.code if isinstance(unfit, UnfitFile) else "damaged"
            self._note(code, wanted, draft, unfit.values)
            return None

    def _counted(self, data: bytes) -> bytes:
        self.left -= len(data)
        if self.left < 0:
            raise UnfitFile("too-heavy")
        self.pixels += pixels_of(data)
        if self.pixels > self.most.megapixels * 1_000_000:
            # The cards are worth more than the last of their pictures: reading on would take
            # longer than reading may, and then nothing of the file would come in.
            raise UnfitFile("too-many-pictures")
        return data

    def _note(self, why: str, wanted: Wanted, draft: Draft, values: Values) -> None:
        item = " ".join(draft.face.prompt.split())[:_LONGEST_ITEM]
        told = {"most": 0, **values, "why": why, "name": wanted.name[:_LONGEST_NAME]}
        self.notes.append(Problem("media-unfit", draft.row, None, told, item))
