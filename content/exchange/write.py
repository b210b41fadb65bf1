"""One door for every file that a set can leave as."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import IO, Final

from content.exchange import csv_out, xlsx_out
from content.exchange.anki import write as anki
from content.exchange.json_set import write as json_set
from content.exchange.markdown import write as markdown
from content.exchange.outgoing import Outgoing


@dataclass(frozen=True)
class Format:
    """A kind of file; `write` puts the whole set into an open one and leaves it open."""

    mimetype: str
    write: Callable[[Outgoing, IO[bytes]], None]


FORMATS: Final[Mapping[str, Format]] = {
    "csv": Format("text/csv", csv_out.write),
    "xlsx": Format(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx_out.write
    ),
    "apkg": Format("application/octet-stream", anki.write),
    "json": Format("application/json", json_set.write),
    "md": Format("text/markdown", markdown.write),
}
"""By the name that the API, the shell and the file's own ending share."""
