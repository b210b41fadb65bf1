"""Negations, typed answers, room on the phone, reading level, explanation and source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from content.card import Face
from content.lint.finding import Context
from content.lint.reading_level import reading_ease
from content.lint.rules import findings
from content.media import Media, Place
from tests.content.lint.cards import choice, cloze, codes, recall, statement, typed

EASY = "De kat zit op de mat. De hond ligt bij de deur. Het is warm in huis. We gaan zo eten. "
HARD_NL = (
    "Verantwoordelijkheidstoedeling aangaande informatiebeveiligingsincidenten veronderstelt "
    "organisatiebrede besluitvormingsstructuren, waarbinnen functionarissen "
    "gegevensbescherming onafhankelijk toezichthoudende bevoegdheden effectueren "
) * 3
HARD_EN = (
    "Organisational responsibility allocation concerning information security irregularities "
    "necessitates comprehensive administrative infrastructures facilitating independent "
    "supervisory authorities "
) * 4

CAUGHT: list[tuple[Face, str]] = [
    (
        choice("Welke mail is niet verdacht?", "*Van Jan", "Van de bank", "Van X"),
        "negation-unstressed",
    ),
    (
        choice("Which one is not safe?", "*A link", "A call", "A visit", language="en"),
        "negation-unstressed",
    ),
    (choice("Wat mag je niet doen?", "*Niet melden", "Bellen", "Wachten"), "double-negation"),
    (statement("Niemand mag niets zeggen.", correct=False), "double-negation"),
    (statement("A link is not dangerous.", correct=False, language="en"), "denied-statement"),
    (typed("Hoeveel maanden?", "twee"), "number-one-way"),
    (typed("How many days?", "7 days", language="en"), "number-one-way"),
    (typed("Wie meldt het?", "de toezichthouder"), "article-typed"),
    (typed("Wat zeg je?", "ik bel nu eerst even de baas op"), "typed-too-long"),
    (recall("Waarom? " + "Lang verhaal over iets. " * 12), "prompt-long"),
    (
        choice("Wat?", "*" + "een heel lang antwoord " * 6, "een heel lang antwoord, " * 5),
        "choice-long",
    ),
    (recall("Waarom?", "Zo zit dat. " * 40), "answer-long"),
    (choice("Kies er een uit. " * 15, "*kies dit", *"abcdefghijk"), "screen-full"),
    (recall("Meld de de mail."), "doubled-word"),
    (recall("Report the the mail.", language="en"), "doubled-word"),
    (recall(HARD_NL), "hard-to-read"),
    (recall(HARD_EN, language="en"), "hard-to-read"),
]

LEFT_ALONE: list[Face] = [
    choice("Welke mail is NIET verdacht?", "*Van Jan", "Van de bank", "Van een vreemde"),
    choice("Welke zin noemt een gevoel en geen oordeel?", "*Ik was boos", "Je loog", "Je was lui"),
    choice("Je kunt niet slapen. Wat helpt?", "*Wandelen", "Koffie", "Een film"),
    statement("Een link is niet te vertrouwen.", correct=True),
    typed("Hoeveel maanden?", "2", "twee"),
    typed("Hoe hoog is de boete?", "4 %"),
    typed("Wanneer was dat?", "1998"),
    typed("Hoeveel?", "een paar"),
    cloze("Binnen {{1}} uur.", ("72",)),
    recall("Hij zei dat dat mocht, toen je je meldde. Wie was het?"),
    recall(EASY + "Wie is er thuis?"),
]


@pytest.mark.parametrize(("face", "code"), CAUGHT, ids=lambda one: getattr(one, "prompt", one)[:40])
def test_it_is_caught(face: Face, code: str) -> None:
    assert code in codes(face)


@pytest.mark.parametrize("face", LEFT_ALONE, ids=lambda face: face.prompt[:40])
def test_it_is_left_alone(face: Face) -> None:
    assert codes(face) == []


def test_the_phone_reads_an_explanation_only_so_far() -> None:
    long = replace(recall("Waarom?"), explanation="Dat is omdat het zo is. " * 30)
    assert codes(long) == ["explanation-long"]


def test_an_explanation_is_missed_most_where_an_answer_is_picked() -> None:
    (picked,) = findings(replace(statement("Zo is het.", correct=True), explanation=" "))
    (thought,) = findings(replace(recall("Waarom?"), explanation=""))
    assert (picked.code, picked.severity) == ("no-explanation", "warning")
    assert (thought.code, thought.severity) == ("no-explanation", "hint")


def test_a_variant_may_lean_on_the_source_of_its_card() -> None:
    own = recall("Wie bel je?")
    variant = replace(own, source="")
    assert codes(variant) == ["no-source"]
    assert codes(variant, Context(own)) == []
    assert codes(variant, Context(variant)) == ["no-source"]


def test_reading_ease_falls_with_longer_words_and_sentences() -> None:
    assert reading_ease(EASY, "nl") > 90
    assert reading_ease(HARD_NL, "nl") < 30
    assert reading_ease("The cat sat on the mat.", "en") > 100
    assert reading_ease(HARD_EN, "en") < 0
    assert reading_ease("…", "nl") == 100


def test_a_picture_without_words_is_gravest_where_it_is_asked_about() -> None:
    def shown(place: Place, alt: str) -> Face:
        picture = Media(file="0" * 64, type="image/png", place=place, alt=alt, bytes=10)
        return replace(recall("Wat zie je?"), media=(picture,))

    assert [one.severity for one in findings(shown("prompt", " "))] == ["error"]
    assert [one.severity for one in findings(shown("explanation", ""))] == ["warning"]
    assert codes(shown("prompt", "Een rode bus")) == []
