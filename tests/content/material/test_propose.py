"""What slides, texts and PDF suggest, and what they do not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.card import Cloze, Order, Recall, problems_of
from content.material.blocks import Block, Heading, Listing, Paragraph, Place
from content.material.lines import blocks_of
from content.material.propose import MOST, propose
from content.material.read import Material, read_material
from tests.support.material import document, pdf, slides

HERE = Place("slide", 1)


def prompts(material: Material) -> list[str]:
    return [one.face.prompt for one in material.proposals]


def suggested(*blocks: Block) -> list[str]:
    return [one.face.prompt for one in propose(blocks, "nl")[0]]


def said(text: str) -> list[str]:
    return suggested(Paragraph(text, HERE))


def test_slides_suggest_a_card_with_the_slide_it_comes_from() -> None:
    material = read_material(slides(), "nl")
    assert [(one.place.number, one.why, one.face.prompt) for one in material.proposals] == [
        (3, "number", "Meld een datalek binnen {{1}} uur bij de toezichthouder."),
        (3, "question", "Wie meldt het datalek?"),
        (4, "question", "Wat doe je bij brand?"),
        (5, "steps", "Zet in de goede volgorde: Ontruimen"),
        (6, "row", "Wat betekent “FG”?"),
        (6, "row", "Wat betekent “DPIA”?"),
    ]


def test_title_slides_agendas_and_contact_pages_suggest_nothing() -> None:
    told = [one.quote for one in read_material(slides(), "nl").proposals]
    assert not any("Welkom" in quote or "@" in quote or "balie" in quote for quote in told)


def test_a_document_suggests_by_heading_where_it_was_never_laid_out() -> None:
    material = read_material(document(), "nl")
    assert prompts(material) == [
        "Wat betekent “verzamelplaats”?",
        "Zet in de goede volgorde: Ontruimen",
        "Blusser “CO2”: wat is hier “Kleur”?",
        "Blusser “CO2”: wat is hier “Geschikt voor”?",
        "Blusser “Schuim”: wat is hier “Kleur”?",
        "Blusser “Schuim”: wat is hier “Geschikt voor”?",
    ]
    assert {one.place for one in material.proposals} == {Place("section", 1), Place("section", 2)}


def test_lines_of_a_page_are_put_together_again() -> None:
    lines = ["Blussen", "Een blusdeken is een doek waarmee je kleine", "vlammen ver-", "stikt."]
    (one,) = read_material(pdf(["Voorblad"], lines), "nl").proposals
    assert isinstance(one.face, Recall)
    assert one.face.answer == "Een doek waarmee je kleine vlammen verstikt."
    assert one.place == Place("page", 2)


def test_headers_and_page_numbers_are_no_part_of_the_text() -> None:
    said = ["Draag een helm.", "Sluit de deur.", "Bel de meldkamer.", "Ga naar buiten."]
    pages = [["Handboek BHV", "Regels", one, f"blad {n}"] for n, one in enumerate(said)]
    material = read_material(pdf(*pages), "nl")
    assert [one.text for one in material.passages] == said


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        ("Een datalek is een inbreuk op de beveiliging.", "Wat betekent “datalek”?"),
        ("Datalek: een inbreuk op de beveiliging", "Wat betekent “Datalek”?"),
        ("Datalek – een inbreuk op de beveiliging", "Wat betekent “Datalek”?"),
        ("Een blusser kost ongeveer € 85 per stuk.", "Een blusser kost ongeveer € {{1}} per stuk."),
        ("Controleer de blussers elke 12 maanden.", "Controleer de blussers elke {{1}} maanden."),
    ],
)
def test_a_sentence_that_says_one_thing_becomes_a_card(text: str, prompt: str) -> None:
    assert said(text) == [prompt]


@pytest.mark.parametrize(
    "text",
    [
        "Dit is een voorbeeld van een lange zin over niets.",
        "De training is een groot succes geweest voor allen.",
        "Zie bladzijde 12 van het handboek van de firma.",
        "Bel 020 123 45 67 of kijk op www.molenwerk.example voor meer.",
        "Tussen 20 en 30 minuten na het alarm is iedereen buiten.",
        "In 2018 kwam de wet, en sindsdien is er veel veranderd.",
        "Let op: dit geldt voor iedereen in het gebouw",
    ],
)
def test_a_sentence_that_does_not_suggests_nothing(text: str) -> None:
    assert said(text) == []


def test_english_material_in_a_dutch_set_gives_english_cards() -> None:
    text = "A fire blanket is a cloth that you throw over the flames to put them out."
    (one,), _ = propose([Paragraph(text, HERE)], "nl")
    assert (one.face.language, one.face.prompt) == ("en", "What does “fire blanket” mean?")


def test_a_decimal_is_taken_whole_and_asked_as_it_is_written() -> None:
    (one,), _ = propose([Paragraph("Houd altijd 1,5 meter afstand van het vuur.", HERE)], "nl")
    assert isinstance(one.face, Cloze)
    assert one.face.gaps == (("1,5",),)


def test_a_heading_over_a_few_points_asks_for_all_of_them() -> None:
    heading, few = Heading("Blusmiddelen", HERE), Listing(("Water", "Schuim", "Poeder"), HERE)
    assert suggested(heading, few) == ["Wat zijn de 3 punten bij “Blusmiddelen”?"]
    assert suggested(heading, Listing(tuple("abcdefghij"), HERE)) == []


def test_steps_that_are_too_many_to_lay_out_are_left_alone() -> None:
    steps = tuple(f"Doe eerst dit en dan stap {name}" for name in "abcdefghi")
    assert suggested(Heading("Ontruimen", HERE), Listing(steps, HERE, numbered=True)) == []


def test_of_a_long_file_the_surest_are_taken_and_the_rest_is_told() -> None:
    deck = [{"title": f"Begrip {n}", "points": [f"Woord{chr(97 + n % 26) * 3} {chr(97 + n // 26)}: "
             f"een uitleg in gewone taal over {chr(97 + n % 26)}{chr(97 + n // 26)}"]}
            for n in range(80)]  # fmt: skip
    material = read_material(slides(deck), "nl")
    assert len(material.proposals) == MOST
    assert [(one.code, one.values["count"]) for one in material.remarks] == [("more-found", 20)]
    assert [one.place.number for one in material.proposals] == sorted(
        one.place.number for one in material.proposals
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=12))
def test_whatever_the_lines_say_every_suggestion_could_be_kept(lines: list[str]) -> None:
    blocks = list(blocks_of([line.strip() for line in lines], Place("page", 1)))
    for one in propose(blocks, "nl")[0]:
        assert not problems_of(one.face)
        assert isinstance(one.face, Recall | Cloze | Order)
