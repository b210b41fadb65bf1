"""What is taken from the answer of a language model."""

from __future__ import annotations

import json
from typing import Any

import pytest

from content.material.asking import MOST_CARDS, NotCards, cards_in, messages, portions
from content.material.blocks import Passage, Place

PASSAGES = [
    Passage(Place("slide", 2), "Blussen", "Houd afstand. Een deken verstikt het vuur."),
    Passage(Place("slide", 5), "Alarm", "Bel de meldkamer."),
]
FACE = {"kind": "recall", "prompt": "Wie bel je?", "answer": "De meldkamer"}


def answered(*cards: Any) -> str:
    return json.dumps({"cards": list(cards)})


def card(**more: Any) -> dict[str, Any]:
    return {"passage": 2, "quote": "Bel de meldkamer.", "face": FACE, **more}


def test_a_sound_card_gets_the_place_of_its_passage() -> None:
    (one,), unfit = cards_in(answered(card()), PASSAGES, "nl")
    assert (one.place, one.quote, one.why, unfit) == (
        Place("slide", 5), "Bel de meldkamer.", "writer", 0,
    )  # fmt: skip
    assert one.face.language == "nl"


def test_a_quote_that_the_passage_does_not_hold_shows_the_passage_instead() -> None:
    (one,), _ = cards_in(answered(card(quote="Bel Viktor.")), PASSAGES, "nl")
    assert one.quote == "Alarm\nBel de meldkamer."


@pytest.mark.parametrize(
    "bad",
    [
        card(passage=3), card(passage=0), card(passage="2"), card(passage=True), card(face=None),
        card(face={**FACE, "kind": "essay"}), card(face={**FACE, "answer": ["a"]}),
        card(face={**FACE, "prompt": " "}), card(face={**FACE, "answer": "x" * 3000}),
        card(face={"kind": "choice", "prompt": "?", "choices": ["a", "a"], "correct": [0]}),
        "a card", None, 7,
    ],
)  # fmt: skip
def test_a_card_that_is_not_sound_is_left_out_and_counted(bad: Any) -> None:
    sound, unfit = cards_in(answered(card(), bad), PASSAGES, "nl")
    assert (len(sound), unfit) == (1, 1)


def test_files_that_a_model_names_are_not_on_the_card() -> None:
    media = [{"file": "0" * 64, "type": "image/png", "place": "prompt", "alt": "x", "bytes": 1}]
    (one,), _ = cards_in(answered(card(face={**FACE, "media": media})), PASSAGES, "nl")
    assert one.face.media == ()


def test_more_cards_than_were_asked_for_are_too_many() -> None:
    sound, unfit = cards_in(answered(*[card()] * (MOST_CARDS + 3)), PASSAGES, "nl")
    assert (len(sound), unfit) == (MOST_CARDS, 3)


@pytest.mark.parametrize("answer", ["", "Here you are!", "[]", '{"cards": {}}', "[" * 100_000])
def test_an_answer_that_is_no_list_of_cards_is_refused(answer: str) -> None:
    with pytest.raises(NotCards):
        cards_in(answer, PASSAGES, "nl")


def test_text_goes_out_in_portions_and_what_does_not_fit_is_counted() -> None:
    long = [Passage(Place("page", n), "", "x" * 9_000) for n in range(5)]
    parts, unsent = portions(long)
    assert ([len(part) for part in parts], unsent) == ([1, 1, 1], 2)
    assert portions([]) == ([], 0)
    assert [one["role"] for one in messages(PASSAGES, "nl")] == ["system", "user"]
