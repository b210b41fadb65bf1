"""The JSON of a whole set: its history, its media, and what a stranger may have made of it."""

from __future__ import annotations

import json
from base64 import b64decode
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

import pytest

from content.card import Media, Recall, to_json
from content.exchange.outgoing import PastCard, PastRelease
from content.exchange.read import read_any
from content.exchange.reading import Draft, Unreadable
from content.files.images import made_fit
from tests.content.exchange.outgoing import numberless, outgoing, written
from tests.support.media import photograph

PICTURE = b"\x89PNG picture"
FILE = sha256(PICTURE).hexdigest()
SHOWN = Media(file=FILE, type="image/png", place="prompt", alt="Een mail", bytes=len(PICTURE))
FACE = Recall(language="nl", prompt="Wie bel je?", answer="De helpdesk")
DRAFT = Draft("a", None, FACE, "Mail", ("veilig",), 2)


def _whole(**changes: Any) -> bytes:
    whole = json.loads(written("json", outgoing([DRAFT])))
    return json.dumps({**whole, **changes}).encode()


def test_it_tells_what_learners_saw_when() -> None:
    past = PastCard("a", "Mail", ("veilig",), ((None, replace(FACE, prompt="Wie?")), ("v", FACE)))
    moment = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
    first = PastRelease(1, "Eerste", moment, ("a",), [past])
    again = PastRelease(2, "", moment, ("a",), [])
    whole = json.loads(written("json", outgoing([DRAFT], releases=[first, again])))
    assert whole["set"] == {"title": "Phishing", "language": "nl",
                            "exported_at": "2026-11-18T09:00:00+00:00"}  # fmt: skip
    told, unchanged = whole["releases"]
    assert (told["number"], told["note"], told["keys"]) == (1, "Eerste", ["a"])
    assert told["released_at"] == "2026-11-02T08:00:00+00:00"
    assert [one["face"]["prompt"] for one in told["changed"][0]["faces"]] == ["Wie?", "Wie bel je?"]
    assert unchanged["changed"] == []


def test_an_import_leaves_the_history_out_and_says_so() -> None:
    moment = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
    release = PastRelease(1, "", moment, ("a",), [])
    data = written("json", outgoing([DRAFT], releases=[release]))
    reading = read_any("set.json", data, language="en")
    assert [note.code for note in reading.notes] == ["releases-left-out"]
    assert [draft.face for draft in reading.drafts] == [FACE]


def test_a_card_keeps_the_day_until_which_it_is_valid() -> None:
    dated = replace(DRAFT, valid_until=date(2027, 1, 31))
    other = replace(DRAFT, key="b")
    reading = read_any("set.json", written("json", outgoing([dated, other])), language="nl")
    assert [one.valid_until for one in reading.drafts] == [date(2027, 1, 31), None]


def test_each_file_stands_in_it_once() -> None:
    pictured = replace(DRAFT, face=replace(FACE, media=(SHOWN,)))
    other = replace(pictured, key="b")
    whole = json.loads(written("json", outgoing([pictured, other], media={FILE: PICTURE})))
    assert {name: b64decode(data) for name, data in whole["media"].items()} == {FILE: PICTURE}
    assert whole["cards"][1]["face"]["media"][0]["alt"] == "Een mail"


def test_pictures_come_back_on_the_places_where_they_were() -> None:
    fit = made_fit(photograph())
    file = sha256(fit.data).hexdigest()
    shown = Media(file=file, type=fit.type, place="answer", alt="Een mail", bytes=len(fit.data),
                  width=fit.width, height=fit.height)  # fmt: skip
    draft = replace(DRAFT, face=replace(FACE, media=(shown, replace(shown, place="prompt"))))
    for kind in ("json", "apkg"):
        data = written(kind, outgoing([draft], media={file: fit.data}))
        reading = read_any("set", data, language="en")
        assert (reading.problems, reading.notes) == ((), ())
        assert numberless(reading.drafts) == numberless([draft])
        assert [(one.file, one.data) for one in reading.files] == [(file, fit.data)]


def test_a_file_that_does_not_unpack_is_told_and_left_out() -> None:
    pictured = replace(DRAFT, face=replace(FACE, media=(SHOWN,)))
    whole = json.loads(written("json", outgoing([pictured], media={FILE: PICTURE})))
    for data in ("%%%", 7, None, "AAAA"):
        damaged = json.dumps({**whole, "media": {FILE: data}}).encode()
        reading = read_any("set.json", damaged, language="en")
        assert [note.code for note in reading.notes] == ["media-unfit"]
        assert reading.files == ()


def test_a_file_that_is_lost_does_not_stop_the_export() -> None:
    pictured = replace(DRAFT, face=replace(FACE, media=(SHOWN,)))
    assert json.loads(written("json", outgoing([pictured])))["media"] == {}


def test_a_byte_order_mark_and_other_spaces_do_no_harm() -> None:
    data = b"\xef\xbb\xbf" + json.dumps(json.loads(_whole()), indent=2).encode()
    assert [one.face for one in read_any("x", data, language="en").drafts] == [FACE]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (_whole()[:-9], "damaged"),
        (_whole(version=2), "json-too-new"),
        (_whole(version=None), "json-too-new"),
        (b'{"format":"beklijf-set","a":' + b"[" * 100_000, "damaged"),
        (b'{"format":"beklijf-set","a":"\xff"}', "damaged"),
    ],
)
def test_what_is_no_sound_set_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_any("set.json", data, language="nl")
    assert refused.value.code == code


@pytest.mark.parametrize(
    "card",
    [
        7, [], {}, {"key": 1, "face": to_json(FACE)}, {"face": None}, {"face": {"kind": "recall"}},
        {"face": {**to_json(FACE), "prompt": 5}}, {"face": to_json(FACE), "tags": [{}]},
        {"face": to_json(FACE), "valid_until": "gisteren"},
        {"face": to_json(FACE), "valid_until": "9999-12-31"},
        {"face": to_json(FACE), "topic": []}, {"face": to_json(FACE), "variants": [7]},
        {"face": to_json(FACE), "variants": [{"face": to_json(FACE)}]},
        {"key": "b", "face": to_json(FACE), "variants": [{"face": {"kind": "choice"}}]},
    ],
)  # fmt: skip
def test_a_card_that_is_none_is_named_by_its_number(card: object) -> None:
    sound = {"key": "a", "topic": "", "tags": [], "face": to_json(FACE)}
    reading = read_any("set.json", _whole(cards=[sound, card]), language="nl")
    assert [(one.code, one.row) for one in reading.problems] == [("json-unfit", 2)]
    assert [one.key for one in reading.drafts] == ["a"]


def test_flaws_and_repeated_keys_are_told_where_they_are() -> None:
    card = {"key": "a", "face": to_json(FACE)}
    empty = {"key": "c", "face": {**to_json(FACE), "answer": "", "prompt": "Wat?\u202e"}}
    reading = read_any("set.json", _whole(cards=[card, card, empty]), language="nl")
    told = [(one.code, one.row, one.column, one.item) for one in reading.problems]
    assert told == [("same-key", 2, "key", "Wie bel je?"), ("missing", 3, "answer", "Wat?")]


def test_a_set_without_cards_is_a_problem() -> None:
    reading = read_any("set.json", _whole(cards=[]), language="nl")
    assert [one.code for one in reading.problems] == ["no-questions"]
