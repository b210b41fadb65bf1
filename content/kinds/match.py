"""Match: `left[i]` belongs to `right[i]`. Who shows the card, shuffles the right side."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from content import limits
from content.kinds.face import Face, Flaw, Grade, Ungradable, list_flaws, listed, picked


@dataclass(frozen=True, kw_only=True)
class Match(Face):
    kind: ClassVar[str] = "match"

    left: tuple[str, ...]
    right: tuple[str, ...]

    def own_flaws(self) -> Iterator[Flaw]:
        yield from list_flaws("left", self.left, 2, limits.CHOICES)
        yield from list_flaws("right", self.right, 2, limits.CHOICES)
        if len(self.left) != len(self.right):
            yield Flaw("pair-incomplete", "right")
        if len(set(self.left)) < len(self.left):
            yield Flaw("same-twice", "left")

    def grade(self, answer: object) -> Grade:
        """The share of pairs made rightly; equal texts on the right stand for one another."""
        given = [picked(one, self.right) for one in listed(answer)]
        if len(given) != len(self.left):
            raise Ungradable("not-one-answer-per-pair")
        right = sum(self.right[pick] == text for pick, text in zip(given, self.right, strict=True))
        return Grade(right / len(given), list(range(len(given))))
