"""Pictures, sounds and films on a face."""

import json
from typing import Any

import pytest

from content import limits
from content.card import Face, NotAFace, from_json, problems_of, to_json

FILE = "0" * 64
PICTURE = {"file": FILE, "type": "image/png", "place": "prompt", "alt": "Een helm", "bytes": 5}


def _face(*media: object) -> Face:
    return from_json(
        {
            "kind": "recall",
            "language": "nl",
            "prompt": "Wat is dit?",
            "answer": "Een helm",
            "media": list(media),
        }
    )


def test_a_face_comes_back_with_its_media() -> None:
    face = _face({**PICTURE, "width": 10, "height": 20}, {**PICTURE, "place": "answer"})

    assert from_json(json.loads(json.dumps(to_json(face)))) == face
    assert to_json(face)["media"][0] == {**PICTURE, "width": 10, "height": 20}


def test_a_face_without_media_is_stored_as_before_there_were_any() -> None:
    assert "media" not in to_json(_face())


@pytest.mark.parametrize(
    "wrong",
    [
        {"file": "../../etc/passwd"},
        {"file": FILE.replace("0", "A")},
        {"file": 7},
        {"type": "text/html"},
        {"place": "topic"},
        {"alt": None},
        {"bytes": -1},
        {"bytes": True},
        {"bytes": None},
        {"width": "10"},
        {"seconds": float("nan")},
    ],
)
def test_media_that_make_no_sense_make_no_face(wrong: dict[str, Any]) -> None:
    with pytest.raises(NotAFace, match="media"):
        _face({**PICTURE, **wrong})


@pytest.mark.parametrize("wrong", [None, "media", {}, [PICTURE]])
def test_what_is_no_list_of_media_makes_no_face(wrong: object) -> None:
    with pytest.raises(NotAFace, match="media"):
        _face(wrong)


def test_more_than_fits_on_a_phone_is_a_flaw() -> None:
    media = [{**PICTURE, "file": f"{n:064x}"} for n in range(limits.MEDIA + 1)]

    assert [(one.code, one.field) for one in problems_of(_face(*media))] == [("too-many", "media")]


def test_the_same_file_twice_in_one_place_is_a_flaw() -> None:
    assert [one.code for one in problems_of(_face(PICTURE, PICTURE))] == ["same-twice"]


def test_an_alternative_text_has_its_limit() -> None:
    face = _face({**PICTURE, "alt": "x" * (limits.ALT + 1)})

    assert [(one.code, one.field) for one in problems_of(face)] == [("too-long", "media")]
