"""What does not fit a phone, counted in lines of a screen 390 pixels wide."""

from collections.abc import Iterator
from math import ceil
from typing import Final

from content.card import Choice, Face, MultipleChoice, Order, Recall
from content.lint.finding import Context, Finding
from content.lint.wording import prompt_without_gaps

PROMPT_LINE: Final = 26
CHOICE_LINE: Final = 34
TEXT_LINE: Final = 38
"""Characters to a line of the phone app, measured with Dutch and English cards."""

PROMPT_LINES: Final = 10
CHOICE_LINES: Final = 3
ANSWER_LINES: Final = 8
EXPLANATION_LINES: Final = 14
SCREEN_LINES: Final = 24
"""Lines of a prompt with its choices before the learner has to scroll to answer."""


def too_long(face: Face, _: Context) -> Iterator[Finding]:
    """A part that is longer than its place, or a whole that is longer than the screen."""
    prompt = _lines(prompt_without_gaps(face), PROMPT_LINE)
    if prompt > PROMPT_LINES:
        yield Finding("prompt-long", "warning", "prompt", {"lines": prompt, "most": PROMPT_LINES})
    yield from _choices(face, prompt)
    if isinstance(face, Recall):
        yield from _text("answer", face.answer, ANSWER_LINES)
    yield from _text("explanation", face.explanation, EXPLANATION_LINES)


def _choices(face: Face, prompt: int) -> Iterator[Finding]:
    if isinstance(face, Choice | MultipleChoice):
        field, texts = "choices", face.choices
    elif isinstance(face, Order):
        field, texts = "items", face.items
    else:
        return
    lines = [_lines(text, CHOICE_LINE) for text in texts]
    longest = max(lines, default=0)
    if longest > CHOICE_LINES:
        yield Finding("choice-long", "warning", field, {"lines": longest, "most": CHOICE_LINES})
    elif prompt <= PROMPT_LINES and prompt + sum(max(2, count) for count in lines) > SCREEN_LINES:
        yield Finding("screen-full", "hint", field, {"count": len(texts)})


def _text(field: str, text: str, most: int) -> Iterator[Finding]:
    lines = _lines(text, TEXT_LINE)
    if lines > most:
        yield Finding(f"{field}-long", "hint", field, {"lines": lines, "most": most})


def _lines(text: str, width: int) -> int:
    return sum(max(1, ceil(len(line) / width)) for line in text.splitlines())
