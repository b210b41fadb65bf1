"""A set on its way out to a file, and how much of it each kind of file promises to hold."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from content.card import Face, Language
from content.exchange.reading import Draft


@dataclass(frozen=True)
class PastCard:
    """A card as a release showed it; `faces` are all its wordings by key, its own first."""

    key: str
    topic: str
    tags: tuple[str, ...]
    faces: tuple[tuple[str | None, Face], ...]
    valid_until: date | None = None


@dataclass(frozen=True)
class PastRelease:
    """One release: the keys of its cards in order, and those cards that it brought or changed.

    The other cards stand as the latest release before it that has them says.
    """

    number: int
    note: str
    released_at: datetime
    keys: tuple[str, ...]
    changed: Iterable[PastCard]


@dataclass(frozen=True)
class Outgoing:
    """`drafts` are cards in order, each with its variants behind it; they are read once.

    `media` gives the bytes of a file, None when it is lost. `labels` is the language of the person
    who asked, for names of columns; `now` the moment of asking.
    """

    title: str
    language: Language
    drafts: Iterable[Draft]
    media: Callable[[str], bytes | None]
    releases: Iterable[PastRelease]
    labels: Language
    now: datetime

    def cards(self) -> Iterator[list[Draft]]:
        """The drafts card by card: the card itself, then its variants."""
        group: list[Draft] = []
        for draft in self.drafts:
            if draft.variant_of is None and group:
                yield group
                group = []
            group.append(draft)
        if group:
            yield group
