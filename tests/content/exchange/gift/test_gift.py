"""GIFT as Moodle writes it and as people type it."""

import pytest

from content.card import Choice, Cloze, Face, Match, MultipleChoice, TrueFalse, Typed
from content.exchange.gift.read import is_gift
from content.exchange.read import read_any
from content.exchange.reading import Reading


def _read(text: str, language: str = "nl") -> Reading:
    return read_any("vragen.txt", text.encode(), language="en" if language == "en" else "nl")


def _face(text: str, language: str = "nl") -> Face:
    reading = _read(text, language)
    assert reading.problems == ()
    (draft,) = reading.drafts
    return draft.face


def test_one_right_answer_among_wrong_ones_is_a_choice() -> None:
    face = _face("Wie meldt een datalek?{~De pers =Jij ~Niemand}")
    assert isinstance(face, Choice)
    assert (face.prompt, face.choices, face.correct) == (
        "Wie meldt een datalek?", ("De pers", "Jij", "Niemand"), (1,)
    )  # fmt: skip


def test_shares_without_a_right_sign_make_a_multiple_choice() -> None:
    face = _face("Wat hoort erbij? {~%33.33333%Naam ~%-100%Weer ~%66.7%Adres}")
    assert isinstance(face, MultipleChoice)
    assert face.correct == (0, 2)


def test_an_answer_that_earns_half_is_wrong_beside_one_that_earns_all() -> None:
    face = _face("Hoe snel?{~nooit ~%50%na een week =na een dag}")
    assert isinstance(face, Choice)
    assert face.correct == (2,)


@pytest.mark.parametrize(("verdict", "truth"), [("T", True), ("FALSE", False), ("true", True)])
def test_a_verdict_makes_a_statement(verdict: str, truth: bool) -> None:
    face = _face(f"Een lek meld je.{{{verdict}}}")
    assert isinstance(face, TrueFalse)
    assert face.correct is truth


def test_right_answers_alone_are_typed() -> None:
    face = _face("Hoe heet de wet?{=AVG =GDPR =%50%privacywet}")
    assert isinstance(face, Typed)
    assert face.accepted == ("AVG", "GDPR")


def test_one_answer_needs_no_sign() -> None:
    face = _face("::v::Hoe schrijf je 1 voluit? {een}")
    assert isinstance(face, Typed)
    assert face.accepted == ("een",)


def test_a_right_answer_inside_a_sentence_is_a_gap() -> None:
    face = _face("Meld binnen {=72 uur =drie dagen} bij de toezichthouder.")
    assert isinstance(face, Cloze)
    assert face.prompt == "Meld binnen {{1}} bij de toezichthouder."
    assert face.gaps == (("72 uur", "drie dagen"),)


def test_choices_inside_a_sentence_keep_their_wrong_ones() -> None:
    face = _face("Meld binnen {~24 =72} uur.")
    assert isinstance(face, Choice)
    assert face.prompt == "Meld binnen _____ uur."


def test_pairs_make_a_match_and_a_loose_end_is_told() -> None:
    reading = _read("Wat hoort bij wat?{=S -> situatie =B->gedrag = -> niets}")
    (draft,) = reading.drafts
    assert isinstance(draft.face, Match)
    assert (draft.face.left, draft.face.right) == (("S", "B"), ("situatie", "gedrag"))
    assert [(note.code, note.values["text"]) for note in reading.notes] == [
        ("stray-match-left-out", "niets")
    ]


@pytest.mark.parametrize("asked", ["#3.5", "#3.5:0", "#=3.5:0 =%50%3.5:1", "#3.5..3.5"])
def test_one_exact_number_is_typed_with_the_decimal_sign_of_the_language(asked: str) -> None:
    dutch, english = _face(f"Hoeveel?{{{asked}}}"), _face(f"How many?{{{asked}}}", "en")
    assert isinstance(dutch, Typed)
    assert isinstance(english, Typed)
    assert (dutch.accepted, english.accepted) == (("3,5",), ("3.5",))


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Hoeveel ongeveer?{#3.14:0.01}", "numerical with a range"),
        ("Hoeveel ongeveer?{#3..4}", "numerical with a range"),
        ("::x::Schrijf erover.{}", "essay"),
        ("::x::Pak een pen.", "description"),
        ("Welk dier?{=*vis*}", "short answer with *"),
    ],
)
def test_a_kind_that_no_card_can_be_is_passed_over_by_name(question: str, kind: str) -> None:
    reading = _read(f"{question}\n\nWaar.{{T}}")
    assert [(note.code, note.row, note.values["kind"]) for note in reading.notes] == [
        ("skipped-kind", 1, kind)
    ]
    assert (len(reading.drafts), reading.passed_over, reading.problems) == (1, 1, ())


