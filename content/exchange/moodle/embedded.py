"""Text with gaps, in the two ways that Moodle has for it.

Embedded answers stand in the text: `{1:SHORTANSWER:=Utrecht~%50%Amersfoort#close}`. Missing words
are numbered in it, `[[1]]`, and stand in a list.
"""

import re
from collections.abc import Sequence
from typing import Final

from content.exchange.answers import FULL, Answer, accepted_of
from content.exchange.quantities import exact, written
from content.exchange.questions import NoCard, Unfit
from content.language import Language

Gaps = tuple[tuple[str, ...], ...]

_EMBEDDED: Final = re.compile(r"\{\d*:([A-Z_]+):((?:[^\\}]|\\.)*+)\}", re.DOTALL)
_PART: Final = re.compile(r"(?:[^\\~]|\\.)++", re.DOTALL)
_SHARE: Final = re.compile(r"\s*(?:=|%(-?\d{1,6}(?:\.\d{1,9})?)%)")
_FEEDBACK: Final = re.compile(r"((?:[^\\#]|\\.)*+)#", re.DOTALL)
_ESCAPED: Final = re.compile(r"""\\([\\~=#}/"':])""")
_MISSING: Final = re.compile(r"\[\[(\d{1,4})\]\]")

_TYPED: Final = frozenset(["SHORTANSWER", "SHORTANSWER_C", "SA", "SAC", "MW", "MWC"])
_NUMERICAL: Final = frozenset(["NUMERICAL", "NM"])
_CHOSEN: Final = ("MULTICHOICE", "MC")


def embedded(text: str, language: Language) -> tuple[str, Gaps, list[Answer], bool]:
    """The prompt with gaps as `{{1}}`…, what each accepts, all answers, and whether to choose.

    Raises `NoCard` where a gap is of a kind that nobody can type, `NotANumber` where a number
    belongs.
    """
    gaps: list[tuple[str, ...]] = []
    answers: list[Answer] = []
    chosen = False

    def numbered(gap: re.Match[str]) -> str:
        nonlocal chosen
        kind = gap[1]
        found = [_answer(part) for part in _PART.findall(gap[2])]
        if kind in _NUMERICAL:
            gaps.append(_numbers(found, language))
        elif kind in _TYPED or kind.startswith(_CHOSEN):
            gaps.append(accepted_of(found))
        else:
            raise NoCard(f"cloze with {kind}")
        chosen = chosen or kind.startswith(_CHOSEN)
        answers.extend(found)
        return f"{{{{{len(gaps)}}}}}"

    return _EMBEDDED.sub(numbered, text), tuple(gaps), answers, chosen


def missing_words(text: str, words: Sequence[str]) -> tuple[str, Gaps]:
    """The prompt and the gaps of a text with `[[1]]` for the first word of the list."""
    gaps: list[tuple[str, ...]] = []

    def numbered(gap: re.Match[str]) -> str:
        if not 0 < int(gap[1]) <= len(words):
            raise Unfit("gap-without-word", {"number": gap[1]})
        gaps.append((words[int(gap[1]) - 1],))
        return f"{{{{{len(gaps)}}}}}"

    return _MISSING.sub(numbered, text), tuple(gaps)


def _numbers(answers: Sequence[Answer], language: Language) -> tuple[str, ...]:
    values = [exact(one.text) for one in answers if one.right]
    accepted = tuple(written(value, language) for value in values if value is not None)
    if len(accepted) < len(values):
        raise NoCard("cloze with a numerical range")
    return accepted


def _answer(part: str) -> Answer:
    share = 0.0
    if said := _SHARE.match(part):
        share = float(said[1]) if said[1] else FULL
        part = part[said.end() :]
    feedback = ""
    if parted := _FEEDBACK.match(part):
        part, feedback = parted[1], part[parted.end() :]
    return Answer(_letters(part), share, _letters(feedback))


def _letters(text: str) -> str:
    return _ESCAPED.sub(r"\1", text).strip()
