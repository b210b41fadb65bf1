"""Packages that we write: what Anki finds in them, and what comes back from it."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from base64 import b64encode
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings

from content.card import Choice, Media, Order, Recall, from_json
from content.exchange.read import read_any
from content.exchange.reading import Draft
from tests.content.exchange.outgoing import numberless, outgoing, written
from tests.content.faces import sets_of_drafts, texts
from tests.support.faces import FACES

PICTURE = b"\x89PNG picture"
FILE = sha256(PICTURE).hexdigest()
DRAFTS = [
    Draft(kind, None, from_json(face), "Mail", ("veilig werken", "nieuw"), 0)
    for kind, face in FACES.items()
]


def _opened(data: bytes) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    with zipfile.ZipFile(BytesIO(data)) as archive:
        database.deserialize(archive.read("collection.anki2"))
    return database


def _rows(data: bytes, query: str) -> list[tuple[Any, ...]]:
    with closing(_opened(data)) as database:
        return database.execute(query).fetchall()


def _changed(data: bytes, statement: str, *values: str) -> bytes:
    """The package after somebody changed it in Anki."""
    with closing(_opened(data)) as database:
        database.execute(statement, values)
        database.commit()
        collection = database.serialize()
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("collection.anki2", collection)
        archive.writestr("media", "{}")
    return out.getvalue()


def _back(data: bytes) -> list[Draft]:
    reading = read_any("set.apkg", data, language="en")
    assert reading.problems == ()
    return numberless(reading.drafts)


def test_every_kind_is_a_note_with_one_card_of_a_fitting_type() -> None:
    data = written("apkg", outgoing(DRAFTS))
    (models,) = (json.loads(text) for (text,) in _rows(data, "SELECT models FROM col"))
    types = _rows(data, "SELECT guid, mid FROM notes ORDER BY id")
    assert {guid: models[str(mid)]["name"] for guid, mid in types} == {
        "recall": "Basic (Beklijf)", "true_false": "Basic (Beklijf)",
        "typed": "Basic, type in the answer (Beklijf)", "cloze": "Cloze (Beklijf)",
        "choice": "Choices (Beklijf)", "multiple_choice": "Choices (Beklijf)",
        "order": "Choices (Beklijf)", "match": "Choices (Beklijf)",
    }  # fmt: skip
    cards = _rows(data, "SELECT nid, ord, type, queue, due FROM cards ORDER BY id")
    assert [card[1:] for card in cards] == [(0, 0, 0, place) for place in range(1, 9)]
    assert len({nid for nid, *_ in cards}) == 8


def test_topics_are_decks_within_the_set_and_tags_have_no_spaces() -> None:
    other = replace(DRAFTS[0], key="b", topic="", tags=())
    data = written("apkg", outgoing([DRAFTS[0], other], title="Phishing :: herkennen"))
    (decks,) = (json.loads(text) for (text,) in _rows(data, "SELECT decks FROM col"))
    assert {one["name"] for one in decks.values()} == {
        "Default", "Phishing : herkennen", "Phishing : herkennen::Mail"
    }  # fmt: skip
    assert _rows(data, "SELECT tags FROM notes ORDER BY id") == [(" veilig_werken nieuw ",), ("",)]
    assert _back(data) == numberless([DRAFTS[0], other])


def test_the_order_to_find_is_not_the_order_that_is_shown() -> None:
    sorted_already = Order(language="nl", prompt="Zet op volgorde.", items=("a", "b", "c"))
    data = written("apkg", outgoing([replace(DRAFTS[0], face=sorted_already)]))
    ((fields,),) = _rows(data, "SELECT flds FROM notes")
    assert fields.split("\x1f")[1] == "<ul><li>b</li><li>c</li><li>a</li></ul>"
    assert fields.split("\x1f")[2] == "<ol><li>a</li><li>b</li><li>c</li></ol>"


def test_media_come_along_once_each_under_the_names_that_the_fields_show() -> None:
    shown = Media(file=FILE, type="image/png", place="prompt", alt='Een "mail"', bytes=12)
    sound = Media(file="0" * 64, type="audio/mpeg", place="answer", bytes=7)
    face = Recall(language="nl", prompt="Wie?", answer="Ik", media=(shown, sound))
    drafts = [Draft(key, None, face, "", (), 0) for key in "ab"]
    data = written("apkg", outgoing(drafts, media={FILE: PICTURE}))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert sorted(archive.namelist()) == ["0", "collection.anki2", "media"]
        assert json.loads(archive.read("media")) == {"0": f"{FILE}.png"}
        assert archive.read("0") == PICTURE
    fields = _rows(data, "SELECT flds FROM notes")[0][0].split("\x1f")
    assert fields[0] == f'Wie?<br><img src="{FILE}.png" alt="Een &quot;mail&quot;">'
    assert fields[1] == f"Ik[sound:{'0' * 64}.mp3]"


def test_a_later_package_has_the_same_guids() -> None:
    variant = Draft(None, "choice", DRAFTS[0].face, "", (), 0)
    first = written("apkg", outgoing([DRAFTS[1], variant]))
    face = replace(DRAFTS[0].face, prompt="Heel anders?")
    later = written("apkg", outgoing([DRAFTS[1], replace(variant, face=face)]))
    query = "SELECT guid FROM notes ORDER BY id"
    assert _rows(first, query) == _rows(later, query)


def test_what_was_changed_in_anki_counts_more_than_what_we_wrote() -> None:
    data = written("apkg", outgoing([DRAFTS[0]]))
    change = "UPDATE notes SET flds = replace(flds, 'De helpdesk', 'De directie')"
    (draft,) = _back(_changed(data, change))
    assert isinstance(draft.face, Recall)
    assert (draft.key, draft.topic) == ("recall", "Mail")
    assert draft.face.answer.startswith("De directie")


def test_tags_and_decks_are_taken_from_where_anki_has_them_now() -> None:
    data = written("apkg", outgoing([DRAFTS[1]]))
    changed = _changed(data, "UPDATE notes SET tags = ' anders '")
    changed = _changed(changed, "UPDATE col SET decks = replace(decks, '::Mail', '::Post')")
    (draft,) = _back(changed)
    assert isinstance(draft.face, Choice)
    assert (draft.tags, draft.topic) == (("anders",), "Post")


def test_a_copy_made_in_anki_is_a_card_of_its_own() -> None:
    data = written("apkg", outgoing([DRAFTS[1]]))
    (draft,) = _back(_changed(data, "UPDATE notes SET guid = 'copied'"))
    assert (draft.key, draft.face) == ("copied", DRAFTS[1].face)


STRANGE: tuple[object, ...] = (None, 7, [], {}, "x", [[]], {"kind": "recall"}, True)


@pytest.mark.parametrize("field", ["", "geen", "e30=", "W10=", "eyJ2IjoxfQ==", "bnVsbA=="])
def test_a_last_field_that_is_none_of_ours_is_let_be(field: str) -> None:
    _let_be(field)


@pytest.mark.parametrize("member", ["v", "key", "of", "topic", "tags", "place", "deck", "face"])
def test_a_last_field_that_a_stranger_made_breaks_nothing(member: str) -> None:
    whole = {"v": 1, "key": "a", "of": None, "topic": "", "tags": [], "place": 0, "deck": [],
             "face": FACES["recall"]}  # fmt: skip
    for value in STRANGE:
        _let_be(b64encode(json.dumps({**whole, member: value}).encode()).decode())


def _let_be(field: str) -> None:
    data = written("apkg", outgoing([DRAFTS[0]]))
    visible = "De helpdesk\x1fDaarom.\x1fHandboek, blz. 3\x1f"
    change = "UPDATE notes SET flds = ?"
    (draft,) = _back(_changed(data, change, f"Wie bel je?\x1f{visible}{field}"))
    assert draft.face.prompt == "Wie bel je?"


@settings(max_examples=25, deadline=None)
@given(sets_of_drafts(), texts)
def test_whatever_the_title_the_same_set_comes_back(drafts: list[Draft], title: str) -> None:
    assert _back(written("apkg", outgoing(drafts, title=title))) == numberless(drafts)
