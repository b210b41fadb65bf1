"""What the page on set files says, holds."""

import re
from pathlib import Path

import pytest

from content import limits
from content.card import KINDS
from content.exchange import text_file, xlsx
from content.exchange.anki.package import MOST_COLLECTION
from content.exchange.h5p.faces import LIBRARIES
from content.exchange.headers import recognised
from content.exchange.moodle.faces import TYPES
from content.exchange.reading import MOST_COLUMNS, MOST_ROWS
from tests.content.exchange.tables import read_text

PAGE = (Path(__file__).parents[3] / "docs" / "set-files.md").read_text(encoding="utf-8")


def test_the_example_comes_in_whole_with_every_kind() -> None:
    (example,) = re.findall(r"```csv\n(.*?)```", PAGE, flags=re.DOTALL)
    reading = read_text(example, language="en")
    assert (reading.problems, reading.notes) == ((), ())
    assert {draft.face.kind for draft in reading.drafts} == set(KINDS)


@pytest.mark.parametrize(("language", "kinds"), [("gift", 6), ("markdown", 6)])
def test_the_examples_of_other_formats_come_in_whole(language: str, kinds: int) -> None:
    (example,) = re.findall(rf"```{language}\n(.*?)```", PAGE, flags=re.DOTALL)
    reading = read_text(example, language="en")
    assert (reading.problems, reading.notes) == ((), ())
    assert len({draft.face.kind for draft in reading.drafts}) == kinds


def test_every_type_of_moodle_that_is_a_card_is_named() -> None:
    (row,) = re.findall(r"^\| Moodle XML \|(.*)", PAGE, flags=re.MULTILINE)
    assert set(re.findall(r"`(\w+)`", row)) == TYPES


def test_every_library_of_h5p_that_is_a_card_is_named() -> None:
    (row,) = re.findall(r"^\| H5P \|(.*)", PAGE, flags=re.MULTILINE)
    assert {f"H5P.{name}" for name in re.findall(r"`(\w+)`", row)} == LIBRARIES


def test_every_column_is_known_by_both_its_names() -> None:
    rows = re.findall(r"^\| `(\w+)` \| `(\w+)` \|", PAGE, flags=re.MULTILINE)
    english, dutch = (recognised(names) for names in zip(*rows, strict=True))
    assert english is not None
    assert dutch is not None
    assert english.fields == dutch.fields == english.names


def test_the_limits_are_those_that_are_kept() -> None:
    sizes = (text_file.MOST_BYTES, xlsx.MOST_BYTES, MOST_COLLECTION)
    megabytes = [most // 1_000_000 for most in sizes]
    told = (MOST_ROWS, MOST_COLUMNS, *megabytes, limits.PROMPT, limits.EXPLANATION)
    told += (limits.CHOICE, limits.ACCEPTED, limits.CHOICES)
    paragraph = PAGE.partition("## Limits")[2]
    assert [int(one.replace(",", "")) for one in re.findall(r"\d[\d,]*\d", paragraph)] == [*told]
