from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.card import from_json
from content.given import wrong_answer
from tests.support.faces import FACES, NO_ANSWER, PARTLY, RIGHT, WRONG

SAID = {
    "choice": "Wissen", "multiple_choice": "Een logo", "true_false": "Waar", "typed": "vissen",
    "cloze": "een week / baas", "order": "Verwijderen → Melden → Stoppen",
    "match": "Mail – Smishing; Sms – Phishing",
}  # fmt: skip
PARTLY_SAID = {
    "multiple_choice": "Haast", "cloze": "helpdesk", "order": "Stoppen → Verwijderen → Melden",
    "match": "Sms – Phishing",
}  # fmt: skip


@pytest.mark.parametrize("kind", SAID)
def test_a_wrong_answer_is_said_in_words(kind: str) -> None:
    assert wrong_answer(from_json(FACES[kind]), WRONG[kind]) == SAID[kind]


@pytest.mark.parametrize("kind", PARTLY_SAID)
def test_of_a_partly_right_answer_what_is_wrong_is_said(kind: str) -> None:
    assert wrong_answer(from_json(FACES[kind]), PARTLY[kind]) == PARTLY_SAID[kind]


@pytest.mark.parametrize("kind", FACES)
def test_right_answers_and_answers_to_another_face_say_nothing(kind: str) -> None:
    face = from_json(FACES[kind])
    assert wrong_answer(face, RIGHT[kind]) is None
    assert wrong_answer(face, NO_ANSWER[kind]) is None


def test_spellings_of_one_mistake_are_one_answer() -> None:
    face = from_json(FACES["typed"])
    assert wrong_answer(face, "  Vissen ") == wrong_answer(face, "vissen") == "vissen"


ANYTHING = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), st.lists)


@settings(max_examples=40)
@given(st.sampled_from(sorted(FACES)), ANYTHING)
def test_no_answer_from_the_log_breaks_it(kind: str, answer: Any) -> None:
    said = wrong_answer(from_json(FACES[kind]), answer)
    assert said is None or said.strip()
