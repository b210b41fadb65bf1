"""One door for every file that somebody wants on a card: what it is follows from its content."""

from hashlib import sha256

from content.files import svg
from content.files.containers import length_of
from content.files.file import MIB, Most, ReadyFile
from content.files.images import made_fit
from content.files.kinds import kind_of
from content.files.unfit import UnfitFile


def ready(name: str, data: bytes, most: Most) -> ReadyFile:
    """The file, checked and made fit; raises `UnfitFile`. The same bytes give the same file."""
    kind = kind_of(data)
    if kind is None:
        raise UnfitFile("unknown-kind" if data else "empty")
    largest = getattr(most, kind.partition("/")[0])
    if len(data) > largest * MIB:
        raise UnfitFile("too-big", {"most": largest})
    if kind == "image/svg+xml":
        clean, width, height = svg.cleaned(data)
        return ReadyFile(_name(clean), clean, kind, name, width, height)
    if kind.startswith("image/"):
        fit = made_fit(data)
        return ReadyFile(_name(fit.data), fit.data, fit.type, name, fit.width, fit.height)
    settled, seconds = length_of(data, kind)
    return ReadyFile(_name(data), data, settled, name, seconds=seconds)


def _name(data: bytes) -> str:
    return sha256(data).hexdigest()
