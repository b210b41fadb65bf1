"""What the cells of a row mean, and how every mistake is named by row and column."""

import pytest

from content.card import from_json, to_json
from content.exchange.reading import MOST_PROBLEMS
from tests.content.exchange.tables import as_text, codes, read_text

HEADER = ("vraag", "antwoord", "keuzes", "soort", "taal")


def _row(*cells: str) -> str:
    return as_text([HEADER, [*cells, *[""] * (len(HEADER) - len(cells))]])


@pytest.mark.parametrize(
    ("cells", "parts"),
    [
        (("V?", "A"), {"kind": "recall", "answer": "A"}),
        (("V?", "", "*a|b"), {"kind": "choice", "choices": ["a", "b"], "correct": [0]}),
        (("V?", "", "a| b *"), {"kind": "choice", "choices": ["a", "b"], "correct": [1]}),
        (("V?", "b", "a|b|c"), {"kind": "choice", "correct": [1]}),
        (("V?", "", "*a|*b|c"), {"kind": "multiple_choice", "correct": [0, 1]}),
        (("V?", "a|c", "a|b|c", "meerdere keuzes"), {"correct": [0, 2]}),
        (("V?", "", "*a|b", "Meerkeuze"), {"kind": "choice"}),
        (("V?", "", "*a|*b", "multiple choice"), {"kind": "multiple_choice"}),
        (("V.", "waar", "", "waar/onwaar"), {"kind": "true_false", "correct": True}),
        (("V.", "Nee", "", "true_false"), {"kind": "true_false", "correct": False}),
        (("V?", "72 uur|72", "", "typen"), {"kind": "typed", "accepted": ["72 uur", "72"]}),
        (
            ("De {{AVG|Verordening}} van {{2016}}.", ""),
            {"prompt": "De {{1}} van {{2}}.", "gaps": [["AVG", "Verordening"], ["2016"]]},
        ),
        (("V?", "", "a|b|c", "volgorde"), {"kind": "order", "items": ["a", "b", "c"]}),
        (("V?", "a|b", "", "order"), {"kind": "order", "items": ["a", "b"]}),
        (
            ("V?", "", "a=1|b = 2=3", "koppelen"),
            {"kind": "match", "left": ["a", "b"], "right": ["1", "2=3"]},
        ),
        (("V?", "A", "", "", "Engels"), {"kind": "recall", "language": "en"}),
        (("V?", "", r"*a\|b|C:\map|\*c"), {"choices": ["a|b", r"C:\map", "*c"], "correct": [0]}),
        (("'=1+1", "'t Gooi"), {"prompt": "=1+1", "answer": "'t Gooi"}),
    ],
)  # fmt: skip
def test_a_row_becomes_the_card_that_it_describes(
    cells: tuple[str, ...], parts: dict[str, object]
) -> None:
    reading = read_text(_row(*cells))
    assert reading.problems == ()
    made = to_json(reading.drafts[0].face)
    assert from_json(made) == from_json({**made, **parts})


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        (("", "A"), "missing", "vraag"),
        (("V?", ""), "missing", "antwoord"),
        (("V?", "A", "", "raadsel"), "unknown-kind", "soort"),
        (("V?", "A", "", "", "Frans"), "unknown-language", "taal"),
        (("V?", "d", "a|b"), "answer-not-in-choices", "antwoord"),
        (("V?", "", "a|b"), "none-right", "keuzes"),
        (("V?", "", "*a"), "too-few", "keuzes"),
        (("V?", "", "*a||b"), "empty-item", "keuzes"),
        (("V?", "", "*a|*b|c", "choice"), "several-right", "keuzes"),
        (("V.", "misschien", "", "stelling"), "not-true-or-false", "antwoord"),
        (("V.", "", "", "stelling"), "missing", "antwoord"),
        (("V?", "", "", "typed"), "missing", "antwoord"),
        (("Geen gat", "", "", "cloze"), "no-gaps", "vraag"),
        (("{{a}} en {{", ""), "gaps-unclear", "vraag"),
        (("V?", "", "a=1|b", "match"), "pair-incomplete", "keuzes"),
        (("V?", "x" * 3_000), "too-long", "antwoord"),
        (("V" * 30_000, "A"), "too-long", "vraag"),
    ],
)
def test_a_mistake_is_named_by_row_and_column(
    cells: tuple[str, ...], code: str, column: str
) -> None:
    reading = read_text(_row(*cells))
    assert codes(reading) == [(code, 2, column)]
    assert reading.drafts == ()


def test_wrong_answers_without_a_right_one_name_their_own_column() -> None:
    reading = read_text("vraag,antwoord,foute antwoorden\nV?,,a|b\n")
    assert codes(reading) == [("none-right", 2, "foute antwoorden")]


@pytest.mark.parametrize(
    ("text", "code", "row", "column"),
    [
        ("vraag,vraag,antwoord\na,b,c\n", "same-column", 1, "vraag"),
        ("vraag,question,antwoord\na,b,c\n", "same-column", 1, "question"),
        ("antwoord,uitleg\na,b\n", "no-prompt-column", 1, None),
        ("vraag,reactie\na,b\n", "no-answer-column", 1, None),
        ("vraag,antwoord\n", "no-rows", None, None),
        ("alles in een\nkolom\n", "one-column", 1, None),
        (",".join(["vraag", "antwoord", *["x"] * 70]), "too-many-columns", 1, None),
    ],
)
def test_a_header_that_cannot_be_used_stops_the_file(
    text: str, code: str, row: int | None, column: str | None
) -> None:
    reading = read_text(text)
    assert codes(reading) == [(code, row, column)]
    assert reading.drafts == ()


def test_what_is_left_out_is_told() -> None:
    reading = read_text("vraag,antwoord,niveau,,soort\nV?,A,3,x,recall\nW.,waar,,,stelling\n")
    assert len(reading.drafts) == 2
    (note,) = reading.notes
    assert (note.code, note.values) == ("unknown-columns", {"columns": "niveau, D"})
    unused = read_text(_row("V?", "A", "a|b", "recall"))
    assert [(note.code, note.row, note.column) for note in unused.notes] == [
        ("cell-unused", 2, "keuzes")
    ]


def test_tags_are_split_and_told_once() -> None:
    reading = read_text("vraag;antwoord;labels\nV?;A;avg, basis,avg,\n")
    assert reading.drafts[0].tags == ("avg", "basis")


def test_a_report_stays_readable() -> None:
    reading = read_text("vraag,antwoord\n" + "V?,\n" * (MOST_PROBLEMS + 7))
    assert len(reading.problems) == MOST_PROBLEMS + 1
    assert reading.problems[-1].values == {"count": 7}
