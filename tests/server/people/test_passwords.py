from __future__ import annotations

import pytest

from server.people import passwords
from tests.support.town import PASSWORD


def test_the_same_password_is_kept_differently_each_time() -> None:
    first, second = passwords.hashed(PASSWORD), passwords.hashed(PASSWORD)
    assert first != second
    assert first.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert passwords.fits(PASSWORD, first)
    assert passwords.fits(PASSWORD, second)


@pytest.mark.parametrize("wrong", ["", PASSWORD.upper(), PASSWORD + "\n", "é" * 200])
def test_another_password_does_not_fit(wrong: str) -> None:
    assert not passwords.fits(wrong, passwords.hashed(PASSWORD))


@pytest.mark.parametrize("kept", [None, "", "plain", "$argon2id$broken", "$2b$12$abcdefghijklmno"])
def test_nothing_fits_where_nothing_sound_is_kept(kept: str | None) -> None:
    assert not passwords.fits(PASSWORD, kept)
    assert not passwords.fits("", kept)
