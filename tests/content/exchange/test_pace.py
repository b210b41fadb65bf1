"""What somebody who watches a large file hears about it."""

from __future__ import annotations

from content.exchange.pace import STEP
from content.exchange.read import read_any
from tests.content.exchange.anki.packages import BASIC, Note, package
from tests.content.exchange.tables import as_workbook
from tests.support.media import picture

Word = tuple[str, int, int | None]


def heard(data: bytes) -> list[Word]:
    words: list[Word] = []
    read_any("set", data, language="nl", told=lambda *word: words.append(word))
    return words


def rows(many: int) -> list[tuple[str, str]]:
    return [("vraag", "antwoord"), *((f"Wat is {n}?", f"Nummer {n}") for n in range(many))]


def test_a_text_table_tells_how_far_it_is_and_how_far_it_goes() -> None:
    text = "\n".join(";".join(row) for row in rows(3 * STEP - 1))
    of = 3 * STEP
    told = [("reading", done, of) for done in (0, STEP, 2 * STEP)]
    assert heard(text.encode()) == [*told, ("read", of - 1, None)]


def test_a_workbook_tells_its_rows_and_not_a_number_that_it_only_claims() -> None:
    assert heard(as_workbook(rows(STEP))) == [
        ("reading", 0, None), ("reading", STEP, None), ("read", STEP, None)
    ]  # fmt: skip


def test_a_deck_tells_its_notes_and_then_its_pictures() -> None:
    notes = [
        Note(BASIC, (f"Vraag {n} <img src='{name}'>", "Ja"), f"g{n}")
        for n, name in enumerate(("een.png", "twee.png", "een.png"))
    ]
    media = {"een.png": picture(size=(4, 4)), "twee.png": picture(size=(5, 5))}
    assert heard(package(*notes, media=media)) == [
        ("reading", 0, 3), ("files", 0, 2), ("files", 1, 2), ("read", 3, None)
    ]  # fmt: skip
