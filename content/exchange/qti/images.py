"""The pictures of an item that its package brings along."""

import posixpath
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from content.exchange.archive import content_of
from content.exchange.qti.names import name
from content.exchange.reading import Wanted
from content.media import Place


@dataclass(frozen=True)
class Images:
    """`sources` by the names under which the texts of one item speak of their pictures."""

    sources: Mapping[str, Callable[[], bytes]] = field(default_factory=dict)

    def wanted(
        self, names: Iterable[str], place: Place, said: Mapping[str, str]
    ) -> Iterator[Wanted]:
        """Those of the names that come along; `said` is what they show in words."""
        for one in names:
            if source := self.sources.get(one):
                yield Wanted(one, place, said.get(one, ""), source)


NONE: Final = Images()


def images_of(item: Element, archive: zipfile.ZipFile, folder: str) -> Images:
    """The pictures that an item in this folder of the package refers to."""
    members = frozenset(archive.namelist())
    sources: dict[str, Callable[[], bytes]] = {}
    for one in item.iter():
        if name(one) == "img":
            source = unquote(one.get("src", ""))
            path = posixpath.normpath(posixpath.join(folder, source))
            if path in members:
                sources[PurePosixPath(source).name] = partial(content_of, archive, path)
    return Images(sources)
