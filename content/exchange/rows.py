"""From one row of a table to a draft, or to what stops it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from content import limits
from content.card import Flaw, Language, problems_of
from content.exchange import marks
from content.exchange.faces import Cells, RowProblem, face_of, unused
from content.exchange.formulas import unguard
from content.exchange.headers import COLUMN_OF, Columns
from content.exchange.reading import Draft, Problem
from content.exchange.words import language_called
from content.sanitise import clean

LONGEST_CELL = 20_000
"""Beyond any card; longer cells are refused before anything tries to make sense of them."""


@dataclass(frozen=True)
class Row:
    """`number` counts rows as a spreadsheet shows them, `line` the lines of a text file."""

    number: int
    line: int
    cells: Sequence[str]


@dataclass
class RowReader:
    """Reads the rows of one table, whose columns it knows."""

    columns: Columns
    language: Language
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    def read(self, row: Row, cells: Cells) -> Draft | None:
        """The draft, or None with the reasons added to `problems`. `cells` are `cells_of(row)`."""
        try:
            _bearable(cells)
            draft = self._draft(cells, row.number)
        except RowProblem as stop:
            self._problem(row, cells, stop.code, stop.field, stop.values)
            return None
        flaws = (*problems_of(draft.face), *label_flaws(draft))
        for flaw in flaws:
            self._problem(row, cells, flaw.code, flaw.field, flaw.values)
        for name in unused(cells, draft.face):
            self.notes.append(Problem("cell-unused", row.number, self.columns.called(name)))
        return None if flaws else draft

    def cells_of(self, row: Row) -> Cells:
        pairs = zip(self.columns.fields, row.cells, strict=False)
        return {name: clean(unguard(cell)) for name, cell in pairs if name and cell}

    def _draft(self, cells: Cells, number: int) -> Draft:
        named = cells.get("language", "")
        language = language_called(named) if named else self.language
        if language is None:
            raise RowProblem("unknown-language", "language", {"text": named[:80]})
        tags = marks.split(cells.get("tags", ""), ";,")
        return Draft(
            key=cells.get("key") or None,
            variant_of=cells.get("variant_of") or None,
            face=face_of(cells, language),
            topic=cells.get("topic", ""),
            tags=tuple(dict.fromkeys(tag for tag in tags if tag)),
            row=number,
        )

    def _problem(
        self, row: Row, cells: Cells, code: str, name: str, values: Mapping[str, str | int]
    ) -> None:
        name = COLUMN_OF.get(name, name)
        if name == "choices" and cells.get("wrong_answers"):
            name = "wrong_answers"
        self.problems.append(Problem(code, row.number, self.columns.called(name), values))


def _bearable(cells: Cells) -> None:
    for name, text in cells.items():
        if len(text) > LONGEST_CELL:
            raise RowProblem("too-long", name, {"length": len(text), "most": LONGEST_CELL})


def label_flaws(draft: Draft) -> list[Flaw]:
    """Key, topic and tags within their limits."""
    lengths = [("key", draft.key or "", limits.KEY), ("topic", draft.topic, limits.TOPIC)]
    lengths += [("tags", tag, limits.TAG) for tag in draft.tags]
    flaws = [
        Flaw("too-long", name, {"length": len(text), "most": most})
        for name, text, most in lengths
        if len(text) > most
    ]
    if len(draft.tags) > limits.TAGS:
        values = {"count": len(draft.tags), "most": limits.TAGS}
        flaws.append(Flaw("too-many", "tags", values))
    return flaws
