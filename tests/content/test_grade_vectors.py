"""The same cases that every other implementation of the grading rules is held to."""

import json
from pathlib import Path
from typing import Any

import pytest

from content.card import KINDS, from_json, problems_of
from content.grade import Ungradable, grade

VECTORS = Path(__file__).parents[1] / "vectors" / "grading.json"
CASES: list[dict[str, Any]] = json.loads(VECTORS.read_text(encoding="utf-8"))["cases"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_an_answer_earns_what_the_vectors_say(case: dict[str, Any]) -> None:
    face = from_json(case["face"])
    assert problems_of(face) == ()
    if "ungradable" in case:
        with pytest.raises(Ungradable) as refused:
            grade(face, case["answer"])
        assert refused.value.code == case["ungradable"]
    else:
        result = grade(face, case["answer"])
        assert result.score == pytest.approx(case["score"], abs=1e-9)
        assert (result.correct, result.slip) == (case["correct"], case["slip"])


def test_the_vectors_speak_of_every_kind_in_both_languages() -> None:
    assert {case["face"]["kind"] for case in CASES} == set(KINDS)
    assert {case["face"]["language"] for case in CASES} == {"nl", "en"}
