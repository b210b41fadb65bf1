"""The questions of a quiz or question bank, as each in turn becomes a draft or says why not."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from content import limits
from content.card import Face, problems_of
from content.exchange.headers import COLUMN_OF, shown
from content.exchange.quantities import NotANumber
from content.exchange.reading import Counted, Draft, Problem, Reading, Values, Wanted
from content.exchange.rows import label_flaws
from content.exchange.table import capped
from content.sanitise import clean

LONGEST_TEXT: Final = 100_000
"""Characters of one question. Beyond it is no card, but sense made of it would cost much."""

_LONGEST_ITEM: Final = 60


class NoCard(Exception):
    """A question of a kind that no card can be; `kind` as its format calls it."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class Unfit(Exception):
    """A question that cannot be read: code and values as those of a `Problem`."""

    def __init__(self, code: str, values: Values | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.values: Values = values or {}


@dataclass
class Questions:
    """Gathers a reading, question by question. `counted` is what their numbers count.

    `with_media` says whether the format can bring pictures along.
    """

    counted: Counted
    with_media: bool = False
    drafts: list[Draft] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    passed_over: int = 0
    number: int = 0
    item: str = ""

    def at(self, number: int, item: str) -> None:
        """Goes on to the next question, whose name or text begins with `item`."""
        self.number = number
        line = " ".join(item.split())
        self.item = line if len(line) <= _LONGEST_ITEM else f"{line[:_LONGEST_ITEM]}…"

    def asked(self, face: Callable[[], Face]) -> Face | None:
        """The face of the question; None where no card can be of it, and then that is told.

        `face` may raise `NoCard`, `Unfit` or `NotANumber`.
        """
        try:
            return face()
        except NoCard as none:
            self.skip(none.kind)
        except Unfit as unfit:
            self.problem(unfit.code, unfit.values)
        except NotANumber:
            self.problem("question-number")
        return None

    def take(
        self,
        face: Face,
        *,
        key: str = "",
        topic: Sequence[str] = (),
        tags: Iterable[str] = (),
        wants: Iterable[Wanted] = (),
    ) -> None:
        """A question that became a face; flaws in it are told instead of letting it in."""
        labels = (clean(tag) for tag in tags)
        draft = Draft(
            key=key if 0 < len(key) <= limits.KEY else None,
            variant_of=None,
            face=face,
            topic=topic_of(topic),
            tags=tuple(dict.fromkeys(label for label in labels if label)),
            row=self.number,
            wants=tuple(wants),
        )
        flaws = (*problems_of(face), *label_flaws(draft))
        for flaw in flaws:
            column = shown(COLUMN_OF.get(flaw.field, flaw.field), face.language)
            self.problem(flaw.code, flaw.values, column)
        if not flaws:
            self.drafts.append(draft)

    def skip(self, kind: str) -> None:
        """A question of a kind that no card can be, named as its format names it."""
        self.passed_over += 1
        self.note("skipped-kind", {"kind": kind[:80]})

    def problem(self, code: str, values: Values | None = None, column: str | None = None) -> None:
        self.problems.append(Problem(code, self.number, column, values or {}, self.item))

    def note(self, code: str, values: Values) -> None:
        self.notes.append(Problem(code, self.number, None, values, self.item))

    def pictures(self, names: Iterable[str]) -> None:
        """Pictures of the question that are elsewhere, so that only their names come along."""
        for name in dict.fromkeys(names):
            self.note("picture-left-out", {"name": name[:80]})

    def reading(self) -> Reading:
        """All of it. A key that stands there twice tells nothing apart and is left off."""
        if not (self.drafts or self.problems or self.passed_over):
            self.problems.append(Problem("no-questions"))
        drafts = tuple(self._with_own_keys())
        problems, notes = capped(self.problems), capped(self.notes)
        return Reading(
            drafts, problems, notes, self.counted, self.passed_over, with_media=self.with_media
        )

    def _with_own_keys(self) -> Iterator[Draft]:
        times = Counter(draft.key for draft in self.drafts)
        for key, count in times.items():
            if key and count > 1:
                self.notes.append(Problem("name-twice", values={"name": key, "count": count}))
        for draft in self.drafts:
            yield replace(draft, key=None) if times[draft.key] > 1 else draft


def topic_of(path: Sequence[str]) -> str:
    """One topic of a path of categories; of a path too long the last parts."""
    parts = [part for one in path if (part := clean(one))]
    while len(parts) > 1 and len(" / ".join(parts)) > limits.TOPIC:
        parts = parts[1:]
    return " / ".join(parts)
