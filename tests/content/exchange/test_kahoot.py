"""Kahoot's spreadsheet, as it comes out of the template and out of other spreadsheets."""

import pytest

from content.card import Choice, MultipleChoice
from content.exchange.read import read_any
from content.exchange.reading import Reading
from tests.content.exchange.tables import as_workbook, codes

HEADER = (
    "", "Question - max 120 characters", "Answer 1 - max 75 characters", "Answer 2", "Answer 3",
    "Answer 4", "Time limit (sec)", "Correct answer(s) - choose at least one",
)  # fmt: skip
DUTCH = (
    "", "Vraag - max. 120 tekens", "Antwoord 1 - max. 75 tekens", "Antwoord 2", "Antwoord 3",
    "Antwoord 4", "Tijdslimiet (sec)", "Juiste antwoord(en)",
)  # fmt: skip
TITLE = [(), ("", "Quiz template"), ("", "Add questions"), (), (), (), ()]


def _read(*rows: tuple[object, ...], header: tuple[str, ...] = HEADER) -> Reading:
    return read_any("k.xlsx", as_workbook([*TITLE, header, *rows]), language="nl")


@pytest.mark.parametrize("header", [HEADER, DUTCH])
def test_a_question_is_a_choice_and_the_time_limit_is_nothing_to_us(
    header: tuple[str, ...],
) -> None:
    (draft,) = _read((1, "Wie meldt?", "Jij", "Niemand", "", "", 20, 1), header=header).drafts
    assert isinstance(draft.face, Choice)
    assert (draft.row, draft.face.prompt, draft.face.choices, draft.face.correct) == (
        9, "Wie meldt?", ("Jij", "Niemand"), (0,)
    )  # fmt: skip


@pytest.mark.parametrize("right", ["1,3", "1, 3", "3;1", 1.3])
def test_several_right_answers_are_several_even_as_the_number_they_became(right: object) -> None:
    (draft,) = _read((1, "Wat hoort erbij?", "Naam", "Weer", "Adres", "", 20, right)).drafts
    assert isinstance(draft.face, MultipleChoice)
    assert draft.face.correct == (0, 2)


def test_an_answer_left_empty_shifts_no_other() -> None:
    (draft,) = _read((1, "Wie?", "Jij", "", "Niemand", "", 20, "3")).drafts
    assert isinstance(draft.face, Choice)
    assert (draft.face.choices, draft.face.correct) == (("Jij", "Niemand"), (1,))


@pytest.mark.parametrize("right", ["", "2", "5", "0", "A", "2024-02-01"])
def test_a_number_that_points_at_no_answer_is_told_by_its_row(right: str) -> None:
    reading = _read(
        (1, "Wie?", "Jij", "", "Niemand", "", 20, right), (2, "V", "a", "b", "", "", 5, 1)
    )
    assert codes(reading) == [("kahoot-right", 9, None)]
    assert (len(reading.drafts), reading.problems[0].item) == (1, "Wie?")


def test_numbered_rows_without_a_question_are_empty() -> None:
    assert len(_read((1, "V?", "a", "b", "", "", 20, 1), (2,), (3,)).drafts) == 1
    assert codes(_read((1,), (2,))) == [("no-questions", None, None)]


def test_a_table_that_only_has_answers_is_no_kahoot() -> None:
    rows = [("vraag", "antwoord", "foute antwoorden"), ("Wie?", "Jij", "Niemand")]
    assert isinstance(read_any("t.xlsx", as_workbook(rows), language="nl").drafts[0].face, Choice)
