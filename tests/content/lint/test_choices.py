"""Choices that tell which of them is right, or cannot be told apart."""

from __future__ import annotations

import pytest

from content.card import Face
from tests.content.lint.cards import choice, cloze, codes, statement, typed

CAUGHT: list[tuple[Face, str]] = [
    (
        choice("Wat doe je?", "Wissen", "Openen", "*Melden bij de helpdesk en de mail bewaren"),
        "longest-is-right",
    ),
    (choice("Wat klopt?", "*Rood", "Blauw", "Alle bovenstaande"), "choice-names-place"),
    (
        choice("What is right?", "*Red", "Blue", "None of the above", language="en"),
        "choice-names-place",
    ),
    (choice("Wat klopt?", "Rood licht", "Geel licht", "*A en B"), "choice-names-place"),
    (choice("Wat klopt?", "*Rood", "Blauw", "Geen van beide"), "catch-all"),
    (choice("What is right?", "*Red", "Blue", "All of these", language="en"), "catch-all"),
    (
        choice("Wat doet een brandvertrager?", "Koelen", "Doven", "*Hij is een brandvertrager"),
        "word-only-in-right",
    ),
    (
        choice("A phishing mail is an", "mistake", "*attack", "letter", language="en"),
        "article-tells",
    ),
    (
        choice("Wat klopt?", "Je belt altijd", "Iedereen belt", "*Je belt bij twijfel"),
        "certain-is-wrong",
    ),
    (choice("Wat doe je?", "*Melden.", "Wissen", "melden"), "choices-same"),
    (
        choice("Wat doe je?", "*Bel de bedrijfsleider nu", "Bel de bedrijfsleiders nu", "Niets"),
        "choices-nearly-same",
    ),
    (choice("Hoe lang?", "*1 tot 5 dagen", "4 tot 8 dagen", "9 tot 12 dagen"), "ranges-overlap"),
    (choice("How long?", "*1-5 days", "5-8 days", "9-12 days", language="en"), "ranges-touch"),
    (cloze("Meld bij de {{1}}; die helpdesk belt je.", ("helpdesk",)), "answer-in-prompt"),
    (typed("What do you call a phishing mail?", "phishing", language="en"), "answer-in-prompt"),
    (statement("Een bekende afzender is altijd veilig.", correct=False), "absolute-statement"),
    (statement("Everybody may enter.", correct=False, language="en"), "absolute-statement"),
]

LEFT_ALONE: list[Face] = [
    choice("Wat doe je?", "*Bellen met de baas", "Wissen en doorgaan", "Openen en lezen"),
    choice("Welk licht?", "*Rood", "Blauw", "Groen"),
    choice("Wat hoort erbij?", "Boven de deur", "*Alle ramen dicht", "Beide handen vrij"),
    choice("Wat is 2 + 2?", "*4", "5", "22"),
    choice("Welk teken?", "*<", ">", "="),
    choice("Welk adres?", "*mijn.bank.example/inloggen", "mijn-bank.example/inloggen", "x.example"),
    choice("Hoe lang?", "*1 tot 4 dagen", "5 tot 8 dagen", "9 tot 12 dagen"),
    choice("Welke uitspraken?", "Alleen 1 en 2", "*Alleen 1 en 3", "Alleen 2 en 3"),
    choice("Hoe groot?", "*950 mm", "850 mm", "750 mm"),
    typed("Is dit phishing of spam?", "phishing"),
    typed("Op welk domein ben je bij https://bank.example.nep.example?", "nep.example"),
    statement("Een logo is altijd na te maken.", correct=True),
    statement("Bij 'altijd' luistert niemand meer.", correct=True),
]


@pytest.mark.parametrize(("face", "code"), CAUGHT, ids=lambda one: getattr(one, "prompt", one))
def test_it_is_caught(face: Face, code: str) -> None:
    assert code in codes(face)


@pytest.mark.parametrize("face", LEFT_ALONE, ids=lambda face: face.prompt)
def test_it_is_left_alone(face: Face) -> None:
    assert codes(face) == []
