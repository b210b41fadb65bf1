"""Cloze: a text with gaps to fill.

The prompt marks its gaps `{{1}}`, `{{2}}`… in rising order, each once; `gaps[0]` holds what is
accepted for `{{1}}`, the first of them being the one shown.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from content import limits
from content.kinds.face import Face, Flaw, Grade, Ungradable, listed
from content.kinds.typed import accepted_flaws
from content.likeness import likeness

GAP = re.compile(r"\{\{(\d+)\}\}")


@dataclass(frozen=True, kw_only=True)
class Cloze(Face):
    kind: ClassVar[str] = "cloze"

    gaps: tuple[tuple[str, ...], ...]

    def own_flaws(self) -> Iterator[Flaw]:
        marks = GAP.findall(self.prompt)
        if not self.gaps:
            yield Flaw("no-gaps", "prompt")
        elif marks != [str(number + 1) for number in range(len(self.gaps))] or _loose(self.prompt):
            yield Flaw("gaps-unclear", "prompt")
        if len(self.gaps) > limits.GAPS:
            yield Flaw("too-many", "gaps", {"count": len(self.gaps), "most": limits.GAPS})
        for accepted in self.gaps:
            yield from accepted_flaws("gaps", accepted)

    def grade(self, answer: object) -> Grade:
        """The share of gaps filled rightly, each by the rules of a typed answer."""
        answers = listed(answer)
        if len(answers) != len(self.gaps):
            raise Ungradable("not-one-answer-per-gap")
        texts = [text for text in answers if isinstance(text, str)]
        if len(texts) != len(answers):
            raise Ungradable("not-text")
        likes = [
            likeness(text, accepted, self.language)
            for text, accepted in zip(texts, self.gaps, strict=True)
        ]
        return Grade(
            sum(like.right for like in likes) / len(likes),
            [accepted[0] for accepted in self.gaps],
            any(like.slip for like in likes),
        )


def _loose(prompt: str) -> bool:
    """Braces that could be taken for part of a gap: `{{`, `}}`, or one touching a mark."""
    rest = GAP.sub("\0", prompt)
    return any(braces in rest for braces in ("{{", "}}", "{\0", "\0}"))
