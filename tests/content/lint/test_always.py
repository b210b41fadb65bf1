"""What holds for every card: lint never raises, says everything in both languages, and agrees."""

from __future__ import annotations

import ast
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.card import Language, from_json, to_json
from content.lint.finding import SEVERITIES, Context
from content.lint.resemblance import TRACES, alike, gist, said, traces
from content.lint.rules import findings
from content.lint.untranslated import expected, untranslated
from server.texts import bundle
from tests.content.faces import faces, fit_faces
from tests.house import tree

_loose = st.text(max_size=8)
_odd = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(("choice", "multiple_choice", "typed", "cloze", "order", "match")),
        "language": st.sampled_from(("nl", "en")),
        "prompt": _loose,
        "choices": st.lists(_loose, max_size=3),
        "correct": st.lists(st.integers(-2, 9), max_size=3),
        "accepted": st.lists(_loose, max_size=2),
        "gaps": st.lists(st.lists(_loose, max_size=2), max_size=2),
        "items": st.lists(_loose, max_size=3),
        "left": st.lists(_loose, max_size=2),
        "right": st.lists(_loose, max_size=3),
    }
)


@settings(max_examples=100)
@given(faces() | _odd.map(from_json))
def test_no_face_fit_or_unfit_makes_it_raise(face: Any) -> None:
    found = findings(face, Context(face))
    ranks = [SEVERITIES.index(one.severity) for one in found]
    assert ranks == sorted(ranks)


@settings(max_examples=50)
@given(fit_faces)
def test_every_fit_face_leaves_traces_that_fit_the_database_and_resembles_itself(face: Any) -> None:
    text = gist(to_json(face))
    left = traces(text)
    assert len(left) == TRACES
    assert all(0 <= trace < 2**63 for trace in left)
    words = said(text, face.language)
    assert alike(words, words) is bool(words)


def test_every_code_has_its_name_sentence_and_remedy_in_both_languages() -> None:
    written = {
        str(node.args[0].value)
        for file in tree.python_of("content/lint", "server/teaching")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) == "Finding"
        and isinstance(node.args[0], ast.Constant)
    } | {"answer-long", "explanation-long", "near-duplicate"}
    assert len(written) > 30
    for language in ("nl", "en"):
        known = bundle(language)
        keys = [f"lint-{code}{part}" for code in written for part in ("", "-name", "-remedy")]
        assert [key for key in keys if not known.has_message(key)] == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Wie bel je bij een gaslek in de hal?", "Bij een gaslek in de hallen: wie bel je", True),
        ("Which mails are suspicious at work?", "Which mail is suspicious at work?", True),
        ("Binnen hoeveel dagen meld je 7 lekken?", "Binnen hoeveel dagen meld je 9 lekken?", False),
        ("Wie bel je bij een gaslek in de hal?", "Wie bel je bij brand in de hal?", False),
        ("", "", False),
    ],
)
def test_cards_resemble_each_other_by_their_telling_words(one: str, other: str, same: bool) -> None:
    language: Any = "en" if one.startswith("Which") else "nl"
    assert alike(said(one, language), said(other, language)) is same
    if same:
        assert set(traces(one)) & set(traces(other))


def test_a_language_counts_as_expected_once_more_than_half_of_the_cards_have_it() -> None:
    dutch: frozenset[Language] = frozenset({"nl"})
    both: frozenset[Language] = frozenset({"nl", "en"})
    assert expected([dutch, both, both]) == ("nl", "en")
    assert expected([dutch, dutch, both, both]) == ("nl",)
    assert expected([]) == ()
    (missing,) = untranslated(dutch, ("nl", "en"))
    assert missing.values == {"spoken": "en"}
