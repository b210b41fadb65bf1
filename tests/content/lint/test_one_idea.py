"""One card, one idea; a sharp question."""

from __future__ import annotations

import pytest

from content.card import Face
from content.lint.rules import findings
from tests.content.lint.cards import choice, cloze, codes, recall, statement, typed

CAUGHT: list[tuple[Face, str]] = [
    (recall("Wie bel je? Wat zeg je?"), "several-questions"),
    (recall("Who do you call? What do you say?", language="en"), "several-questions"),
    (recall("Wat meld je en wanneer meld je dat?"), "question-chained"),
    (recall("What is a BATNA, and why do you need one?", language="en"), "question-chained"),
    (recall("Wie bel je het eerst? En wanneer?"), "question-chained"),
    (recall("Wat doe je bij brand? En bij rook?"), "question-chained"),
    (recall("Je ruikt gas. Wat doe je, en niet pas straks? En daarna?"), "question-chained"),
    (recall("Who do you call? And what do you say?", language="en"), "question-chained"),
    (recall("What is a BATNA? And why?", language="en"), "question-chained"),
    (recall("Wat doe je? En?"), "question-chained"),
    (recall("Wat neem je mee?", "Pet, bril, helm en schoenen"), "answer-is-list"),
    (
        recall("What do you take?", "- a cap\n- goggles\n- a helmet\n- shoes", "en"),
        "answer-is-list",
    ),
    (cloze("{{1}} {{2}} {{3}} {{4}}", ("a",), ("b",), ("c",), ("d",)), "many-gaps"),
    (recall("Wat weet je van brandblussers?", "Veel"), "vague-prompt"),
    (typed("Tell me about phishing.", "mail", language="en"), "vague-prompt"),
    (recall("Mag je een usb-stick gebruiken?", "Nee"), "yes-or-no"),
    (recall("May you use a memory stick?", "No, never.", "en"), "yes-or-no"),
]

LEFT_ALONE: list[Face] = [
    recall("Een klant vraagt: 'Wat kost dit? Wie betaalt dat?' Wat zeg je?"),
    recall("Je ziet rook. Wie bel je het eerst?"),
    recall("Een klant vraagt: 'Wat kost dit? En wanneer komt het?' Wat zeg je?"),
    recall("En wie bel je het eerst?"),
    recall("Je collega is weg. En de deur staat open. Wat doe je?"),
    choice(
        "Is dit een datalek? En zo ja, welke reden klopt?", "*Ja, er is iets kwijt", "Nee, niets"
    ),
    recall("Wat doe je als een klant vraagt hoe laat je sluit en waar de deur is?"),
    choice("Is dit een datalek? Welke reden klopt?", "*Ja, er is een map zoek", "Nee, niets weg"),
    recall("Noem vier dingen die je meeneemt.", "Pet, bril, helm en schoenen"),
    recall("Waarom bel je?", "Omdat mail te laat komt, en omdat je dan hoort wie het is"),
    cloze("Binnen {{1}} uur aan de {{2}}.", ("72",), ("toezichthouder",)),
    recall("Beschrijvende statistiek: wat geeft de mediaan aan?", "Het midden"),
    statement("Wie belt en wat hij wil, schrijf je op.", correct=True),
    recall("no", "nee", "en"),
]


@pytest.mark.parametrize(("face", "code"), CAUGHT, ids=lambda one: getattr(one, "prompt", one))
def test_it_is_caught(face: Face, code: str) -> None:
    assert code in codes(face)


@pytest.mark.parametrize("face", LEFT_ALONE, ids=lambda face: face.prompt)
def test_it_is_left_alone(face: Face) -> None:
    assert codes(face) == []


def test_asking_for_the_reason_as_well_weighs_less_than_asking_a_second_thing() -> None:
    (why,) = findings(recall("Wat doe je, en waarom?"))
    (when,) = findings(recall("Wat doe je, en wanneer?"))
    assert (why.severity, when.severity) == ("hint", "warning")
    (why,) = findings(recall("Wat doe je? En waarom?"))
    (when,) = findings(recall("Wat doe je? En wanneer?"))
    assert (why.severity, when.severity) == ("hint", "warning")
