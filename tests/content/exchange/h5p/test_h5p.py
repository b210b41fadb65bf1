"""H5P packages: questions in a set, alone, and within other content."""

import json
from typing import Any

import pytest

from content.card import Choice, Cloze, Face, MultipleChoice, Recall, TrueFalse, Typed
from content.exchange.read import read_any
from content.exchange.reading import Reading, Unreadable
from tests.content.exchange.qti.items import package
from tests.support.media import picture

Json = dict[str, Any]


def _read(library: str, params: Json, **images: bytes) -> Reading:
    about = {"title": "AVG", "mainLibrary": library}
    files: dict[str, str | bytes] = {
        f"content/images/{name}.png": data for name, data in images.items()
    }
    members = {**files, "h5p.json": json.dumps(about), "content/content.json": json.dumps(params)}
    return read_any("les.h5p", package(members), language="nl")


def _piece(library: str, params: Json, ident: str = "") -> Json:
    return {"library": f"{library} 1.16", "params": params, "subContentId": ident,
            "metadata": {"title": "Titel"}}  # fmt: skip


def _faces(library: str, params: Json) -> list[Face]:
    reading = _read(library, params)
    assert reading.problems == ()
    return [draft.face for draft in reading.drafts]


def _answer(text: str, *, correct: bool, said: str = "") -> Json:
    return {"text": f"<div>{text}</div>", "correct": correct,
            "tipsAndFeedback": {"chosenFeedback": said}}  # fmt: skip


def test_right_answers_make_a_choice_or_a_multiple_choice() -> None:
    answers = [
        _answer("Jij", correct=True, said="Goed."),
        _answer("Pers", correct=False, said="Nee."),
    ]
    (face,) = _faces("H5P.MultiChoice", {"question": "<p>Wie?</p>", "answers": answers})
    assert isinstance(face, Choice)
    assert (face.prompt, face.choices, face.correct) == ("Wie?", ("Jij", "Pers"), (0,))
    assert face.explanation == "Goed.\nPers: Nee."
    answers.append(_answer("FG", correct=True))
    (several,) = _faces("H5P.MultiChoice", {"question": "Wie?", "answers": answers})
    assert isinstance(several, MultipleChoice)


@pytest.mark.parametrize(("correct", "truth"), [("true", True), ("false", False), (True, True)])
def test_a_statement_is_true_or_false(correct: object, truth: bool) -> None:
    (face,) = _faces("H5P.TrueFalse", {"question": "Waar?", "correct": correct})
    assert isinstance(face, TrueFalse)
    assert face.correct is truth


def test_every_text_with_blanks_is_a_cloze() -> None:
    blocks = [r"<p>De *AVG/GDPR:een wet* geldt.</p>", r"<p>Om *12\:30* op *1\/2*.</p>"]
    first, second = _faces("H5P.Blanks", {"text": "<p>Vul in.</p>", "questions": blocks})
    assert isinstance(first, Cloze)
    assert isinstance(second, Cloze)
    assert (first.prompt, first.gaps) == ("Vul in.\nDe {{1}} geldt.", (("AVG", "GDPR"),))
    assert second.gaps == (("12:30",), ("1/2",))


def test_words_to_drag_are_gaps_to_type_and_say_so() -> None:
    reading = _read("H5P.DragText", {"textField": r"Meld *binnen:tip\+Ja\-Nee* 72 *en/of* uur."})
    (draft,) = reading.drafts
    assert isinstance(draft.face, Cloze)
    assert draft.face.gaps == (("binnen",), ("en/of",))
    assert [note.code for note in reading.notes] == ["choices-left-out"]


def test_of_single_choices_the_first_is_right() -> None:
    choices = [{"question": "Een?", "answers": ["<p>ja</p>", "nee"], "subContentId": "id-1"}]
    reading = _read("H5P.SingleChoiceSet", {"choices": choices})
    (draft,) = reading.drafts
    assert isinstance(draft.face, Choice)
    assert (draft.key, draft.face.choices, draft.face.correct) == ("id-1", ("ja", "nee"), (0,))


