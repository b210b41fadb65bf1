"""Typed: the learner types the answer; the first accepted one is the one shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from content import limits
from content.kinds.face import Face, Flaw, Grade, Ungradable, list_flaws, too_long
from content.likeness import fold, likeness


@dataclass(frozen=True, kw_only=True)
class Typed(Face):
    kind: ClassVar[str] = "typed"

    accepted: tuple[str, ...]

    def own_flaws(self) -> Iterator[Flaw]:
        if not self.accepted:
            yield Flaw("missing", "accepted")
            return
        yield from accepted_flaws("accepted", self.accepted)

    def grade(self, answer: object) -> Grade:
        if not isinstance(answer, str):
            raise Ungradable("not-text")
        like = likeness(answer, self.accepted, self.language)
        return Grade(float(like.right), self.accepted[0], like.slip)


def accepted_flaws(name: str, accepted: tuple[str, ...]) -> Iterator[Flaw]:
    yield from list_flaws(name, accepted, 1, limits.ACCEPTED_ANSWERS)
    if any(text.strip() and not fold(text) for text in accepted):
        yield Flaw("empty-item", name)  # an accent alone, say: nothing anybody types equals it
    for text in accepted:
        yield from too_long(name, text, limits.ACCEPTED)
