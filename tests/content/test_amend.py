from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.amend import amended, new_card
from content.card import from_json, to_json
from tests.support.faces import FACES

ONE_LINE = {"recall", "typed", "choice"}


def test_lines_take_the_place_of_the_text() -> None:
    face = from_json(FACES["recall"])
    better = amended(face, {"prompt": "Wie bel je?", "answer": "Sam", "explanation": "Zo."})
    changed = {"prompt": "Wie bel je?", "answer": "Sam", "explanation": "Zo."}
    assert to_json(better) == {**to_json(face), **changed}


@pytest.mark.parametrize(("kind", "field", "value"), [
    ("typed", "accepted", ["vishing"]),
    ("choice", "choices", ["Wissen", "vishing", "Openen"]),
])  # fmt: skip
def test_an_answer_in_one_line_becomes_the_answer_of_the_kind(
    kind: str, field: str, value: object
) -> None:
    assert to_json(amended(from_json(FACES[kind]), {"answer": "vishing"}))[field] == value


def test_an_answer_that_is_a_choice_already_becomes_the_right_one() -> None:
    better = to_json(amended(from_json(FACES["choice"]), {"answer": "Openen"}))
    assert (better["choices"], better["correct"]) == (["Wissen", "Melden", "Openen"], [2])


@settings(max_examples=40)
@given(st.sampled_from(sorted(FACES.keys() - ONE_LINE)), st.text(max_size=20))
def test_where_no_line_can_be_the_answer_the_face_keeps_its_own(kind: str, line: str) -> None:
    face = from_json(FACES[kind])
    assert amended(face, {"answer": line}) == face


def test_a_proposed_card_is_one_that_learners_judge_themselves() -> None:
    card = new_card("nl", {"prompt": " Wat? ", "answer": "Dit"})
    assert (card.kind, card.prompt, card.answer, card.explanation) == ("recall", "Wat?", "Dit", "")
