"""What stands between the braces of a GIFT question."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from content.exchange.answers import FULL, Answer
from content.exchange.questions import Unfit

Kind = Literal["essay", "numerical", "choice", "match", "true_false", "short"]

_SIGNS: Final = re.compile("([~=])")
_SHARE: Final = re.compile(r"\s*%\s*([-+]?\d{1,6}(?:[.,]\d{1,9})?)\s*%")
_TRUTH: Final = re.compile(r"(?:T|F|(?i:true|false))\s*(?=#|\Z)")


@dataclass(frozen=True)
class Body:
    """The answers as they stand there, with what was escaped still hidden."""

    kind: Kind
    text: str
    general: str

    def truth(self) -> tuple[bool, list[str]]:
        """Whether the statement is true, and what is said to who was wrong and who was right."""
        verdict, *said = self.text.split("#")
        return verdict[:1].upper() == "T", said


def body(text: str) -> Body:
    """What kind of question the answers make of it; `####` starts what is said in general."""
    answers, _, general = text.partition("####")
    answers = answers.strip()
    return Body(_kind(answers), answers, general)


def _kind(answers: str) -> Kind:
    """As Moodle tells them apart, in the same order."""
    kind: Kind = "short"
    if not answers:
        kind = "essay"
    elif answers.startswith("#"):
        kind = "numerical"
    elif "~" in answers:
        kind = "choice"
    elif "=" in answers and "->" in answers:
        kind = "match"
    elif _TRUTH.match(answers):
        kind = "true_false"
    return kind


def pieces(text: str, read: Callable[[str], str]) -> list[Answer]:
    """The answers behind `=` and `~`, their texts as `read` makes them; without a sign just one.

    An answer behind `=` earns all, one behind `~` nothing, unless a share says otherwise.
    """
    before, *signed = _SIGNS.split(text)
    if not signed:
        return [_answer(text, FULL, read)]
    if before.strip():
        raise Unfit("gift-answers")
    pairs = zip(signed[::2], signed[1::2], strict=True)
    return [_answer(one, FULL if sign == "=" else 0, read) for sign, one in pairs]


def _answer(text: str, share: float, read: Callable[[str], str]) -> Answer:
    if said := _SHARE.match(text):
        share = float(said[1].replace(",", "."))
        text = text[said.end() :]
    answer, _, feedback = text.partition("#")
    return Answer(read(answer), share, read(feedback))
