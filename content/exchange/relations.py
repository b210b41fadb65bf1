"""What only the whole table can tell: keys used twice, and variants of cards that are not there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from content.exchange.headers import Columns
from content.exchange.reading import Draft, Problem


@dataclass
class Relations:
    """Keys as rows claim them, whether or not the row itself was fit to come in."""

    known_keys: frozenset[str]
    """Keys of cards that the set already holds: a variant may belong to one of those."""

    first_row: dict[str, int] = field(default_factory=dict)
    variants: set[str] = field(default_factory=set)
    """Keys of rows that are themselves a variant."""
    repeated: list[tuple[int, str]] = field(default_factory=list)

    def claim(self, key: str | None, variant_of: str | None, row: int) -> None:
        if not key:
            return
        if self.first_row.setdefault(key, row) != row:
            self.repeated.append((row, key))
        if variant_of:
            self.variants.add(key)

    def problems(self, drafts: Sequence[Draft], columns: Columns) -> Iterator[Problem]:
        for row, key in self.repeated:
            values: Mapping[str, str | int] = {"key": key, "first": self.first_row[key]}
            yield Problem("same-key", row, columns.called("key"), values)
        for draft in drafts:
            original = draft.variant_of
            if original and (code := self._wrong_with(original)):
                column = columns.called("variant_of")
                yield Problem(code, draft.row, column, {"key": original})

    def _wrong_with(self, original: str) -> str | None:
        if original in self.variants:
            return "variant-of-variant"
        if original not in self.first_row and original not in self.known_keys:
            return "unknown-original"
        return None
