"""Question banks of Moodle: every type that is a card, and what happens to the others."""

from base64 import b64encode

import pytest

from content.card import Choice, Cloze, Face, Match, MultipleChoice, Order, TrueFalse, Typed
from content.exchange.read import read_any
from content.exchange.reading import Unreadable
from tests.content.exchange.moodle.banks import answer, bank, category, question, read, words
from tests.support.media import picture


def _face(*questions: str) -> Face:
    reading = read(*questions)
    assert reading.problems == ()
    (draft,) = reading.drafts
    return draft.face


def test_one_right_answer_is_a_choice_with_all_that_is_said_about_it() -> None:
    answers = answer("<b>72 uur</b>", "100", "Klopt.") + answer("een week", "0", "Te laat.")
    general = words("generalfeedback", "Zie artikel&nbsp;33.")
    face = _face(question("multichoice", "<single>true</single>" + general + answers))
    assert isinstance(face, Choice)
    assert (face.prompt, face.choices, face.correct) == ("Vraag?", ("72 uur", "een week"), (0,))
    assert face.explanation == "Zie artikel 33.\nKlopt.\neen week: Te laat."


def test_answers_that_each_earn_a_part_are_a_multiple_choice() -> None:
    answers = answer("a", "33.33333") + answer("b", "-50") + answer("c", "66.66667")
    face = _face(question("multichoice", "<single>false</single>" + answers))
    assert isinstance(face, MultipleChoice)
    assert face.correct == (0, 2)


def test_a_statement_is_true_or_false() -> None:
    face = _face(question("truefalse", answer("true", "0") + answer("false", "100", "Nee.")))
    assert isinstance(face, TrueFalse)
    assert (face.correct, face.explanation) == (False, "Nee.")


def test_a_short_answer_is_typed_in_any_way_that_earns_all() -> None:
    answers = (
        answer("AVG", "100") + answer("GDPR", "100") + answer("privacywet", "50") + answer("*", "0")
    )
    face = _face(question("shortanswer", answers))
    assert isinstance(face, Typed)
    assert face.accepted == ("AVG", "GDPR")


def test_an_exact_number_is_typed_and_a_range_passed_over() -> None:
    exact = question("numerical", answer("3.5", "100", more="<tolerance>0</tolerance>"))
    about = question("numerical", answer("3.5", "100", more="<tolerance>0.1</tolerance>"))
    reading = read(exact, about)
    (draft,) = reading.drafts
    assert isinstance(draft.face, Typed)
    assert draft.face.accepted == ("3,5",)
    assert reading.passed_over == 1


def test_pairs_are_a_match() -> None:
    pairs = "".join(
        f"<subquestion><text>{left}</text><answer><text>{right}</text></answer></subquestion>"
        for left, right in [("S", "situatie"), ("B", "gedrag"), ("", "niets")]
    )
    reading = read(question("matching", pairs))
    (draft,) = reading.drafts
    assert isinstance(draft.face, Match)
    assert (draft.face.left, draft.face.right) == (("S", "B"), ("situatie", "gedrag"))
    assert [note.code for note in reading.notes] == ["stray-match-left-out"]


def test_items_stand_in_the_order_of_their_share() -> None:
    face = _face(
        question("ordering", answer("twee", "2") + answer("een", "1") + answer("drie", "3"))
    )
    assert isinstance(face, Order)
    assert face.items == ("een", "twee", "drie")


def test_answers_within_the_text_are_gaps() -> None:
    near = r"{2:SHORTANSWER:=de AP#Juist.~%50%Den Haag~=AP \} BV}"
    text = f"<p>Meld binnen {{1:NM:=72:0}} uur bij {near}.</p>"
    face = _face(question("cloze", "", text))
    assert isinstance(face, Cloze)
    assert face.prompt == "Meld binnen {{1}} uur bij {{2}}."
    assert face.gaps == (("72",), ("de AP", "AP } BV"))
    assert face.explanation == "Juist."


def test_gaps_to_choose_for_are_typed_and_say_so() -> None:
    reading = read(question("cloze", "", "Een lek meld {1:MC:~nooit~=altijd} je."))
    (draft,) = reading.drafts
    assert isinstance(draft.face, Cloze)
    assert draft.face.gaps == (("altijd",),)
    assert [note.code for note in reading.notes] == ["choices-left-out"]


@pytest.mark.parametrize(("kind", "tag"), [("gapselect", "selectoption"), ("ddwtos", "dragbox")])
def test_words_missing_from_a_text_are_gaps(kind: str, tag: str) -> None:
    options = "".join(f"<{tag}><text>{word}</text></{tag}>" for word in ("AP", "uur"))
    face = _face(question(kind, options, "72 [[2]] bij de [[1]]"))
    assert isinstance(face, Cloze)
    assert (face.prompt, face.gaps) == ("72 {{1}} bij de {{2}}", (("uur",), ("AP",)))