def test_dialog_cards_are_recalled_and_flashcards_typed() -> None:
    dialogs = [{"text": "<p>Wat?</p>", "answer": "<p>Dit</p>", "image": {"path": "images/a.png"}}]
    reading = _read("H5P.Dialogcards", {"dialogs": dialogs})
    assert isinstance(reading.drafts[0].face, Recall)
    assert [note.values for note in reading.notes] == [{"name": "a.png"}]
    cards = [{"text": "Lijst van List<String>?", "answer": r"lijst|a\|b"}]
    (face,) = _faces("H5P.Flashcards", {"cards": cards})
    assert isinstance(face, Typed)
    assert (face.prompt, face.accepted) == ("Lijst van List<String>?", ("lijst", "a|b"))


def test_questions_come_in_from_a_set_and_from_anywhere_within() -> None:
    truth = {"question": "Waar?", "correct": "true"}
    column = {"content": [{"content": _piece("H5P.TrueFalse", truth, "b")}]}
    questions = [
        _piece("H5P.TrueFalse", {**truth, "question": "Echt?"}, "a"),
        _piece("H5P.Column", column),
        _piece("H5P.Essay", {"taskDescription": "Schrijf."}),
    ]
    reading = _read("H5P.QuestionSet", {"introPage": {}, "questions": questions})
    assert [(one.row, one.key, one.topic) for one in reading.drafts] == [
        (1, "a", "AVG"), (2, "b", "AVG"),
    ]  # fmt: skip
    (note,) = reading.notes
    assert (note.code, note.row, note.item) == ("skipped-kind", 3, "Titel")
    assert (note.values, reading.passed_over) == ({"kind": "H5P.Essay"}, 1)


@pytest.mark.parametrize(
    ("library", "params", "code"),
    [
        ("H5P.MultiChoice", {"question": "Wie?", "answers": "geen"}, "too-few"),
        ("H5P.TrueFalse", {"question": "Waar?", "correct": "soms"}, "none-right"),
        ("H5P.Blanks", {"questions": []}, "missing"),
        ("H5P.Blanks", {"questions": ["Niets te vullen"]}, "no-gaps"),
        ("H5P.Flashcards", {"cards": [{"text": ["?"], "answer": 7}]}, "missing"),
        ("H5P.TrueFalse", {"question": "x" * 100_001, "correct": "true"}, "question-too-long"),
    ],
)
def test_what_is_wrong_is_told(library: str, params: Json, code: str) -> None:
    reading = _read(library, params)
    assert code in {problem.code for problem in reading.problems}
    assert reading.drafts == ()


def _nested(depth: int) -> str:
    piece = '{"library":"H5P.Column","params":{"content":'
    return piece * depth + "[]" + "}}" * depth


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("geen json", "damaged"),
        ("[]", "damaged"),
        ("[" * 100_000, "damaged"),
        ('{"x":' + "[" * 200 + "]" * 200 + "}", "too-deep"),
        ('{"x":' + _nested(100) + "}", "too-deep"),
    ],
)
def test_a_package_that_is_broken_or_bottomless_is_refused(content: str, code: str) -> None:
    data = package({"h5p.json": '{"mainLibrary": "H5P.Column"}', "content/content.json": content})
    with pytest.raises(Unreadable) as refused:
        read_any("les.h5p", data, language="nl")
    assert refused.value.code == code


def test_pictures_come_along_each_with_its_own_card() -> None:
    def image(name: str) -> Json:
        return {"path": f"images/{name}.png", "mime": "image/png"}

    dialogs = [
        {"text": "Wat?", "answer": "Een helm", "image": image("helm"), "imageAltText": "Rood"},
        {"text": "En dit?", "answer": "Niets"},
        {"text": "En dat?", "answer": "Een jas", "image": image("jas")},
    ]
    reading = _read("H5P.Dialogcards", {"dialogs": dialogs}, helm=picture())

    media = [draft.face.media for draft in reading.drafts]
    assert [[(one.place, one.alt) for one in of] for of in media] == [[("prompt", "Rood")], [], []]
    assert [one.values.get("name") for one in reading.notes] == ["jas.png"]
