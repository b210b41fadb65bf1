"""Reads cards in Markdown as rows of a table, whose kinds and rules they share."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from content.card import Language
from content.exchange import marks
from content.exchange.formulas import guard
from content.exchange.headers import FIELDS, shown
from content.exchange.markdown.cards import Card, cards_in
from content.exchange.questions import topic_of
from content.exchange.reading import MOST_ROWS, Problem, Reading, Unreadable
from content.exchange.rows import Row
from content.exchange.table import read_table
from content.exchange.words import kind_called

OUR_OWN: Final = "[//]: # (Beklijf)"
"""The first line of what we write ourselves: a remark, which no reader of the text sees."""

_LINES: Final = re.MULTILINE | re.IGNORECASE
_QUESTION: Final = re.compile(r"^\**(?:Q|V|Vraag|Question)\**:\**[ \t]+\S", _LINES)
_ANSWER: Final = re.compile(
    r"^\**(?:A|Antwoord|Answer)\**:|^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]|\{\{",
    _LINES,
)
_BOX: Final = re.compile(r"[-*+][ \t]+\[([ xX])\][ \t]+(.*)", re.DOTALL)
_PAIR: Final = re.compile(r"[-*+][ \t]+(.*?)[ \t]+(?:->|→)[ \t]+(.*)", re.DOTALL)
_STEP: Final = re.compile(r"\d{1,3}[.)][ \t]+(.*)", re.DOTALL)


def is_our_own(text: str) -> bool:
    """Whether we wrote it, so that nothing in its cards can make it look like another format."""
    return text.startswith(OUR_OWN)


def is_markdown(text: str) -> bool:
    """Whether questions are marked in it, and what answers them."""
    return bool(_QUESTION.search(text) and _ANSWER.search(text))


def read(text: str, *, language: Language, known_keys: frozenset[str]) -> Reading:
    """The cards, counted by the line on which each starts."""
    found = cards_in(text)
    if len(found.cards) > MOST_ROWS:
        raise Unreadable("too-many-rows", {"most": MOST_ROWS})
    header = Row(0, 0, [shown(field, language) for field in FIELDS])
    rows = [header, *(_row(card) for card in found.cards)]
    reading = read_table(rows, language=language, known_keys=known_keys, padded=True)
    notes = reading.notes
    if found.loose:
        note = Problem("text-left-out", found.loose[0], values={"count": len(found.loose)})
        notes = (note, *notes)
    return replace(reading, notes=notes, counted="line")


def _row(card: Card) -> Row:
    fields = card.fields()
    cells = {"topic": topic_of(card.topic), **fields, **_answered(card, fields)}
    return Row(card.line, card.line, [guard(cells.get(name, "").strip()) for name in FIELDS])


def _answered(card: Card, fields: Mapping[str, str]) -> Mapping[str, str]:
    """The cells that say what is right, escaped where a table takes them apart.

    A list that is no answer, because it is mixed or an answer stands below it, is question text.
    """
    listed, answers = ["\n".join(item) for item in card.items], card.answers()
    boxes = [_BOX.fullmatch(item) for item in listed]
    if chosen := [box for box in boxes if box]:
        choices = ["*" * (box[1] != " ") + marks.escape(box[2], "|*") for box in chosen]
        return {"choices": marks.join(choices, "|")}
    if not answers and listed:
        pairs = [pair for item in listed if (pair := _PAIR.fullmatch(item))]
        steps = [step[1] for item in listed if (step := _STEP.fullmatch(item))]
        if len(pairs) == len(listed):
            sides = [(marks.escape(pair[1], "|="), marks.escape(pair[2], "|=")) for pair in pairs]
            joined = [marks.before(left, "=") + right for left, right in sides]
            return {"choices": marks.join(joined, "|"), "kind": "match"}
        if len(steps) == len(listed):
            items = [marks.escape(step, "|*") for step in steps]
            return {"choices": marks.join(items, "|"), "kind": "order"}
    cells = {"prompt": "\n".join([fields["prompt"], *listed])}
    if len(answers) > 1 or (answers and kind_called(fields.get("kind", "")) == "typed"):
        joined = [marks.escape(answer, "|*") for answer in answers]
        return {**cells, "answer": marks.join(joined, "|"), "kind": "typed"}
    return {**cells, "answer": "".join(answers)}
