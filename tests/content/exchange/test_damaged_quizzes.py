"""Quizzes and question banks with bytes changed: a reading, or `Unreadable`, and nothing else."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.exchange.read import read_any
from content.exchange.reading import Unreadable
from tests.content.exchange.moodle.banks import answer, bank, category, question
from tests.content.exchange.qti.items import item, manifest, package, response
from tests.content.exchange.tables import as_workbook
from tests.content.exchange.test_kahoot import HEADER, TITLE

GIFT = """// [id:1] [tag:avg]
$CATEGORY: $course$/top/AVG
::Lek::[html]<p>Wie meldt \\= wie?</p>{=Jij#goed ~%50%De pers#fout ####uitleg} ooit.

Hoeveel?{#=3.5:0 =%50%3:1}

Wat hoort bij wat?{=S -> situatie = -> los}

Lek is lek.{FALSE#fout#goed}
"""
AIKEN = "Wie meldt?\nA. De pers\nB. Jij\nANSWER: B\n\nWat nu?\nA. x\nB. y\nANSWER: A\n"
MARKDOWN = "# AVG\nQ: Wie?\n- [x] Jij\n- [ ] Pers\n\nQ: {{AVG|wet}}?\n\nQ: Hoe?\n1. een\n2. twee\n"
MOODLE = bank(
    category("$course$/AVG"),
    question("multichoice", "<single>true</single>" + answer("a", "100") + answer("b", "0")),
    question("numerical", answer("3.5", "100", more="<tolerance>0</tolerance>")),
    question("cloze", "", r"Meld {1:SHORTANSWER:=aan~%50%bij#nee} de {1:NM:=3:0} AP"),
    question("ddwtos", "<dragbox><text>lek</text></dragbox>", "Een [[1]]"),
)
ITEM = item(
    response("B", called="A"),
    '<p>Wie? <inlineChoiceInteraction responseIdentifier="A">'
    '<inlineChoice identifier="B">Jij</inlineChoice></inlineChoiceInteraction>'
    ' of <textEntryInteraction responseIdentifier="A"/></p>',
)
H5P = """{"questions": [
{"library": "H5P.Blanks 1.1", "params": {"text": "Vul in", "questions": ["De *AVG/wet:tip*."]}},
{"library": "H5P.MultiChoice 1.1", "params": {"question": "Wie?", "answers": [
{"text": "Jij", "correct": true}, {"text": "Pers", "correct": false}]}}]}"""
SOUND = {
    "gift": GIFT.encode(),
    "aiken": AIKEN.encode(),
    "markdown": MARKDOWN.encode(),
    "moodle": MOODLE.encode(),
    "qti": f'<?xml version="1.0"?>{ITEM}'.encode(),
    "qti package": package({"imsmanifest.xml": manifest("a.xml"), "a.xml": ITEM}),
    "h5p": package({"h5p.json": '{"mainLibrary": "H5P.QuestionSet"}', "content/content.json": H5P}),
    "kahoot": as_workbook([*TITLE, HEADER, (1, "Wie?", "Jij", "Pers", "", "", 20, 1.2)]),
}
TRICKY = st.sampled_from(
    [b"\0", b"{", b"}", b"=", b"~", b"#", b"%", b"\\", b"->", b"..", b"\n\n", b"<", b"]]>", b"&x;",
     b"::", b"\xff", b"\xee\x80\x80", b"\x01", b"9" * 50, b"-", b"[[0]]", b"ANSWER:", b"Q:"]
)  # fmt: skip


def _read(data: bytes) -> None:
    with contextlib.suppress(Unreadable):
        reading = read_any("quiz", data, language="nl")
        stopped = {problem.row for problem in reading.problems}
        assert stopped.isdisjoint(draft.row for draft in reading.drafts)


@pytest.mark.parametrize("kind", sorted(SOUND))
@settings(max_examples=60)
@given(st.data())
def test_a_damaged_quiz_is_read_or_refused(kind: str, data: st.DataObject) -> None:
    file = bytearray(SOUND[kind])
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(file)))
        end = start + data.draw(st.integers(0, 4))
        file[start:end] = data.draw(TRICKY | st.binary(max_size=4))
    _read(bytes(file))


@given(st.text(alphabet="::{}=~#%\\->.$/ \n1aT[]", max_size=120))
def test_any_signs_of_gift_are_read_or_refused(text: str) -> None:
    _read(f"::t::V?{{T}}\n\n{text}".encode())


@given(st.text(alphabet="{}:=~#%\\12NMSA[].", max_size=80))
def test_any_signs_of_gaps_are_read_or_refused(text: str) -> None:
    plain = text.replace("]]>", "")
    _read(bank(question("cloze", "", plain), question("gapselect", "", plain)).encode())


@given(st.text(alphabet="QVA:ABN.)#*- [x]1>{}|`\n", max_size=120))
def test_any_signs_of_markdown_are_read_or_refused(text: str) -> None:
    _read(f"Q: V?\nA: A\n{text}".encode())
