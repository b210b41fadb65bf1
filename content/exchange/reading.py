"""What a file turned out to hold: drafts of cards, problems by place, and things worth knowing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from content.files.file import ReadyFile
from content.kinds.face import Face
from content.media import Place

MOST_ROWS: Final = 150_000
MOST_COLUMNS: Final = 64
MOST_PROBLEMS: Final = 500
"""A report longer than this helps nobody; the rest is counted in `more-problems`."""

Values = Mapping[str, str | int]

Counted = Literal["row", "line", "question", "note"]
"""What the numbers of a reading count: rows of a table, lines of a text, questions or notes."""


@dataclass(frozen=True)
class Wanted:
    """A file that a card shows. `source` gives its bytes, or raises `Unreadable` or `UnfitFile`.

    Cards that show the same file share its source, so that it is read once.
    """

    name: str
    place: Place
    alt: str
    source: Callable[[], bytes]


@dataclass(frozen=True)
class Draft:
    """One card, or a variant of the card whose key is `variant_of`, and the place it came from.

    What it `wants` to show is on its face when the reading is done. Of `valid_until` most files say
    nothing: None leaves it as it is.
    """

    key: str | None
    variant_of: str | None
    face: Face
    topic: str
    tags: tuple[str, ...]
    row: int
    wants: tuple[Wanted, ...] = ()
    valid_until: date | None = None


@dataclass(frozen=True)
class Problem:
    """`code` names a sentence of the catalogue, `import-CODE`, that takes `values`.

    `row` counts from 1 what the reading says that it counts; rows count as in a spreadsheet, with
    the header. `column` is as the file names it. None where the problem is not about one of them.
    `item` is how the thing itself begins, where nobody sees its number.
    """

    code: str
    row: int | None = None
    column: str | None = None
    values: Values = field(default_factory=dict)
    item: str = ""


@dataclass(frozen=True)
class Reading:
    """`problems` stop their rows from coming in; `notes` tell what was left out or guessed.

    `passed_over` is how many items were of a kind that no card can be; each has its note.
    `with_media` says whether a card without a file means one that shall have none; a table cannot
    say. `files` are those that the faces name.
    """

    drafts: tuple[Draft, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()
    counted: Counted = "row"
    passed_over: int = 0
    with_media: bool = False
    files: tuple[ReadyFile, ...] = ()


class Unreadable(Exception):
    """The file as a whole cannot be read. Code and values as those of a `Problem`."""

    def __init__(self, code: str, values: Values | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.values: Values = values or {}
