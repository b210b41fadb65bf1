"""QTI 2 and 3: what is a card, and what happens to the rest."""

from collections.abc import Callable

import pytest

from content.card import Choice, Cloze, Face, Match, MultipleChoice, Order, Typed
from content.exchange.read import read_any
from content.exchange.reading import Unreadable
from tests.content.exchange.qti.items import (
    item,
    manifest,
    newer,
    package,
    read_item,
    response,
)
from tests.support.media import picture

VERSIONS = pytest.mark.parametrize("version", [str, newer], ids=["2", "3"])
Version = Callable[[str], str]

CHOICES = (
    '<p>Je vindt een <em>lek</em>.</p><choiceInteraction responseIdentifier="RESPONSE">'
    "<prompt>Wie bel je?</prompt>"
    '<simpleChoice identifier="A">De pers<feedbackInline>Nee.</feedbackInline></simpleChoice>'
    '<simpleChoice identifier="B"><p>Je baas</p></simpleChoice>'
    '<simpleChoice identifier="C">De FG</simpleChoice></choiceInteraction>'
)


def _face(xml: str) -> Face:
    reading = read_item(xml)
    assert reading.problems == ()
    (draft,) = reading.drafts
    return draft.face


@VERSIONS
def test_one_right_choice_is_a_choice(version: Version) -> None:
    face = _face(version(item(response("B"), CHOICES)))
    assert isinstance(face, Choice)
    assert (face.prompt, face.choices, face.correct) == (
        "Je vindt een lek.\nWie bel je?", ("De pers", "Je baas", "De FG"), (1,)
    )  # fmt: skip
    assert face.explanation == "De pers: Nee."


@VERSIONS
def test_several_right_choices_are_a_multiple_choice(version: Version) -> None:
    face = _face(version(item(response("B", "C"), CHOICES)))
    assert isinstance(face, MultipleChoice)
    assert face.correct == (1, 2)


@VERSIONS
def test_the_right_order_is_an_order(version: Version) -> None:
    body = (
        '<orderInteraction responseIdentifier="RESPONSE"><prompt>Bij brand</prompt>'
        '<simpleChoice identifier="A">redden</simpleChoice>'
        '<simpleChoice identifier="B">alarmeren</simpleChoice></orderInteraction>'
    )
    face = _face(version(item(response("B", "A"), body)))
    assert isinstance(face, Order)
    assert (face.prompt, face.items) == ("Bij brand", ("alarmeren", "redden"))


@VERSIONS
def test_pairs_are_a_match(version: Version) -> None:
    sets = "".join(
        "<simpleMatchSet>"
        + "".join(
            f'<simpleAssociableChoice identifier="{one}">{word}</simpleAssociableChoice>'
            for one, word in words
        )
        + "</simpleMatchSet>"
        for words in (
            [("S", "situatie"), ("B", "gedrag")],
            [("1", "wat er was"), ("2", "wat je deed")],
        )
    )
    body = (
        f'<p>Koppel.</p><matchInteraction responseIdentifier="RESPONSE">{sets}</matchInteraction>'
    )
    face = _face(version(item(response("S 1", "B 2", base="directedPair"), body)))
    assert isinstance(face, Match)
    assert face.left == ("situatie", "gedrag")
    assert face.right == ("wat er was", "wat je deed")


@VERSIONS
def test_an_entry_behind_a_text_is_typed_in_every_way_that_earns_all(version: Version) -> None:
    mapped = (
        '<mapping><mapEntry mapKey="AVG" mappedValue="1"/><mapEntry mapKey="GDPR" mappedValue="1"/>'
        '<mapEntry mapKey="wet" mappedValue="0.5"/></mapping>'
    )
    body = '<p>Welke wet? <textEntryInteraction responseIdentifier="RESPONSE"/></p>'
    face = _face(version(item(response("AVG", base="string", mapped=mapped), body)))
    assert isinstance(face, Typed)
    assert (face.prompt, face.accepted) == ("Welke wet?", ("AVG", "GDPR"))


@VERSIONS
def test_entries_within_a_text_are_gaps(version: Version) -> None:
    declared = response("3.5", called="A", base="float") + response("AP", called="B", base="string")
    body = (
        '<p>Meld binnen <textEntryInteraction responseIdentifier="A"/> dag bij de '
        '<textEntryInteraction responseIdentifier="B"/>.</p>'
    )
    face = _face(version(item(declared, body)))
    assert isinstance(face, Cloze)
    assert face.prompt == "Meld binnen {{1}} dag bij de {{2}}."
    assert face.gaps == (("3,5",), ("AP",))


