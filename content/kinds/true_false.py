"""True or false: the prompt is a statement."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from content.kinds.face import Face, Flaw, Grade, Ungradable
from content.language import Language

VERDICTS: Final[Mapping[Language, tuple[str, str]]] = {
    "nl": ("Waar", "Niet waar"),
    "en": ("True", "False"),
}
"""How people say it: true first."""


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