@pytest.mark.parametrize("kind", ["essay", "description", "calculatedmulti", "ddmarker", "stack"])
def test_a_type_that_no_card_can_be_is_passed_over_by_name(kind: str) -> None:
    reading = read(question(kind, "", name="Opdracht 1"))
    (note,) = reading.notes
    assert (note.code, note.row, note.item, note.values) == (
        "skipped-kind", 1, "Opdracht 1", {"kind": kind}
    )  # fmt: skip
    assert (reading.drafts, reading.problems, reading.passed_over) == ((), (), 1)


def test_categories_are_topics_and_id_numbers_go_before_names_as_keys() -> None:
    truth = answer("true", "100")
    tags = "<idnumber>lek-1</idnumber><tags><tag><text>avg</text></tag></tags>"
    reading = read(
        category("$course$/top/AVG/Melden//lekken"),
        question("truefalse", truth + tags, name="Melden"),
        category("BHV"),
        question("truefalse", truth, "Roep je?", name="Brand"),
    )
    assert [(one.row, one.key, one.topic, one.tags) for one in reading.drafts] == [
        (1, "lek-1", "AVG / Melden/lekken", ("avg",)), (2, "Brand", "BHV", ()),
    ]  # fmt: skip


def _file(name: str, data: bytes) -> str:
    return f'<file name="{name}" encoding="base64">{b64encode(data).decode()}</file>'


def test_pictures_come_along_to_where_they_stand() -> None:
    text = '<img src="@@PLUGINFILE@@/het%20lek.png" alt="een lek"> Wat is dit?'
    said = (
        f"<generalfeedback><text>Zo dus</text>{_file('zo.jpg', picture('JPEG'))}</generalfeedback>"
    )
    whole = question("shortanswer", answer("een lek", "100") + said, text)
    whole = whole.replace("</questiontext>", f"{_file('het lek.png', picture())}</questiontext>")
    reading = read(whole)
    (draft,) = reading.drafts
    assert draft.face.prompt == "Wat is dit?"
    assert [(one.type, one.place, one.alt) for one in draft.face.media] == [
        ("image/png", "prompt", "een lek"), ("image/jpeg", "explanation", ""),
    ]  # fmt: skip
    assert (reading.notes, len(reading.files)) == ((), 2)


def test_files_that_cannot_come_along_are_named() -> None:
    text = '<img src="https://elders.example/lek.png" alt="een lek"> Wat is dit?'
    beside = _file("brief.pdf", b"%PDF") + '<file name="half.png" encoding="base64">A</file>'
    reading = read(question("shortanswer", beside + answer("een lek", "100"), text))
    assert reading.drafts[0].face.prompt == "[een lek] Wat is dit?"
    assert [(note.code, note.values["name"]) for note in reading.notes] == [
        ("picture-left-out", "lek.png"), ("media-unfit", "brief.pdf"), ("media-unfit", "half.png"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        (question("multichoice", answer("a", "veel")), "question-share"),
        (question("multichoice", answer("a", "NaN")), "question-share"),
        (question("numerical", answer("veel", "100")), "question-number"),
        (question("truefalse", answer("misschien", "100")), "none-right"),
        (question("gapselect", "", "Een [[1]]"), "gap-without-word"),
        (question("shortanswer", answer("a", "100"), "x" * 100_001), "question-too-long"),
        (question("matching", ""), "too-few"),
    ],
)
def test_what_is_wrong_is_told_by_question_and_the_rest_comes_in(broken: str, code: str) -> None:
    reading = read(broken, question("truefalse", answer("true", "100")))
    assert {(problem.code, problem.row) for problem in reading.problems} == {(code, 1)}
    assert len(reading.drafts) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_any_encoding_that_the_file_names_is_read(encoding: str) -> None:
    text = bank(question("truefalse", answer("true", "100"), "Privé?"))
    data = text.replace("UTF-8", encoding).encode(encoding)
    (draft,) = read_any("bank.xml", data, language="nl").drafts
    assert draft.face.prompt == "Privé?"


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        ('<!DOCTYPE q [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>', "unsafe-file"),
        ('<!DOCTYPE q [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><quiz>&b;</quiz>', "unsafe-file"),
        ("<quiz>" + "<a>" * 100_000 + "</a>" * 100_000 + "</quiz>", "too-deep"),
        ("<quiz><question></quiz>", "xml-damaged"),
        ("<quiz><question>", "xml-damaged"),
        ("<boek/>", "not-a-table"),
    ],
)
def test_a_file_that_is_unsound_or_means_harm_is_refused_as_a_whole(xml: str, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_any("bank.xml", f'<?xml version="1.0"?>{xml}'.encode(), language="nl")
    assert refused.value.code == code


def test_a_bank_without_questions_says_so() -> None:
    assert [problem.code for problem in read(category("AVG")).problems] == ["no-questions"]
