"""A set as CSV that every spreadsheet opens and that comes back in as the same set.

UTF-8 with a byte order mark, commas, every cell in quotes, English column names. What a
spreadsheet would take for a formula is guarded (see `formulas`).

Promised: every card and variant with all texts, kind, language, topic, tags and key, in order, as
far as each cell stays within the 20,000 characters that an import takes.
Not held: media, the title of the set, its releases.
"""

import csv
from io import TextIOWrapper
from typing import IO

from content.exchange.cells import COLUMNS, cells_of
from content.exchange.formulas import guard
from content.exchange.outgoing import Outgoing


def write(given: Outgoing, out: IO[bytes]) -> None:
    """Writes the file, row by row."""
    text = TextIOWrapper(out, encoding="utf-8-sig", newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for draft in given.drafts:
        cells = cells_of(draft)
        writer.writerow([guard(cells.get(column, "")) for column in COLUMNS])
    text.detach()  # or it would close the file of who asked
