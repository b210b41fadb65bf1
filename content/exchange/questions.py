"""The questions of a quiz or question bank, as each in turn becomes a draft or says why not.

What the formats share: how answers that earn a share of the points become choices, what is a
key, and how everything said about an answer ends up in the explanation.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypedDict

from content import limits
from content.card import Choice, Face, Language, MultipleChoice, problems_of
from content.exchange.headers import COLUMN_OF, shown
from content.exchange.reading import Counted, Draft, Problem, Reading
from content.exchange.rows import label_flaws
from content.exchange.table import capped
from content.sanitise import clean

FULL: Final = 100.0
"""The share of the points, in per cent, that an answer earns which is wholly right."""

LONGEST_TEXT: Final = 100_000
"""Characters of one question. Beyond it is no card, but sense made of it would cost much."""


@dataclass(frozen=True)
class Answer:
    """One answer of a question: `share` of the points in per cent, below 0 when it costs some."""

    text: str
    share: float
    feedback: str = ""

    @property
    def right(self) -> bool:
        return self.share >= FULL


class Shared(TypedDict):
    """What every kind of face takes."""

    language: Language
    prompt: str
    explanation: str


@dataclass
class Questions:
    """Gathers a reading. `number` is the place of a question in what `counted` names."""

    counted: Counted
    drafts: list[Draft] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    passed_over: int = 0

    def take(
        self,
        number: int,
        face: Face,
        *,
        key: str = "",
        topic: Sequence[str] = (),
        tags: Iterable[str] = (),
    ) -> None:
        """A question that became a face; flaws in it are told instead of letting it in."""
        labels = (clean(tag) for tag in tags)
        draft = Draft(
            key=key if 0 < len(key) <= limits.KEY else None,
            variant_of=None,
            face=face,
            topic=topic_of(topic),
            tags=tuple(dict.fromkeys(label for label in labels if label)),
            row=number,
        )
        flaws = (*problems_of(face), *label_flaws(draft))
        for flaw in flaws:
            column = shown(COLUMN_OF.get(flaw.field, flaw.field), face.language)
            self.problems.append(Problem(flaw.code, number, column, flaw.values))
        if not flaws:
            self.drafts.append(draft)

    def skip(self, number: int, kind: str, name: str = "") -> None:
        """A question of a kind that no card can be, named as its format names it."""
        self.passed_over += 1
        self.notes.append(
            Problem("skipped-kind", number, values={"kind": kind[:80], "name": name[:80] or "?"})
        )

    def reading(self) -> Reading:
        """All of it. A key that stands there twice tells nothing apart and is left off."""
        if not (self.drafts or self.problems or self.passed_over):
            self.problems.append(Problem("no-questions"))
        return Reading(
            tuple(self._with_own_keys()),
            capped(self.problems),
            capped(self.notes),
            self.counted,
            self.passed_over,
        )

    def _with_own_keys(self) -> Iterable[Draft]:
        times = Counter(draft.key for draft in self.drafts if draft.key)
        for key, count in times.items():
            if count > 1:
                self.notes.append(Problem("name-twice", values={"name": key, "count": count}))
        for draft in self.drafts:
            yield replace(draft, key=None) if draft.key and times[draft.key] > 1 else draft


def topic_of(path: Sequence[str]) -> str:
    """One topic of a path of categories; of a path too long the last parts."""
    parts = [part for one in path if (part := clean(one))]
    while len(parts) > 1 and len(" / ".join(parts)) > limits.TOPIC:
        parts = parts[1:]
    return " / ".join(parts)


def choices_of(answers: Sequence[Answer], shared: Shared, *, several: bool) -> Face:
    """A choice, or where `several` or more than one is right a multiple choice.

    With `several` every answer that earns something is right, otherwise the one that earns all.
    """
    right = [
        index for index, one in enumerate(answers) if (one.share > 0 if several else one.right)
    ]
    kind = MultipleChoice if len(right) > 1 else Choice
    choices = tuple(one.text for one in answers)
    return kind(choices=choices, correct=tuple(right), **shared)


def explained(general: str, answers: Iterable[Answer]) -> str:
    """All that is said: of the question, then of right answers, then of wrong ones by name."""
    said = [one for one in answers if one.feedback]
    lines = [general, *(one.feedback for one in said if one.right)]
    lines += [
        f"{one.text}: {one.feedback}" if one.text else one.feedback for one in said if not one.right
    ]
    return "\n".join(dict.fromkeys(line for line in lines if line))
