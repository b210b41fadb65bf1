"""Passwords: kept as argon2id, checked in about 50 ms."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

MIN_LENGTH = 10
MAX_LENGTH = 200

# 19 MiB and two passes: OWASP's floor; the library's default takes five times as long, which on
# a small server lets a handful of sign-ins starve the learners' answers.
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_nobody = _hasher.hash("an account that is not there")


def hashed(password: str) -> str:
    """The text to keep."""
    return _hasher.hash(password)


def fits(password: str, kept: str | None) -> bool:
    """Whether the password is the one kept.

    Without a kept one it works as long and says no, so that the time taken does not tell which
    addresses have an account.
    """
    try:
        return _hasher.verify(kept or _nobody, password) and kept is not None
    except (VerificationError, InvalidHashError):
        return False
