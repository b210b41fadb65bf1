"""Choice: pick the one right answer; multiple choice: pick all that are right."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from content import limits
from content.kinds.face import Face, Flaw, Grade, list_flaws, listed, picked


@dataclass(frozen=True, kw_only=True)
class _Choices(Face):
    """`correct` holds indexes into `choices`, rising. Who shows the choices, shuffles them."""

    choices: tuple[str, ...]
    correct: tuple[int, ...]

    def own_flaws(self) -> Iterator[Flaw]:
        yield from list_flaws("choices", self.choices, 2, limits.CHOICES)
        if len(set(self.choices)) < len(self.choices):
            yield Flaw("same-twice", "choices")
        if not self.correct:
            yield Flaw("none-right", "choices")
        rising = list(self.correct) == sorted(set(self.correct))
        if not rising or any(not 0 <= index < len(self.choices) for index in self.correct):
            yield Flaw("right-not-in-choices", "choices")


@dataclass(frozen=True, kw_only=True)
class Choice(_Choices):
    kind: ClassVar[str] = "choice"

    def own_flaws(self) -> Iterator[Flaw]:
        yield from super().own_flaws()
        if len(self.correct) > 1:
            yield Flaw("several-right", "choices", {"count": len(self.correct)})

    def grade(self, answer: object) -> Grade:
        (right,) = self.correct
        return Grade(float(picked(answer, self.choices) == right), right)


@dataclass(frozen=True, kw_only=True)
class MultipleChoice(_Choices):
    kind: ClassVar[str] = "multiple_choice"

    def grade(self, answer: object) -> Grade:
        """Right picks less wrong picks, over all that are right; never below 0.

        So ticking everything earns nothing, and a repeated pick counts once.
        """
        picks = {picked(one, self.choices) for one in listed(answer)}
        right = len(picks & set(self.correct))
        wrong = len(picks) - right
        return Grade(max(0, right - wrong) / len(self.correct), list(self.correct))
