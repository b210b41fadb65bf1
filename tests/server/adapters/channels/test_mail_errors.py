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
