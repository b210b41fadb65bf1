"""Faces: their JSON, and what makes them unfit."""

import json
from typing import Any

import pytest
from hypothesis import given

from content import limits
from content.card import Face, NotAFace, from_json, problems_of, to_json
from content.grade import grade
from tests.content.faces import fit_faces


@given(fit_faces)
def test_a_face_comes_back_whole_from_its_json(face: Face) -> None:
    assert from_json(json.loads(json.dumps(to_json(face)))) == face


@given(fit_faces)
def test_the_expected_answer_earns_everything(face: Face) -> None:
    answers = {"recall": True, "true_false": to_json(face).get("correct")}
    if face.kind in answers:
        assert grade(face, answers[face.kind]).correct
        return
    sample = _some_answer(face)
    result = grade(face, grade(face, sample).expected)
    assert result.correct
    assert not result.slip
    assert 0 <= grade(face, sample).score <= 1


def _some_answer(face: Face) -> object:
    parts = to_json(face)
    match face.kind:
        case "choice":
            return 0
        case "multiple_choice":
            return []
        case "typed":
            return ""
        case "cloze":
            return ["" for _ in parts["gaps"]]
        case _:
            return list(range(len(parts.get("items", parts.get("left", [])))))


def _made(**values: Any) -> Face:
    return from_json({"kind": "recall", "language": "nl", "prompt": "Vraag?", **values})


CHOICES = ["een", "twee", "drie"]


@pytest.mark.parametrize(
    ("values", "code", "field"),
    [
        ({"answer": "a", "prompt": " "}, "missing", "prompt"),
        ({"answer": ""}, "missing", "answer"),
        ({"answer": "a", "prompt": "x" * (limits.PROMPT + 1)}, "too-long", "prompt"),
        ({"answer": "a", "explanation": "x" * (limits.EXPLANATION + 1)}, "too-long", "explanation"),
        ({"kind": "choice", "choices": CHOICES, "correct": []}, "none-right", "choices"),
        ({"kind": "choice", "choices": CHOICES, "correct": [0, 1]}, "several-right", "choices"),
        ({"kind": "choice", "choices": CHOICES, "correct": [3]}, "right-not-in-choices", "choices"),
        ({"kind": "choice", "choices": ["een"], "correct": [0]}, "too-few", "choices"),
        ({"kind": "choice", "choices": ["een", " "], "correct": [0]}, "empty-item", "choices"),
        ({"kind": "choice", "choices": ["een", "een"], "correct": [0]}, "same-twice", "choices"),
        ({"kind": "multiple_choice", "choices": CHOICES, "correct": []}, "none-right", "choices"),
        ({"kind": "typed", "accepted": []}, "missing", "accepted"),
        ({"kind": "typed", "accepted": ["x" * 201]}, "too-long", "accepted"),
        ({"kind": "cloze", "gaps": []}, "no-gaps", "prompt"),
        ({"kind": "cloze", "prompt": "{{2}}", "gaps": [["a"]]}, "gaps-unclear", "prompt"),
        ({"kind": "cloze", "prompt": "{{{1}}", "gaps": [["a"]]}, "gaps-unclear", "prompt"),
        ({"kind": "cloze", "prompt": "{{1}} {{", "gaps": [["a"]]}, "gaps-unclear", "prompt"),
        ({"kind": "cloze", "prompt": "{{1}}", "gaps": [[""]]}, "empty-item", "gaps"),
        ({"kind": "order", "items": ["a", "a"]}, "same-twice", "items"),
        ({"kind": "order", "items": [str(n) for n in range(13)]}, "too-many", "items"),
        ({"kind": "match", "left": ["a", "b"], "right": ["c"]}, "pair-incomplete", "right"),
        ({"kind": "match", "left": ["a", "a"], "right": ["c", "d"]}, "same-twice", "left"),
    ],
)
def test_a_flaw_is_named_with_its_field(values: dict[str, Any], code: str, field: str) -> None:
    assert (code, field) in [(flaw.code, flaw.field) for flaw in problems_of(_made(**values))]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"kind": "riddle"}, "kind"),
        ({"kind": None}, "kind"),
        ({}, "answer"),
        ({"answer": 3}, "answer"),
        ({"answer": "a", "language": "fr"}, "language"),
        ({"kind": "choice", "choices": "abc", "correct": [0]}, "choices"),
        ({"kind": "choice", "choices": ["a", "b"], "correct": [True]}, "correct"),
        ({"kind": "true_false", "correct": "ja"}, "correct"),
        ({"kind": "cloze", "gaps": ["a"]}, "gaps"),
    ],
)
def test_json_that_is_no_face_says_which_field(values: dict[str, Any], field: str) -> None:
    with pytest.raises(NotAFace) as refused:
        _made(**values)
    assert refused.value.field == field


def test_fields_of_somebody_else_beside_a_face_are_left_alone() -> None:
    assert _made(answer="a", card_id="1") == _made(answer="a")
