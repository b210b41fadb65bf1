"""Choices that cannot be told apart."""

from collections.abc import Iterator
from itertools import combinations

from rapidfuzz.distance import OSA

from content.card import Choice, Face, MultipleChoice, Order
from content.likeness import fold
from content.lint.finding import Context, Finding
from content.lint.wording import words

_LONG = 20
"""Characters from which one letter more or less is a typing error, not another word."""


_MARKS = 6
"""Spaces and full stops by which the same answer may differ in length."""


def choices_alike(face: Face, _: Context) -> Iterator[Finding]:
    """The same twice but for spaces, case and marks; or a single letter apart."""
    if isinstance(face, Choice | MultipleChoice):
        field, texts = "choices", face.choices
    elif isinstance(face, Order):
        field, texts = "items", face.items
    else:
        return
    folded = [(text, fold(text)) for text in texts]
    for (one, small), (other, other_small) in combinations(folded, 2):
        if abs(len(small) - len(other_small)) > _MARKS:
            continue
        if _same(small, other_small):
            yield Finding("choices-same", "error", field, {"text": one, "other": other})
        elif _nearly(small, other_small):
            yield Finding("choices-nearly-same", "warning", field, {"text": one, "other": other})


def _same(one: str, other: str) -> bool:
    # "-" and "+" are answers too: without a word there is nothing but marks to compare.
    said = words(one)
    return bool(said) and said == words(other) and _signs(one) == _signs(other)


def _signs(text: str) -> str:
    """Marks that change what a text says: < 5 is not > 5, and 1/2 is not 12."""
    return "".join(sorted(mark for mark in text if mark in "<>≤≥=±+-−%€$£/*^√°#@&|[]{}()\\_~¬→←"))


def _nearly(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _LONG or " " not in one:
        return False  # of an address or a formula the one mark may be the question
    if OSA.distance(one, other, score_cutoff=1) != 1:
        return False
    return not any(mark.isdigit() for mark in one + other)
