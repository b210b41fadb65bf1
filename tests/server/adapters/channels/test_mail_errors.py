"""Which replies of a mail server speak of the address."""

from __future__ import annotations

import pytest

from server.adapters.channels.mail.errors import of_letter, of_recipient
from server.ports import DeliveryError, Gone, Refused, TryAgain


@pytest.mark.parametrize(
    ("code", "words", "recipient", "letter"),
    [
        (550, b"5.1.1 no such mailbox", Gone, Gone),
        (550, b"no such mailbox", Gone, Refused),
        (553, b"5.1.3 bad address", Gone, Gone),
        (550, b"5.7.1 looks like spam", Refused, Refused),
        (552, b"5.2.2 mailbox full", Refused, Refused),
        (554, b"\xff refused", Refused, Refused),
        (450, b"4.2.1 busy", TryAgain, TryAgain),
        (451, "5.1.1 says one thing and means another", TryAgain, TryAgain),
    ],
)
def test_only_what_speaks_of_the_mailbox_makes_it_dead(
    code: int, words: bytes | str, recipient: type[DeliveryError], letter: type[DeliveryError]
) -> None:
    assert type(of_recipient(code, words)) is recipient
    assert type(of_letter(code, words)) is letter


def test_what_is_kept_of_its_words_names_nobody_and_fits_a_row() -> None:
    words = b"5.1.1 <fatima@molenwerk.example>: no\x00 such; mailbox: unsure\r\n" + b"x" * 9000
    said = str(of_recipient(550, words))
    assert "fatima" not in said
    assert said.startswith("the mail server says 550 5.1.1")
    assert said.isprintable()
    assert ";" not in said
    assert len(said) <= 200
