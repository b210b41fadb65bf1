"""Recall: the learner thinks of the answer, sees it, and judges it themself."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from content import limits
from content.kinds.face import Face, Flaw, Grade, Ungradable, text_flaws


@dataclass(frozen=True, kw_only=True)
class Recall(Face):
    kind: ClassVar[str] = "recall"

    answer: str

    def own_flaws(self) -> Iterator[Flaw]:
        yield from text_flaws("answer", self.answer, limits.ANSWER)

    def grade(self, answer: object) -> Grade:
        """Only the learner knows: `True` for recalled, `False` for not."""
        if not isinstance(answer, bool):
            raise Ungradable("self-graded")
        return Grade(float(answer), self.answer)
