"""Cards as people note them down in Markdown."""

import pytest

from content.card import Choice, Cloze, Face, Match, MultipleChoice, Order, Recall, TrueFalse, Typed
from content.exchange.read import read_any
from content.exchange.reading import Draft, Reading


def _read(text: str, known: str = "") -> Reading:
    keys = frozenset([known] if known else [])
    return read_any("kaarten.md", text.encode(), language="nl", known_keys=keys)


def _draft(text: str) -> Draft:
    reading = _read(text)
    assert (reading.problems, reading.notes) == ((), ())
    (draft,) = reading.drafts
    return draft


def _face(text: str) -> Face:
    return _draft(text).face


@pytest.mark.parametrize(
    "text",
    [
        "Q: Wat is een lek?\nA: Verlies\nvan gegevens",
        "V: Wat is een lek?\n\nA:\nVerlies\nvan gegevens\n\n",
        "**Vraag:** Wat is een lek?\n**Antwoord:** Verlies\nvan gegevens",
        "**Q**: Wat is een lek?\r\n**A**: Verlies\r\nvan gegevens",
    ],
)
def test_a_question_and_an_answer_are_a_card(text: str) -> None:
    face = _face(text)
    assert isinstance(face, Recall)
    assert (face.prompt, face.answer) == ("Wat is een lek?", "Verlies\nvan gegevens")


def test_ticked_items_are_right_choices() -> None:
    face = _face("Q: Wie?\n- [x] Jij | samen\n- [ ] *Niemand*\n")
    assert isinstance(face, Choice)
    assert (face.choices, face.correct) == (("Jij | samen", "*Niemand*"), (0,))
    assert isinstance(_face("Q: Wie?\n- [x] a\n- [X] b\n- [ ] c"), MultipleChoice)


def test_numbered_items_are_an_order_and_arrows_pairs() -> None:
    order = _face("Q: Bij brand?\n1. alarmeren\n2. redden\n   wie dat kan")
    assert isinstance(order, Order)
    assert order.items == ("alarmeren", "redden\n   wie dat kan")
    match = _face("Q: Wat hoort bij elkaar?\n- S=1 -> situatie\n- B → gedrag")
    assert isinstance(match, Match)
    assert (match.left, match.right) == (("S=1", "B"), ("situatie", "gedrag"))


def test_several_answers_are_typed_and_braces_are_gaps() -> None:
    typed = _face("Q: Hoe lang?\nA: 72 uur\nA: drie|3 dagen")
    assert isinstance(typed, Typed)
    assert typed.accepted == ("72 uur", "drie|3 dagen")
    cloze = _face("Q: De {{AVG|GDPR}} geldt.")
    assert isinstance(cloze, Cloze)
    assert cloze.gaps == (("AVG", "GDPR"),)


def test_a_kind_can_be_named() -> None:
    assert isinstance(_face("Q: Een lek meld je.\nKind: true_false\nA: waar"), TrueFalse)
    assert isinstance(_face("V: Welke wet?\nSoort: typen\nA: AVG"), Typed)


def test_headings_are_topics_and_labels_are_the_columns_of_a_table() -> None:
    draft = _draft(
        "# AVG\n## Oud\n## Melden\nQ: V?\nA: A\nUitleg: omdat\n\nhet moet\n"
        "Bron: art. 33\nLabels: avg, lek\nSleutel: lek-1\nTaal: en"
    )
    assert (draft.key, draft.topic, draft.tags) == ("lek-1", "AVG / Melden", ("avg", "lek"))
    assert (draft.face.explanation, draft.face.source) == ("omdat\n\nhet moet", "art. 33")
    assert (draft.face.language, draft.row) == ("en", 4)


def test_a_list_above_an_answer_is_part_of_the_question() -> None:
    face = _face("Q: Welke is fout?\n1. een\n2. twee\nA: twee")
    assert face.prompt == "Welke is fout?\n1. een\n2. twee"


def test_signs_within_code_mean_nothing() -> None:
    face = _face("Q: Wat doet dit?\n```\n# niets\nQ: ook niets\n1. niets\n```\nA: niets")
    assert face.prompt == "Wat doet dit?\n```\n# niets\nQ: ook niets\n1. niets\n```"


def test_a_variant_names_its_card() -> None:
    (draft,) = _read("Q: Anders gezegd?\nA: ja\nVariant of: lek-1", known="lek-1").drafts
    assert draft.variant_of == "lek-1"


def test_lines_that_belong_to_no_question_are_told() -> None:
    reading = _read("Een inleiding.\n\nEn nog wat.\n\nQ: V?\nA: A")
    assert [(note.code, note.row, note.values["count"]) for note in reading.notes] == [
        ("text-left-out", 1, 2)
    ]


def test_what_is_wrong_is_told_by_line_and_the_rest_comes_in() -> None:
    reading = _read("Q: Niets?\n\nQ: V?\nA: A\n\nQ: Wie?\n- [ ] a\n- [ ] b")
    assert [(one.code, one.row) for one in reading.problems] == [("missing", 1), ("none-right", 6)]
    assert (len(reading.drafts), reading.counted) == (1, "line")


def test_a_text_that_starts_like_a_formula_stays_as_it_is() -> None:
    face = _face("Q: '=1 in een cel?\nA: '=1")
    assert isinstance(face, Recall)
    assert (face.prompt, face.answer) == ("'=1 in een cel?", "'=1")
