"""Tables: what stands in the first column asks for what stands in the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from content.card import Recall
from content.material.blocks import Table
from content.material.passed_over import says_nothing
from content.material.proposal import Proposal, Scene
from content.material.wording import asked

FEWEST: Final = 2
MOST_ROWS: Final = 12
MOST_COLUMNS: Final = 4
MOST_CARDS: Final = 12
"""Of one table; beyond it a table is a work of reference, not something to know by heart."""
_TERM, _CELL = 80, 250


def rows(scene: Scene) -> Iterator[Proposal]:
    """A card for each row and further column, as far as the table is one to remember."""
    table = scene.block
    if not isinstance(table, Table) or not _to_remember(table.rows):
        return
    head, *body = table.rows
    alone = len(head) == FEWEST
    made = 0
    for row in body:
        for column in range(1, len(head)):
            if made < MOST_CARDS and _tells(row[0], row[column]):
                made += 1
                yield _card(scene, head, row, column, alone=alone)


def _to_remember(table: Sequence[Sequence[str]]) -> bool:
    even = bool(table) and all(len(row) == len(table[0]) for row in table)
    if not even or not FEWEST <= len(table[0]) <= MOST_COLUMNS:
        return False
    if not FEWEST < len(table) <= MOST_ROWS + 1:
        return False
    terms = [row[0] for row in table[1:]]
    return all(table[0]) and len(set(terms)) == len(terms) and not any(map(says_nothing, table[0]))


def _tells(term: str, cell: str) -> bool:
    short = 0 < len(term) <= _TERM and 1 < len(cell) <= _CELL
    return short and term != cell and not says_nothing(term)


def _card(
    scene: Scene, head: Sequence[str], row: Sequence[str], column: int, *, alone: bool
) -> Proposal:
    values = {"head": head[0], "term": row[0], "asked": head[column]}
    prompt = asked("cell", scene.language, **values)
    if alone and _means(head[column]):
        prompt = asked("meaning", scene.language, term=row[0])
    face = Recall(language=scene.language, prompt=prompt, answer=row[column])
    quote = f"{' | '.join(head)}\n{' | '.join(row)}"
    return Proposal(face, scene.block.place, "row", quote)


def _means(name: str) -> bool:
    """Whether the column explains what the first one names."""
    return name.lower().split()[0] in {
        "betekenis", "uitleg", "omschrijving", "definitie", "toelichting", "verklaring",
        "meaning", "explanation", "description", "definition",
    }  # fmt: skip