def test_everything_said_about_answers_is_in_the_explanation() -> None:
    face = _face("V?{~a#niet a =b#juist b ####Zie artikel 33.}")
    assert face.explanation == "Zie artikel 33.\njuist b\na: niet a"


def test_escaped_signs_are_letters_and_other_backslashes_stay() -> None:
    face = _face(r"Wat is \{x\} \= 2\: in C\:\\map of \(x\)?\nKies.{=\~1 ~\#2}")
    assert isinstance(face, Choice)
    assert face.prompt == "Wat is {x} = 2: in C:\\map of \\(x\\)?\nKies."
    assert face.choices == ("~1", "#2")


def test_titles_are_keys_and_categories_topics() -> None:
    reading = _read(
        "// een opmerking\n$CATEGORY: $course$/top/AVG/Melden//lekken\n\n"
        "::Melden::Meld je een lek?{T}\n\n$CATEGORY: BHV\n::Brand::Roep je?{T}\n"
    )
    assert [(draft.key, draft.topic) for draft in reading.drafts] == [
        ("Melden", "AVG / Melden/lekken"), ("Brand", "BHV"),
    ]  # fmt: skip


def test_the_id_above_a_question_is_its_key_and_tags_come_along() -> None:
    (draft,) = _read("// [id:lek-1] [tag:avg] [tag:melden]\n::Titel::Waar.{T}").drafts
    assert (draft.key, draft.tags) == ("lek-1", ("avg", "melden"))


def test_a_title_that_stands_there_twice_is_no_key() -> None:
    reading = _read("::Vraag::Een.{T}\n\n::Vraag::Twee.{F}\n\n::Los::Drie.{T}")
    assert [draft.key for draft in reading.drafts] == [None, None, "Los"]
    assert [(note.code, note.values["count"]) for note in reading.notes] == [("name-twice", 2)]


def test_html_becomes_plain_text_and_pictures_are_named() -> None:
    reading = _read(
        '[html]<p>Wat is <b>dit</b>?</p><img src\\="@@PLUGINFILE@@/lek.png">{=[html]<i>a</i> ~b}'
    )
    (draft,) = reading.drafts
    assert draft.face.prompt == "Wat is dit?"
    assert [(note.code, note.values["name"]) for note in reading.notes] == [
        ("picture-left-out", "lek.png")
    ]


def test_blank_lines_within_the_braces_end_no_question() -> None:
    face = _face("Kies.{\n=a\n\n~b\n\n~c\n}")
    assert isinstance(face, Choice)
    assert face.choices == ("a", "b", "c")


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        ("Kies.{=a ~b", "gift-braces"),
        ("Kies =a ~b}", "gift-braces"),
        ("Kies {=a} of {=b}.", "gift-braces"),
        ("Kies.{los =a ~b}", "gift-answers"),
        ("Paren.{=a -> b =c}", "gift-answers"),
        ("Hoeveel?{#veel}", "question-number"),
        ("Kies.{~a ~b}", "none-right"),
    ],
)
def test_what_cannot_be_read_is_told_by_its_line_and_the_rest_comes_in(
    broken: str, code: str
) -> None:
    reading = _read(f"::eerste::Waar.{{T}}\n\n// uitleg\n{broken}\n\nWaar.{{=ja ~nee}}")
    assert [(problem.code, problem.row) for problem in reading.problems] == [(code, 4)]
    assert (len(reading.drafts), reading.counted) == (2, "line")


@pytest.mark.parametrize(
    "table",
    [
        "vraag;antwoord\nWat is {=x}?;formule",
        "Wat is een lege dict?\t{}",
        "De {{AVG}} geldt.;ja\nDe {{wet}} ook.;nee",
        "a,b\nc,d",
    ],
)
def test_a_table_with_braces_stays_a_table(table: str) -> None:
    assert _read(table).counted == "row"


def test_a_verdict_alone_is_enough_to_know_it_by() -> None:
    assert is_gift("Een lek meld je.{TRUE}")
    assert not is_gift("Een gewone zin.")
