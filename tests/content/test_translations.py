from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.translations import asked_in


def _faces(languages: str) -> list[dict[str, str]]:
    found = enumerate(languages.split())
    return [{"language": language, "prompt": str(number)} for number, language in found]


@pytest.mark.parametrize(
    ("languages", "of_learner", "asked"),
    [
        ("nl", "nl", "0"),
        ("nl nl", "nl", "0 1"),
        ("nl en", "nl", "0"),
        ("nl en", "en", "1"),
        ("nl en nl en", "en", "1 3"),
        ("nl nl", "en", "0 1"),
        ("en nl", "nl", "1"),
        ("nl en en", "fr", "0"),
    ],
)
def test_own_language_first_then_that_of_the_card(
    languages: str, of_learner: str, asked: str
) -> None:
    assert [face["prompt"] for face in asked_in(_faces(languages), of_learner)] == asked.split()


@given(st.lists(st.sampled_from(["nl", "en"]), min_size=1), st.sampled_from(["nl", "en"]))
def test_always_one_language_and_always_something(languages: list[str], of_learner: str) -> None:
    faces = _faces(" ".join(languages))
    asked = asked_in(faces, of_learner)
    assert {face["language"] for face in asked} in ({of_learner}, {languages[0]})
    assert asked == [face for face in faces if face in asked]