@VERSIONS
def test_one_list_within_a_text_is_a_choice_and_more_are_gaps(version: Version) -> None:
    listed = (
        '<inlineChoiceInteraction responseIdentifier="RESPONSE">'
        '<inlineChoice identifier="A">24</inlineChoice>'
        '<inlineChoice identifier="B">72</inlineChoice>'
        "</inlineChoiceInteraction>"
    )
    one = _face(version(item(response("B"), f"<p>Binnen {listed} uur.</p>")))
    assert isinstance(one, Choice)
    assert (one.prompt, one.correct) == ("Binnen _____ uur.", (1,))
    reading = read_item(version(item(response("B"), f"<p>Van {listed} tot {listed} uur.</p>")))
    (draft,) = reading.drafts
    assert isinstance(draft.face, Cloze)
    assert draft.face.gaps == (("72",), ("72",))
    assert [note.code for note in reading.notes] == ["choices-left-out"]


@VERSIONS
@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ('<extendedTextInteraction responseIdentifier="RESPONSE"/>', "extendedTextInteraction"),
        ("<p>Lees dit.</p>", "item without a question"),
        (CHOICES + CHOICES, "item with several questions"),
    ],
)
def test_what_no_card_can_be_is_passed_over_by_name(version: Version, body: str, kind: str) -> None:
    reading = read_item(version(item(response("A"), body)))
    (note,) = reading.notes
    assert (note.code, note.item, note.values) == ("skipped-kind", "Titel", {"kind": kind})
    assert (reading.passed_over, reading.problems) == (1, ())


@pytest.mark.parametrize(
    ("declared", "code"),
    [("", "none-right"), (response(), "none-right"), (response("X"), "right-not-in-choices")],
)
def test_an_item_that_does_not_say_what_is_right_is_told(declared: str, code: str) -> None:
    assert [one.code for one in read_item(item(declared, CHOICES)).problems] == [code]


def test_a_package_is_read_in_the_order_of_its_manifest_with_its_test_as_topic() -> None:
    test = '<resource type="imsqti_test_xmlv2p1" href="test.xml"/>'
    data = package(
        {
            "toets/imsmanifest.xml": manifest("b.xml", "a.xml", "weg.xml", "stuk.xml", more=test),
            "toets/test.xml": '<assessmentTest title="AVG"/>',
            "toets/a.xml": item(response("B"), CHOICES, identifier="a", title="Een"),
            "toets/b.xml": item(response("A"), CHOICES + '<img src="lek.png"/>', identifier="b"),
            "toets/stuk.xml": "<assessmentItem>",
        }
    )
    reading = read_any("toets.zip", data, language="nl")
    assert [(one.row, one.key, one.topic) for one in reading.drafts] == [
        (1, "b", "AVG"), (2, "a", "AVG"),
    ]  # fmt: skip
    assert [(one.code, one.row, one.item) for one in reading.problems] == [
        ("item-missing", 3, "weg.xml"), ("xml-damaged", 4, "stuk.xml"),
    ]  # fmt: skip
    assert [note.values for note in reading.notes] == [{"name": "lek.png"}]


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"imsmanifest.xml": manifest("q.xml", kind="imsqti_xmlv1p2")}, "old-qti"),
        ({"imsmanifest.xml": manifest("sco.html", kind="webcontent")}, "no-questions-in-package"),
        ({"imsmanifest.xml": "<manifest>"}, "xml-damaged"),
        (
            {
                "imsmanifest.xml": manifest("a.xml"),
                "a.xml": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
            },
            "unsafe-file",
        ),
    ],
)
def test_a_package_of_anything_else_is_refused_as_a_whole(
    members: dict[str, str], code: str
) -> None:
    with pytest.raises(Unreadable) as refused:
        read_any("toets.zip", package(members), language="nl")
    assert refused.value.code == code


def test_qti_1_is_refused_with_what_to_do() -> None:
    with pytest.raises(Unreadable) as refused:
        read_item("<questestinterop/>")
    assert refused.value.code == "old-qti"


def test_a_damaged_member_is_damage() -> None:
    data = bytearray(package({"imsmanifest.xml": manifest("a.xml"), "a.xml": "x" * 500}))
    data[40:60] = bytes(20)
    with pytest.raises(Unreadable) as refused:
        read_any("toets.zip", bytes(data), language="nl")
    assert refused.value.code == "damaged"


def test_pictures_of_a_package_come_along() -> None:
    body = (
        '<p>Wat is dit? <img src="../media/helm.png" alt="Een helm"/><img src="weg.png"/></p>'
        '<choiceInteraction responseIdentifier="RESPONSE">'
        '<simpleChoice identifier="A">Een helm <img src="../media/jas.png"/></simpleChoice>'
        '<simpleChoice identifier="B">Een jas</simpleChoice></choiceInteraction>'
    )
    pictures = {"media/helm.png": picture(), "media/jas.png": picture("JPEG")}
    members = {"imsmanifest.xml": manifest("items/a.xml"), "items/a.xml": item(response("A"), body)}
    reading = read_any("toets.zip", package({**members, **pictures}), language="nl")

    (draft,) = reading.drafts
    assert draft.face.prompt == "Wat is dit?"
    assert [(one.type, one.place, one.alt) for one in draft.face.media] == [
        ("image/png", "prompt", "Een helm"), ("image/jpeg", "answer", ""),
    ]  # fmt: skip
    assert [one.values["name"] for one in reading.notes] == ["weg.png"]
