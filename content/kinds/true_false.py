"""True or false: the prompt is a statement."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from content.kinds.face import Face, Flaw, Grade, Ungradable


@dataclass(frozen=True, kw_only=True)
class TrueFalse(Face):
    kind: ClassVar[str] = "true_false"

    correct: bool

    def own_flaws(self) -> Iterator[Flaw]:
        yield from ()

    def grade(self, answer: object) -> Grade:
        if not isinstance(answer, bool):
            raise Ungradable("not-true-or-false")
        return Grade(float(answer == self.correct), self.correct)
