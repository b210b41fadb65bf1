"""What the replies of a mail server mean, for a letter and for the address it is for."""

from __future__ import annotations

from typing import Final

from server.adapters.channels import said_by
from server.mail_status import code_in, is_dead
from server.ports import Gone, Refused, TryAgain

_PERMANENT: Final = 500
# Replies that speak of the mailbox where no closer code stands beside them (RFC 5321, 4.2.3).
_NO_SUCH_MAILBOX: Final = {550, 551, 553}


def of_recipient(code: int, reason: bytes | str) -> Gone | Refused | TryAgain:
    """The server's word on the address alone."""
    closer = code_in(_words(reason))
    gone = is_dead(closer) if closer else code in _NO_SUCH_MAILBOX
    return Gone(_said(code, reason)) if gone and code >= _PERMANENT else _other(code, reason)


def of_letter(code: int, reason: bytes | str) -> Gone | Refused | TryAgain:
    """Its word on the whole letter, which speaks of the address only where its code does."""
    closer = code_in(_words(reason))
    gone = closer is not None and is_dead(closer)
    return Gone(_said(code, reason)) if gone and code >= _PERMANENT else _other(code, reason)


def _other(code: int, reason: bytes | str) -> Refused | TryAgain:
    kind = Refused if code >= _PERMANENT else TryAgain
    return kind(_said(code, reason))


def _said(code: int, reason: bytes | str) -> str:
    return said_by.provider(f"the mail server says {code} {_words(reason)}")


def _words(reason: bytes | str) -> str:
    return reason.decode(errors="replace") if isinstance(reason, bytes) else reason
