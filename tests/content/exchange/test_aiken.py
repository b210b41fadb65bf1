"""Aiken, with the liberties that people take with it."""

import pytest

from content.card import Choice, MultipleChoice
from content.exchange.read import read_any
from content.exchange.reading import Reading
from tests.content.exchange.tables import codes

SOUND = "Wie meldt een lek?\nA. De pers\nB) Jij\nANSWER: B\n"


def _read(text: str) -> Reading:
    return read_any("vragen.txt", text.encode(), language="nl")


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_lettered_choices_and_an_answer_are_a_choice(ends: str) -> None:
    (draft,) = _read(SOUND.replace("\n", ends)).drafts
    assert isinstance(draft.face, Choice)
    assert (draft.face.prompt, draft.face.choices, draft.face.correct) == (
        "Wie meldt een lek?", ("De pers", "Jij"), (1,)
    )  # fmt: skip


def test_questions_and_choices_may_take_several_lines_and_need_no_blank_between() -> None:
    reading = _read(f"Een casus.\nWat nu?\nA. Melden\nbij de AP\n\nB. Niets\nANTWOORD: a\n{SOUND}")
    first, second = reading.drafts
    assert isinstance(first.face, Choice)
    assert first.face.prompt == "Een casus.\nWat nu?"
    assert first.face.choices == ("Melden\nbij de AP", "Niets")
    assert (first.row, second.row, reading.counted) == (1, 8, "line")


def test_several_letters_are_several_right_answers() -> None:
    (draft,) = _read("Wat?\nA. x\nB. y\nC. z\nANSWER: A, C").drafts
    assert isinstance(draft.face, MultipleChoice)
    assert draft.face.correct == (0, 2)


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        ("Wat?\nA. x\nB. y\nANSWER: D\n", "aiken-answer"),
        ("Wat?\nANSWER: A\n", "aiken-answer"),
        ("Wat?\nA. x\nB. y\n", "aiken-unanswered"),
        ("Wat?\nA. x\nANSWER: A\n", "too-few"),
    ],
)
def test_what_is_wrong_is_told_by_line_and_the_rest_comes_in(broken: str, code: str) -> None:
    reading = _read(f"{SOUND}\n{broken}\n{SOUND}")
    assert [(one.code, one.row) for one in reading.problems] == [(code, 6)]
    assert len(reading.drafts) == 2


def test_an_answer_column_makes_no_aiken_of_a_table() -> None:
    assert codes(_read("vraag;antwoord\nA. wat?;x\nanswer: B;y")) == []
