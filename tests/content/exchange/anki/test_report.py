"""What stays behind or cannot come in is told: by note, by its first words, by name."""

import pytest

from content.exchange.anki.notes import LONGEST_FIELD
from content.exchange.read import read_any
from content.exchange.reading import Reading
from content.limits import ANSWER
from tests.content.exchange.anki.packages import BASIC, CLOZE, REVERSED, Note, Type, package

OCCLUSION = Type(
    "Image Occlusion",
    ("Occlusion", "Image"),
    (("{{cloze:Occlusion}}{{Image}}", "{{cloze:Occlusion}}{{Image}}"),),
    cloze=True,
    stock=6,
)
GOOD = Note(BASIC, ("Wie bel je?", "De BHV"), "good")


def read(*notes: Note, media: tuple[str, ...] = (), more_sql: str = "") -> Reading:
    return read_any("deck", package(*notes, media=media, more_sql=more_sql), language="nl")


def told(reading: Reading) -> list[tuple[str, int | None, str]]:
    return [(one.code, one.row, one.item) for one in reading.notes]


def stopped(reading: Reading) -> list[tuple[str, int | None, str | None]]:
    assert [draft.key for draft in reading.drafts] == ["good"]
    return [(one.code, one.row, one.column) for one in reading.problems]


def test_media_that_the_package_does_not_bring_are_told() -> None:
    reading = read(Note(BASIC, ("Wie? [sound:weg.mp3]", "Jan")))
    assert told(reading) == [("media-missing", None, ""), ("media-left-out", 1, "Wie?")]


def test_a_card_of_media_alone_that_are_not_there_is_passed_over() -> None:
    both = ('<img src="vraag.png">', '<img src="antwoord.png">')
    reading = read(GOOD, Note(BASIC, both))
    assert stopped(reading) == []
    assert ("card-of-media", 2, "vraag.png") in told(reading)
    assert reading.passed_over == 1


def test_a_side_of_media_alone_that_are_not_there_shows_their_names() -> None:
    reading = read(Note(BASIC, ('<img src="jan.png">', "Jan")))
    assert reading.drafts[0].face.prompt == "[jan.png]"


@pytest.mark.parametrize(
    "note",
    [
        Note(OCCLUSION, ("{{c1::image-occlusion:rect:left=.1}}", "plaat")),
        Note(CLOZE, ("{{c1::image-occlusion:rect:left=.1}}", "")),
    ],
    ids=["by type", "by content"],
)
def test_a_picture_with_parts_covered_is_passed_over_by_the_name_of_its_kind(note: Note) -> None:
    reading = read(GOOD, note)
    assert stopped(reading) == []
    assert reading.notes[-1].values["kind"] == note.type.name
    assert (reading.notes[-1].code, reading.passed_over) == ("skipped-kind", 1)


def test_a_card_that_anki_calls_empty_is_passed_over() -> None:
    stale = Note(CLOZE, ("Bel {{c1::112}}", ""), "cloze", cards=(0, 6))
    blank = Note(REVERSED, ("Alleen voor", ""), "blank", cards=(1,))
    reading = read(GOOD, stale, blank)
    assert [one.key for one in reading.drafts] == ["good", "cloze"]
    assert [(one.code, one.row) for one in reading.notes] == [("card-empty", 2), ("card-empty", 3)]


def test_a_note_without_cards_is_told() -> None:
    assert told(read(GOOD, Note(BASIC, ("Los", "x"), cards=()))) == [
        ("note-without-cards", 2, "Los")
    ]


def test_fields_that_stand_on_no_card_are_named() -> None:
    kind = Type("Woord", ("V", "A", "Herkomst", "Leeg"), (("{{V}}", "{{A}}"),))
    (note,) = read(Note(kind, ("V", "A", "Latijn", ""))).notes
    assert (note.code, note.values) == (
        "fields-unshown",
        {"kind": "Woord", "columns": "Herkomst"},
    )


def test_pictures_of_a_template_are_named_once() -> None:
    kind = Type("Huisstijl", ("V", "A"), (("<img src=_logo.png>{{V}}", "{{A}}"),))
    (note,) = read(Note(kind, ("V1", "A")), Note(kind, ("V2", "A"), "b")).notes
    assert (note.code, note.row, note.values["names"]) == ("template-media", None, "_logo.png")


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        (("Wie?", ""), ("missing", 2, "Back")),
        (("Wie?", "x" * (ANSWER + 1)), ("too-long", 2, "Back")),
        (("x" * (LONGEST_FIELD + 1), "Jij"), ("too-long", 2, "Front")),
        (("Wie?", "Jij", "Over"), ("fields-differ", 2, None)),
        (("Wie?",), ("fields-differ", 2, None)),
    ],
    ids=["missing", "long", "endless", "more", "fewer"],
)
def test_a_note_that_makes_no_card_names_its_field(
    fields: tuple[str, ...], problem: tuple[str, int, str | None]
) -> None:
    reading = read(GOOD, Note(BASIC, fields))
    assert stopped(reading) == [problem]
    assert reading.problems[0].item.startswith(fields[0][:50])


def test_a_picture_written_out_in_a_field_does_not_make_it_long() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * LONGEST_FIELD}">'
    assert read(Note(BASIC, (f"Wie?{picture}", "Jij"))).drafts[0].face.prompt == "Wie?"


def test_a_note_comes_in_whole_or_not_at_all() -> None:
    notes = Note(REVERSED, ("V", "A" * (ANSWER + 1)), "long", cards=(0, 1))
    assert {one for one, _, _ in stopped(read(GOOD, notes))} == {"too-long"}


def test_more_labels_than_a_card_can_have_are_a_problem() -> None:
    tags = " ".join(f"t{number}" for number in range(21))
    assert stopped(read(GOOD, Note(BASIC, ("V", "A"), tags=tags))) == [("too-many", 2, "tags")]


def test_an_identity_used_twice_is_a_problem() -> None:
    assert stopped(read(GOOD, GOOD)) == [("guid-twice", 2, None)]


def test_a_note_of_a_type_that_is_gone_is_a_problem() -> None:
    more_sql = "UPDATE notes SET mid = 5 WHERE id = 2"
    problems = stopped(read(GOOD, Note(BASIC, ("V", "A"), "b"), more_sql=more_sql))
    assert problems == [("note-type-missing", 2, None)]


def test_a_deck_without_notes_or_cards_says_so() -> None:
    assert [one.code for one in read().problems] == ["no-notes"]
    nothing_left = read(Note(OCCLUSION, ("{{c1::x}}", "plaat")))
    assert [one.code for one in nothing_left.problems] == ["no-card-left"]
