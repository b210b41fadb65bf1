"""Whatever has happened to a package: a reading, or `Unreadable`, and nothing else."""

import contextlib

from hypothesis import given
from hypothesis import strategies as st

from content.exchange.anki import wire
from content.exchange.anki.cloze import gapped
from content.exchange.anki.template import compiled, rendered
from content.exchange.read import read_any
from content.exchange.reading import Unreadable
from tests.content.exchange.anki.packages import (
    BASIC,
    CLOZE,
    COLLECTION,
    TYPED,
    VARIANTS,
    Note,
    Variant,
    database,
    media_entries,
    package,
    packed,
    zipped,
)

NOTES = (
    Note(BASIC, ("Wie bel je? <img src='x.png'>", "De BHV<br>of 112"), "one", "bhv", "A::B"),
    Note(TYPED, ("Uren?", "72", "AVG"), "two"),
    Note(CLOZE, ("Bel {{c1::112}}", ""), "three"),
)
WHOLE = {variant: package(*NOTES, variant=variant, media=["x.png"]) for variant in VARIANTS}
COLLECTIONS = {schema: database(NOTES, schema) for schema in (11, 18)}


def _read(data: bytes) -> None:
    with contextlib.suppress(Unreadable):
        reading = read_any("deck", data, language="nl")
        assert {draft.row for draft in reading.drafts}.isdisjoint(
            problem.row for problem in reading.problems
        )


@st.composite
def damaged(draw: st.DrawFn, sound: bytes) -> bytes:
    """A few bytes changed, put in or taken out; the file is cut off at times."""
    data = bytearray(sound)
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        data[start : start + draw(st.integers(0, 4))] = draw(st.binary(max_size=4))
    return bytes(data[: draw(st.none() | st.integers(0, len(data)))])


@given(st.data(), st.sampled_from(VARIANTS))
def test_a_damaged_package_is_read_or_refused(data: st.DataObject, variant: Variant) -> None:
    _read(data.draw(damaged(WHOLE[variant])))


@given(st.data(), st.sampled_from(sorted(COLLECTIONS)))
def test_a_damaged_collection_is_read_or_refused(data: st.DataObject, schema: int) -> None:
    """Damaged before it is packed, so that the archive finds nothing amiss."""
    variant: Variant = "latest" if schema == 18 else "legacy 1"
    collection = data.draw(damaged(COLLECTIONS[schema]))
    members = {"meta": b"\x08\x03"} if variant == "latest" else {}
    content = packed(collection) if variant == "latest" else collection
    _read(zipped({**members, COLLECTION[variant]: content}))


@given(st.data())
def test_a_damaged_list_of_media_is_read_or_refused(data: st.DataObject) -> None:
    media = packed(data.draw(damaged(media_entries("x.png", "y.mp3"))))
    _read(package(*NOTES, variant="latest", more_members={"media": media}))


@given(st.binary(max_size=60), st.integers(0, 300))
def test_any_message_is_read_or_malformed(message: bytes, field: int) -> None:
    with contextlib.suppress(wire.Malformed):
        wire.values(message, field)
        wire.number(message, field)
    with contextlib.suppress(wire.Malformed):
        wire.text(message, field)


MARKUP = st.text(alphabet='{}c12:,#^/ab<>&"=\n', max_size=60)


@given(MARKUP, MARKUP)
def test_any_template_renders(question: str, answer: str) -> None:
    template = compiled("Card 1", question, answer)
    for side in (template.question, template.answer):
        rendered(side, lambda tag: tag.name, frozenset("ab"))


@given(MARKUP, st.integers(1, 3))
def test_marks_and_gaps_of_any_text_are_as_many(text: str, number: int) -> None:
    gaps: list[str] = []
    shown = gapped(text, number, gaps)
    assert all(f"{{{{{place}}}}}" in shown for place in range(1, len(gaps) + 1))
