"""What becomes of the cards of a deck."""

import pytest

from content.card import Cloze, Face, Recall, Typed
from content.exchange.read import read_any
from content.exchange.reading import Draft, Reading
from tests.content.exchange.anki.packages import (
    BASIC,
    CLOZE,
    REVERSED,
    TYPED,
    VARIANTS,
    Note,
    Type,
    Variant,
    package,
)


def read(*notes: Note) -> Reading:
    return read_any("deck", package(*notes), language="nl")


def draft(note: Note) -> Draft:
    reading = read(note)
    assert reading.problems == ()
    (only,) = reading.drafts
    return only


def face(note: Note) -> Face:
    return draft(note).face


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_variant_brings_the_same_cards(variant: Variant) -> None:
    notes = (
        Note(BASIC, ("Wie bel je?", "De BHV"), "one", " bhv les::1 ", "Werk::Veilig"),
        Note(REVERSED, ("betrokkene", "data subject"), "two", "", "Default", (0, 1)),
        Note(CLOZE, ("Bel {{c1::112}} en dan {{c2::de balie::wie}}", ""), "three", cards=(0, 1)),
    )
    reading = read_any("deck", package(*notes, variant=variant), language="nl")
    assert (reading.problems, reading.notes, reading.counted) == ((), (), "note")
    assert [(one.key, one.topic, one.tags, one.row) for one in reading.drafts] == [
        ("one", "Veilig", ("bhv", "les::1"), 1),
        ("two", "", (), 2),
        ("two-r", "", (), 2),
        ("three", "", (), 3),
        ("three-c2", "", (), 3),
    ]
    shown = [one.face for one in reading.drafts]
    assert shown[0] == Recall(language="nl", prompt="Wie bel je?", answer="De BHV")
    assert shown[2] == Recall(language="nl", prompt="data subject", answer="betrokkene")
    assert shown[3:] == [
        Cloze(language="nl", prompt="Bel {{1}} en dan de balie", gaps=(("112",),)),
        Cloze(language="nl", prompt="Bel 112 en dan {{1}} (wie)", gaps=(("de balie",),)),
    ]


def test_what_is_typed_in_anki_is_typed_here() -> None:
    note = Note(TYPED, ("Binnen hoeveel uur?", "72 uur", "AVG, art. 33"))
    assert face(note) == Typed(
        language="nl",
        prompt="Binnen hoeveel uur?",
        accepted=("72 uur",),
        explanation="AVG, art. 33",
    )


def test_a_cloze_is_explained_by_what_its_other_side_adds() -> None:
    assert face(Note(CLOZE, ("Bel {{c1::112}}", "Gratis"))).explanation == "Gratis"


def test_formatting_becomes_plain_text_with_its_lines_and_lists() -> None:
    fields = ("<div>Noem <b>twee</b> stappen</div>", "<ul><li>redden</li><li>bellen &amp; blussen")
    shown = face(Note(BASIC, fields))
    assert shown == Recall(
        language="nl", prompt="Noem twee stappen", answer="- redden\n- bellen & blussen"
    )


@pytest.mark.parametrize(
    "formula", [r"\(E=mc^2\)", "<anki-mathjax>E=mc^2</anki-mathjax>"], ids=["text", "editor"]
)
def test_formulas_stay_as_they_are_written(formula: str) -> None:
    assert face(Note(BASIC, (f"Wat is {formula}?", "Energie"))).prompt == r"Wat is \(E=mc^2\)?"


def test_nothing_that_runs_in_a_browser_comes_along() -> None:
    hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>klik<svg onload=alert(3)>"
    assert face(Note(BASIC, (hostile, "ok"))).prompt == "klik"


def test_a_template_of_ones_own_is_filled_in() -> None:
    kind = Type(
        "Woord",
        ("Woord", "Betekenis", "Zin", "Geheim"),
        (
            (
                "<style>.card{}</style><h1>{{Woord}}</h1>{{hint:Zin}}{{^Zin}}Geen zin{{/Zin}}",
                "{{Woord}}<HR class=x ID='answer'>{{Betekenis}}{{#Zin}}<br>({{Zin}}){{/Zin}}",
            ),
        ),
    )
    shown = draft(Note(kind, ("lek", "gat", "Een lek melden.", "")))
    assert shown.face == Recall(
        language="nl",
        prompt="lek",
        answer="gat\n(Een lek melden.)",
        explanation="Een lek melden.",
    )


def test_an_answer_side_without_a_line_loses_the_question_it_repeats() -> None:
    kind = Type("Kaal", ("V", "A"), (("{{V}}", "{{V}}<br>{{A}}"),))
    assert face(Note(kind, ("Wie?", "Jij"))) == Recall(language="nl", prompt="Wie?", answer="Jij")


def test_a_third_template_has_a_key_of_its_own() -> None:
    kind = Type("Drie", ("A",), tuple((f"{{{{A}}}} {n}", f"antwoord {n}") for n in range(3)))
    reading = read(Note(kind, ("V",), "guid", cards=(2, 0, 1)))
    assert [one.key for one in reading.drafts] == ["guid", "guid-r", "guid-3"]


def test_two_numbers_in_one_gap_make_two_cards() -> None:
    note = Note(CLOZE, ("{{c1,2::Redden}} en {{c2::blussen}}", ""), cards=(0, 1))
    assert [one.face.prompt for one in read(note).drafts] == ["{{1}} en blussen", "{{1}} en {{2}}"]


def test_a_card_lent_to_a_filtered_deck_keeps_its_topic() -> None:
    data = package(
        Note(BASIC, ("V", "A"), deck="Veilig"),
        more_sql="UPDATE cards SET odid = did, did = 99",
    )
    assert [one.topic for one in read_any("deck", data, language="nl").drafts] == ["Veilig"]
