"""Card text is plain text without anything unseen."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.sanitise import clean


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(st.characters()))
def test_clean_text_can_be_stored_anywhere_and_shows_what_it_is(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    controls = {one for one in cleaned if unicodedata.category(one) == "Cc"}
    assert controls <= {"\n", "\t"}
    assert not any("\u202a" <= one <= "\u202e" or "\u2066" <= one <= "\u2069" for one in cleaned)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  Wat is de AVG?  ", "Wat is de AVG?"),
        ("een\r\ntwee\rdrie\u2028vier", "een\ntwee\ndrie\nvier"),
        ("cafe\u0301", "café"),
        ("data\0lek\x07", "datalek"),
        ("fac\u202etuur\u202c.exe", "factuur.exe"),
        ("\ufeffVraag", "Vraag"),
        ("👩\u200d🏫 leert", "👩\u200d🏫 leert"),
    ],
)
def test_what_is_unseen_goes_and_what_is_seen_stays(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_html_stays_the_letters_that_it_is() -> None:
    text = "Wat doet <b onclick=alert(1)>? &lt; of List<String>"
    assert clean(text) == text
