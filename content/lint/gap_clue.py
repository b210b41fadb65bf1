"""An answer that already stands in the question."""

import re
from collections.abc import Iterator, Sequence

from content.card import Cloze, Face, Typed
from content.lint.finding import Context, Finding
from content.lint.wording import prompt_without_gaps, right_and_wrong, words

_SHORTEST = 4
_ADDRESS = re.compile(r"\w[.@/]\w")
"""Picking an address out of a longer one is what such a card asks."""
_OFFERED = re.compile(r"\b(?:of|or)\b", re.IGNORECASE)


def gap_clue(face: Face, _: Context) -> Iterator[Finding]:
    """The word of a gap elsewhere in the text, or the answer in so many words in the prompt."""
    prompt = words(prompt_without_gaps(face))
    if isinstance(face, Cloze):
        shown = [gap[0] for gap in face.gaps if gap and _says(prompt, gap[0])]
        field = "gaps"
    elif _OFFERED.search(face.prompt):
        return  # "Is dit phishing of spam?" offers the answers on purpose
    elif isinstance(face, Typed):
        shown = [text for text in face.accepted[:1] if _says(prompt, text)]
        field = "accepted"
    else:
        right, wrong = right_and_wrong(face) or ([], [])
        shown = [text for text in right if _says(prompt, text)]
        field = "choices"
        if any(_says(prompt, text) for text in wrong):
            return
    for text in shown:
        yield Finding("answer-in-prompt", "warning", field, {"text": text})


def _says(prompt: Sequence[str], text: str) -> bool:
    said = words(text)
    if not said or len("".join(said)) < _SHORTEST or _ADDRESS.search(text):
        return False
    return any(prompt[at : at + len(said)] == said for at in range(len(prompt)))
