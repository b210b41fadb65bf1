"""A letter as a MIME message: plain text, and the same as HTML."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

from server.ports import Letter

# Lines as long as mail allows (RFC 5322). At the usual 78 the link in List-Unsubscribe is cut up
# into encoded words, which mail programs do not read there: one click would then do nothing.
_POLICY = SMTP.clone(max_line_length=998)


def made_of(letter: Letter, sender: str) -> EmailMessage:
    """The message to hand in. Raises `ValueError` on a line break or nonsense in a header."""
    message = EmailMessage(policy=_POLICY)
    message["From"] = sender
    message["To"] = letter.to
    message["Subject"] = letter.subject
    for name, value in letter.headers.items():
        message[name] = value
    if message["To"].defects or len(message["To"].addresses) != 1:
        raise ValueError(f"{letter.to!r} is no address")
    message.set_content(letter.text)
    message.add_alternative(letter.html, subtype="html")
    return message
