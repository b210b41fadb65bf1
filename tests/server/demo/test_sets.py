"""The sets of the demo are what we show of card writing, so they keep its rules."""

from collections import Counter
from pathlib import Path

import pytest

from content.card import KINDS, Choice, Language
from content.exchange.read import read_any
from content.exchange.reading import Draft, Reading
from content.lint.finding import Context
from content.lint.rules import findings
from server import demo

SETS = Path(next(iter(demo.__path__))) / "sets"
FILES = sorted(SETS.glob("*.csv"))
LANGUAGE_OF: dict[str, Language] = {
    "avg-aan-je-bureau": "nl",
    "feedback-geven": "nl",
    "phishing-herkennen": "nl",
    "sales-conversation": "en",
    "working-safely-at-height": "en",
}


@pytest.fixture(scope="module", params=FILES, ids=lambda file: file.stem)
def file(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture(scope="module")
def reading(file: Path) -> Reading:
    """Read with the other language, so that a row without its own language is found out."""
    language: Language = "en" if LANGUAGE_OF[file.stem] == "nl" else "nl"
    return read_any(file.name, file.read_bytes(), language=language)


def cards(reading: Reading) -> list[Draft]:
    return [draft for draft in reading.drafts if not draft.variant_of]


def test_there_are_three_dutch_sets_and_two_english_ones() -> None:
    assert {file.stem for file in FILES} == set(LANGUAGE_OF)


def test_a_set_comes_in_without_a_single_remark(reading: Reading) -> None:
    assert (reading.problems, reading.notes) == ((), ())


def test_a_set_is_in_one_language(file: Path, reading: Reading) -> None:
    assert {draft.face.language for draft in reading.drafts} == {LANGUAGE_OF[file.stem]}


def test_a_set_has_20_to_40_cards_of_every_kind(reading: Reading) -> None:
    assert 20 <= len(cards(reading)) <= 40
    assert {draft.face.kind for draft in cards(reading)} == set(KINDS)


def test_a_third_of_the_cards_has_two_or_more_variants(reading: Reading) -> None:
    variants = Counter(draft.variant_of for draft in reading.drafts if draft.variant_of)
    varied = [card for card in cards(reading) if card.key and variants[card.key] >= 2]
    assert len(varied) * 3 >= len(cards(reading))


def test_every_card_and_variant_explains_itself_and_names_its_source(reading: Reading) -> None:
    silent = [one.key for one in reading.drafts if not (one.face.explanation and one.face.source)]
    assert silent == []


def test_a_question_fits_a_phone(reading: Reading) -> None:
    assert [one.key for one in reading.drafts if len(one.face.prompt) > 220] == []


def test_every_row_has_a_key_of_its_own_and_a_variant_the_topic_of_its_card(
    reading: Reading,
) -> None:
    topics = {draft.key: draft.topic for draft in reading.drafts}
    assert len(topics) == len(reading.drafts)
    assert None not in topics
    assert 3 <= len(set(topics.values())) <= 5
    astray = [one.key for one in reading.drafts if topics[one.variant_of or one.key] != one.topic]
    assert astray == []


def test_no_question_is_asked_in_the_same_words_twice(reading: Reading) -> None:
    asked = Counter(draft.face.prompt for draft in reading.drafts)
    assert [prompt for prompt, times in asked.items() if times > 1] == []


def test_the_longest_choice_does_not_give_the_answer_away(reading: Reading) -> None:
    faces = [one.face for one in reading.drafts if isinstance(one.face, Choice)]
    given_away = [face for face in faces if _right_is_longest(face)]
    assert len(given_away) * 2 <= len(faces)


def _right_is_longest(face: Choice) -> bool:
    right = len(face.choices[face.correct[0]])
    wrong = (text for index, text in enumerate(face.choices) if index not in face.correct)
    return right > max(map(len, wrong))


def test_no_card_has_an_error_or_a_warning(reading: Reading) -> None:
    own = {draft.key: draft.face for draft in cards(reading)}
    found = [
        (draft.face.prompt, one.code)
        for draft in reading.drafts
        for one in findings(draft.face, Context(own.get(draft.variant_of)))
        if one.severity != "hint"
    ]
    assert found == []
